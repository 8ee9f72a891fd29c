/** The paths of all pages of a publication, for the sitemap. */
import { documentPath, ONTOLOGY_PATH } from '../../pages/index.ts';
import type { TermId } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';

/** The front page, the documents of all resources below the base, the graphs, the dumps, without duplicates. */
export const pagePaths = (publication: Publication): readonly string[] =>
  publication.memo.derive('page-paths', () => listPaths(publication));

function listPaths(publication: Publication): readonly string[] {
  const { base } = publication;
  const paths = new Set(['', 'dumps/', ONTOLOGY_PATH, 'sparql']);
  for (const iri of [...subjectsBelow(publication), ...graphsOf(publication)])
    paths.add(encodeURI(documentPath(iri, base)).replaceAll('%25', '%'));
  return [...paths];
}

/** IRIs that are subjects, without fragments: hash terms are described in their document. */
function* subjectsBelow({ base, dataset }: Publication): Generator<string, void> {
  const { dictionary, defaultIndex } = dataset;
  const { iris } = dictionary.ranges;
  const order = defaultIndex.order('spo');
  for (let id = dictionary.lowerBoundText(iris, base); id < iris[1]; id += 1) {
    const iri = dictionary.textOf(id as TermId);
    if (!iri.startsWith(base)) return;
    if (order.lower(id) < order.upper(id)) yield iri.split('#', 1)[0] ?? iri;
  }
}

const graphsOf = ({ base, dataset }: Publication): string[] =>
  dataset.graphs
    .map((graph) => dataset.dictionary.termOf(graph).value)
    .filter((iri) => iri.startsWith(base));
