/** Some graphs of a dataset as a dataset of their own. https://www.w3.org/TR/sparql11-query/#specifyingDataset */
import { terms } from '../../src/rdf/index.ts';
import {
  type Dataset,
  DEFAULT_GRAPH,
  type IdQuad,
  type QuadPattern,
  type TermDictionary,
  type TermId,
} from '../../src/store/index.ts';

/** IRIs of graphs; one that the dataset does not hold is an empty graph. */
export interface GraphNames {
  /** Those whose union is the default graph. */
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

/** The dataset of these graphs alone: a view, which copies nothing. */
export function selectGraphs(dataset: Dataset, names: GraphNames): Dataset {
  return new GraphSelection(dataset, names);
}

class GraphSelection implements Dataset {
  readonly version: string;
  readonly dictionary: TermDictionary;
  readonly graphs: readonly TermId[];
  readonly defaultGraphs: ReadonlySet<TermId>;
  readonly #whole: Dataset;

  constructor(whole: Dataset, { defaultGraphs, namedGraphs }: GraphNames) {
    this.#whole = whole;
    this.version = whole.version;
    this.dictionary = whole.dictionary;
    const present = new Set(whole.graphs);
    const idsOf = (iris: readonly string[]) => {
      const ids = iris.map((iri) => whole.dictionary.idOf(terms.namedNode(iri)));
      return new Set(ids.filter((id) => id !== undefined && present.has(id)) as TermId[]);
    };
    this.graphs = [...idsOf(namedGraphs)];
    this.defaultGraphs = idsOf(defaultGraphs);
  }

  count(pattern: QuadPattern): number {
    let count = 0;
    for (const _ of this.scan(pattern)) count += 1;
    return count;
  }

  *scan(pattern: QuadPattern): Iterable<IdQuad> {
    const { graph, ...triple } = pattern;
    if (graph === DEFAULT_GRAPH) {
      const seen = new Set<string>();
      for (const quad of this.#whole.scan(triple)) {
        const key = `${quad.subject} ${quad.predicate} ${quad.object}`;
        if (!this.defaultGraphs.has(quad.graph) || seen.has(key)) continue;
        seen.add(key);
        yield quad;
      }
      return;
    }
    for (const quad of this.#whole.scan(pattern)) if (this.graphs.includes(quad.graph)) yield quad;
  }
}
