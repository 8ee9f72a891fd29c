/** The RDF dataset that one query sees. https://www.w3.org/TR/sparql11-query/#specifyingDataset */
import { terms } from '../../rdf/index.ts';
import {
  mergeIndexes,
  type Store,
  type StoreDictionary,
  type TermId,
  type TripleIndex,
} from '../../store/index.ts';

export interface DatasetView {
  readonly dictionary: StoreDictionary;
  readonly defaultIndex: TripleIndex;
  readonly namedGraphs: readonly TermId[];
  /** Empty for a graph that this dataset does not have. */
  graphIndex(graph: TermId): TripleIndex;
}

/** IRIs of graphs; one that the store does not hold is an empty graph. */
export interface GraphNames {
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

/** The entire store: its default graph and all its named graphs. */
export const viewOfStore = (store: Store): DatasetView => ({
  dictionary: store.dictionary,
  defaultIndex: store.defaultIndex,
  namedGraphs: store.graphs,
  graphIndex: (graph) => store.graphIndex(graph),
});

/** These graphs alone. Several default graphs are merged, which costs as much as reading them. */
export function viewOfGraphs(store: Store, names: GraphNames): DatasetView {
  const present = new Set(store.graphs);
  const idsOf = (iris: readonly string[]) => {
    const ids = iris.map((iri) => store.dictionary.idOf(terms.namedNode(iri)));
    return [...new Set(ids)].filter((id) => id !== undefined && present.has(id)) as TermId[];
  };
  const defaultGraphs = idsOf(names.defaultGraphs);
  const namedGraphs = idsOf(names.namedGraphs);
  const isNamed = new Set(namedGraphs);
  const isComplete =
    defaultGraphs.length === store.defaultGraphs.size &&
    defaultGraphs.every((graph) => store.defaultGraphs.has(graph));
  return {
    dictionary: store.dictionary,
    defaultIndex: isComplete
      ? store.defaultIndex
      : mergeIndexes(defaultGraphs.map((graph) => store.graphIndex(graph))),
    namedGraphs,
    graphIndex: (graph) => (isNamed.has(graph) ? store.graphIndex(graph) : mergeIndexes([])),
  };
}
