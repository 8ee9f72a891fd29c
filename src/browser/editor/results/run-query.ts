/** Runs a query: streams its rows, or returns the error. */
import { queryEndpoint } from '../addresses.ts';
import { checkQuery, detailOf, type QueryError } from '../query/check-query.ts';
import type { PageData } from '../page-data.ts';
import { type Lines, readLines } from './read-lines.ts';
import { cellsOfTriple, cellsOfTsv, type Term } from './term.ts';

/** Limits of the rows stored for the table. Rows beyond them are only counted. */
const LIMITS = { maxLines: 10_000, maxBytes: 32 * 1024 * 1024 };

/** A result being received. It changes until the run ends. */
export interface Rows {
  /** Whether the rows are triples. */
  readonly isGraph: boolean;
  readonly lines: Lines;
}

export type Outcome =
  | { readonly kind: 'rows'; readonly rows: Rows; readonly end: 'complete' | 'stopped' | 'broken' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: QueryError }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'stopped' };

/** Never throws. @param onRows called when rows have been received, with the same object each time. */
export async function runQuery(
  page: PageData,
  query: string,
  { signal, onRows }: { readonly signal: AbortSignal; readonly onRows: (rows: Rows) => void },
): Promise<Outcome> {
  try {
    const result = await checkQuery(page, query, signal);
    if (!result.isValid) return { kind: 'error', error: result };
    const { form } = result;
    const isGraph = form === 'construct' || form === 'describe';
    const accept = isGraph ? 'application/n-triples' : 'text/tab-separated-values';
    const response = await queryEndpoint(page, query, { accept, signal });
    if (!response.ok || !response.body) return await refusalOf(response);
    if (form === 'ask') return { kind: 'boolean', value: /^true$/m.test(await response.text()) };
    return await readRows(response.body, isGraph, { signal, onRows });
  } catch {
    return { kind: signal.aborted ? 'stopped' : 'unreachable' };
  }
}

async function refusalOf(response: Response): Promise<Outcome> {
  const problem: unknown = await response.json().catch(() => undefined);
  return { kind: 'refused', reason: detailOf(problem) ?? `HTTP ${response.status}` };
}

async function readRows(
  body: ReadableStream<Uint8Array>,
  isGraph: boolean,
  { signal, onRows }: { readonly signal: AbortSignal; readonly onRows: (rows: Rows) => void },
): Promise<Outcome> {
  const lines: Lines = { head: undefined, stored: [], total: 0 };
  const rows = { isGraph, lines };
  const hasResult = () => isGraph || lines.head !== undefined;
  try {
    await readLines(
      body,
      { ...LIMITS, hasHead: !isGraph },
      { lines, onChunk: () => hasResult() && onRows(rows) },
    );
    return { kind: 'rows', rows, end: 'complete' };
  } catch {
    if (!hasResult()) return { kind: signal.aborted ? 'stopped' : 'unreachable' };
    return { kind: 'rows', rows, end: signal.aborted ? 'stopped' : 'broken' };
  }
}

/** The names of the columns. */
export const columnsOf = ({ isGraph, lines }: Rows): string[] =>
  isGraph
    ? ['subject', 'predicate', 'object']
    : (lines.head ?? '')
        .split('\t')
        .filter((name) => name !== '')
        .map((name) => name.replace(/^\?/, ''));

/** The terms of one row, in the order of the columns. */
export const cellsOf = ({ isGraph }: Rows, line: string): (Term | undefined)[] =>
  isGraph && !line.includes('\t') ? cellsOfTriple(line) : cellsOfTsv(line);
