/** The endpoint's answers as a page. */
import { renderSparql, type SparqlView } from '../pages/index.ts';
import { pageFor, type Publication, type Reader } from '../publication/index.ts';

/** Rows on a page, which says so when there are more; the downloads hold all. */
export const MAX_ROWS = 1000;

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
