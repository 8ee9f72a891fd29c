/** The endpoint's answers as a page. */
import { ENDPOINT_VIEWS, renderSparql, type SparqlView } from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { pageFor, type Reader, startQuery } from '../../site/index.ts';
import type { Term } from '../../rdf/index.ts';
import { toTsvTerm } from '../../sparql/index.ts';
import { answerFormats } from './sparql-formats.ts';

/** Rows on a page, which states when there are more; the downloads contain all. */
export const MAX_ROWS = 1000;

/** The view that `view=` names; none, which is the table, for other names. */
export function viewOf(parameters: URLSearchParams): Pick<SparqlView, 'view'> {
  const request = parameters.get('view');
  const view = ENDPOINT_VIEWS.find(({ name }) => name === request);
  return view === undefined ? {} : { view };
}

/** A page with the query, its answer, and the queries of the folder to choose from. */
export async function sparqlPage(
  publication: Publication,
  reader: Reader,
  request: Pick<SparqlView, 'query' | 'answer' | 'isGraph' | 'position' | 'view'> & {
    /** The address of the page, inside the publication. */
    readonly path: string;
  },
): Promise<string> {
  const { path, ...view } = request;
  const { answer } = view;
  const terms = answer.kind === 'table' ? answer.rows.flat() : [];
  const iris = new Set(
    terms.filter((term) => term?.termType === 'NamedNode').map((term) => term?.value ?? ''),
  );
  const context = await pageFor(publication, reader, { path, iris });
  return renderSparql(
    {
      ...view,
      start: view.query === '' ? await startQuery(publication, context.preferredLanguages) : '',
      // Queries on the pages of resources are about one resource each: not suitable as a first query.
      examples: publication.queries.filter(({ about }) => about.length === 0),
      formats: { solutions: FORMATS_OF_SOLUTIONS, graph: FORMATS_OF_GRAPHS },
      lines: answer.kind === 'table' && answer.isComplete ? answer.rows.map(toLine) : [],
    },
    context,
  );
}

const forPrograms = (form: 'select' | 'construct') =>
  answerFormats(form)
    .filter(({ isPage }) => !isPage)
    .map(({ name, label, extensions }) => ({ name, label, extension: extensions[0] ?? name }));
const FORMATS_OF_SOLUTIONS = forPrograms('select');
const FORMATS_OF_GRAPHS = forPrograms('construct');

/** The row as a line of TSV, which the script of the page reads. */
const toLine = (row: readonly (Term | undefined)[]): string =>
  row.map((term) => (term ? toTsvTerm(term) : '')).join('\t');
