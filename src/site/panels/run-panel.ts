/** Runs saved queries for a page, up to the number of rows that it shows. */
import { GraphpressError } from '../../errors.ts';
import type { Answer, Panel } from '../../pages/index.ts';
import type { SavedQuery, View } from '../../queries/index.ts';
import { type Term, terms } from '../../rdf/index.ts';
import { isVolatile, type QueryResult } from '../../sparql/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Maximum number of rows of an answer on a page, which states if there are more; the downloads contain all. */
const MAX_ROWS = 2000;
/** Time limit of a query of a page, in milliseconds. The page shows an error for a query that takes longer. */
const TIMEOUT_MS = 5000;

/** Codes of errors that may not occur next time. */
const TEMPORARY: ReadonlySet<string> = new Set([
  'busy',
  'query-timeout',
  'query-memory',
  'service-failed',
]);

export interface PanelRequest {
  /** The resource to which `?this` is bound. */
  readonly subject?: string | undefined;
  /** Path of the page with the panel. */
  readonly path: string;
  /** The filters that the reader chose: parameters of the URL. */
  readonly choices: ReadonlyMap<string, string>;
  /** Called if the answer must not be cached, since it may differ next time. */
  readonly onVolatile?: (() => void) | undefined;
  /** Aborts the query. */
  readonly signal?: AbortSignal | undefined;
  /** Overrides the views of the query. */
  readonly views?: readonly View[];
}

export async function runPanel(
  publication: Publication,
  saved: SavedQuery,
  request: PanelRequest,
): Promise<Panel> {
  const { subject, path, choices, views } = request;
  const { name, title, description, columns, filters } = saved;
  return {
    name,
    title,
    description,
    columns,
    filters,
    views: views ?? saved.views,
    answer: await answerFor(publication, saved, request),
    subject,
    path,
    chosen: new Map([...choices].filter(([variable]) => filters.includes(variable))),
  };
}

async function answerFor(
  { engine }: Publication,
  { query }: SavedQuery,
  { subject, signal: given, onVolatile }: PanelRequest,
): Promise<Answer> {
  const bindings =
    subject === undefined ? new Map() : new Map([['this', terms.namedNode(subject)]]);
  const signal = given ?? AbortSignal.timeout(TIMEOUT_MS);
  if (isVolatile(query)) onVolatile?.();
  try {
    return await toAnswer(await engine.query({ query, bindings, signal }), MAX_ROWS);
  } catch (error) {
    if (error instanceof GraphpressError) {
      if (TEMPORARY.has(error.code)) onVolatile?.();
      return { kind: 'error', message: error.message };
    }
    onVolatile?.();
    if (signal.aborted)
      return { kind: 'error', message: `the query takes longer than ${TIMEOUT_MS / 1000} s` };
    throw error;
  }
}

/** Reads at most as many rows as are shown. */
export async function toAnswer(result: QueryResult, maxRows: number): Promise<Answer> {
  switch (result.kind) {
    case 'boolean':
      return result;
    case 'solutions': {
      const { rows, isComplete } = await take(result.solutions, maxRows);
      return { kind: 'table', variables: result.variables, rows, isComplete };
    }
    case 'quads': {
      const { rows, isComplete } = await take(result.quads, maxRows);
      const triples = rows.map(({ subject, predicate, object }): Term[] => [
        subject,
        predicate,
        object,
      ]);
      return {
        kind: 'table',
        variables: ['subject', 'predicate', 'object'],
        rows: triples,
        isComplete,
      };
    }
  }
}

async function take<T>(
  items: AsyncIterable<T>,
  most: number,
): Promise<{ rows: T[]; isComplete: boolean }> {
  const rows: T[] = [];
  for await (const item of items) {
    if (rows.length === most) return { rows, isComplete: false };
    rows.push(item);
  }
  return { rows, isComplete: true };
}

/** All IRIs and datatypes in the answers, for their labels. */
export function irisIn(panels: readonly Panel[]): Set<string> {
  const iris = new Set<string>();
  for (const { answer } of panels)
    if (answer.kind === 'table')
      for (const term of answer.rows.flat())
        if (term?.termType === 'NamedNode') iris.add(term.value);
        else if (term?.termType === 'Literal') iris.add(term.datatype.value);
  return iris;
}
