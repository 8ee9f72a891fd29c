/** The endpoint's answers as a page. */
import { type Answer, renderSparql, type SparqlView } from '../pages/index.ts';
import { pageFor, type Publication, type Reader } from '../publication/index.ts';
import type { Term } from '../rdf/index.ts';
import type { QueryResult } from '../sparql/index.ts';

/** Rows on a page, which says so when there are more; the downloads hold all. */
const MAX_ROWS = 1000;

/** Reads as many rows as a page shows. */
export async function toAnswer(result: QueryResult): Promise<Answer> {
  switch (result.kind) {
    case 'boolean':
      return result;
    case 'solutions': {
      const { rows, isWhole } = await take(result.solutions);
      return { kind: 'table', variables: result.variables, rows, isWhole };
    }
    case 'quads': {
      const { rows, isWhole } = await take(result.quads);
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

async function take<T>(items: AsyncIterable<T>): Promise<{ rows: T[]; isWhole: boolean }> {
  const rows: T[] = [];
  for await (const item of items) {
    if (rows.length === MAX_ROWS) return { rows, isWhole: false };
    rows.push(item);
  }
  return { rows, isWhole: true };
}

export async function sparqlPage(
  publication: Publication,
  reader: Reader,
  view: Omit<SparqlView, 'examples'>,
): Promise<string> {
  const { answer } = view;
  const terms = answer.kind === 'table' ? answer.rows.flat() : [];
  const iris = new Set(
    terms.filter((term) => term?.termType === 'NamedNode').map((term) => term?.value ?? ''),
  );
  const context = await pageFor(publication, reader, { path: 'sparql', iris });
  return renderSparql({ ...view, examples: view.query === '' ? publication.queries : [] }, context);
}
