/** Saved queries run for a page: their answers, as far as a page shows them. */
import { GraphpressError } from '../../errors.ts';
import type { Answer, Panel } from '../../pages/index.ts';
import type { SavedQuery, View } from '../../queries/index.ts';
import { type Term, terms } from '../../rdf/index.ts';
import { isVolatile, type QueryResult } from '../../sparql/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Rows of one answer on a page, which says so when there are more; the downloads hold all. */
const MAX_ROWS = 2000;
/** A page does not wait for a query that takes longer, and says so. */
const PATIENCE_MS = 5000;

/** What may go well the next time. */
const TEMPORARY: ReadonlySet<string> = new Set([
  'busy',
  'query-timeout',
  'query-memory',
  'service-failed',
]);

export interface PanelPlace {
  /** What `?this` stands for. */
  readonly subject?: string | undefined;
  /** Path of the page on which the panel stands. */
  readonly path: string;
  /** What the reader has chosen: parameters of the URL. */
  readonly choices: ReadonlyMap<string, string>;
  /** Told of an answer that may be another one the next time. */
  readonly onVolatile?: (() => void) | undefined;
  /** Ends the waiting before its time. */
  readonly signal?: AbortSignal | undefined;
  /** Instead of the views that the query asks for. */
  readonly views?: readonly View[];
}

export async function runPanel(
  publication: Publication,
  saved: SavedQuery,
  place: PanelPlace,
): Promise<Panel> {
  const { subject, path, choices, views } = place;
  const { name, title, description, columns, filters } = saved;
  return {
    name,
    title,
    description,
    columns,
    filters,
    views: views ?? saved.views,
    answer: await answerFor(publication, saved, place),
    subject,
    path,
    chosen: new Map([...choices].filter(([variable]) => filters.includes(variable))),
  };
}

async function answerFor(
  { engine }: Publication,
  { query }: SavedQuery,
  { subject, signal: given, onVolatile }: PanelPlace,
): Promise<Answer> {
  const bindings =
    subject === undefined ? new Map() : new Map([['this', terms.namedNode(subject)]]);
  const signal = given ?? AbortSignal.timeout(PATIENCE_MS);
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
      return { kind: 'error', message: `the query takes longer than ${PATIENCE_MS / 1000} s` };
    throw error;
  }
}

/** Reads as many rows as are shown. */
export async function toAnswer(result: QueryResult, maxRows: number): Promise<Answer> {
  switch (result.kind) {
    case 'boolean':
      return result;
    case 'solutions': {
      const { rows, isWhole } = await take(result.solutions, maxRows);
      return { kind: 'table', variables: result.variables, rows, isWhole };
    }
    case 'quads': {
      const { rows, isWhole } = await take(result.quads, maxRows);
      const triples = rows.map(({ subject, predicate, object }): Term[] => [
        subject,
        predicate,
        object,
      ]);
      return {
        kind: 'table',
        variables: ['subject', 'predicate', 'object'],
        rows: triples,
        isWhole,
      };
    }
  }
}

async function take<T>(
  items: AsyncIterable<T>,
  most: number,
): Promise<{ rows: T[]; isWhole: boolean }> {
  const rows: T[] = [];
  for await (const item of items) {
    if (rows.length === most) return { rows, isWhole: false };
    rows.push(item);
  }
  return { rows, isWhole: true };
}

/** Every IRI that an answer names, and the classes of its variables: what a page must have labels for. */
export function irisIn(panels: readonly Panel[]): Set<string> {
  const iris = new Set<string>();
  for (const { answer } of panels)
    if (answer.kind === 'table')
      for (const term of answer.rows.flat())
        if (term?.termType === 'NamedNode') iris.add(term.value);
        else if (term?.termType === 'Literal') iris.add(term.datatype.value);
  return iris;
}
