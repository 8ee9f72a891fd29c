/** Triples as edges: with the name of their predicate and the named graphs that contain them. */
import type { IdTriple, Store, TermId } from '../../store/index.ts';
import type { EdgeView, Named } from './explored.ts';
import type { GraphNames } from './graph-names.ts';

/** At most this many graphs of a dataset are searched. */
const MAX_GRAPHS = 200;
/** Maximum number of look-ups of a triple in a graph for one response; later edges list no graphs. */
const MAX_LOOKUPS = 1_000_000;

export class EdgeViews {
  readonly #store: Store;
  readonly #names: GraphNames;
  readonly #graphs: readonly TermId[];
  readonly #named = new Set<TermId>();
  #lookups = 0;

  constructor(store: Store, names: GraphNames) {
    this.#store = store;
    this.#names = names;
    this.#graphs = store.graphs
      .filter((graph) => store.defaultGraphs.has(graph))
      .slice(0, MAX_GRAPHS);
  }

  edgeOf({ subject, predicate, object }: IdTriple): EdgeView {
    const { iri, label, lang } = this.#names.nameOf(predicate);
    return {
      source: this.#names.nameOf(subject).iri,
      target: this.#names.nameOf(object).iri,
      predicate: iri,
      label,
      lang,
      graphs: this.graphsOf({ subject, predicate, object }),
    };
  }

  /** IRIs of the named graphs that hold a triple. */
  graphsOf({ subject, predicate, object }: IdTriple): string[] {
    if (this.#lookups > MAX_LOOKUPS) return [];
    this.#lookups += this.#graphs.length;
    const holding = this.#graphs.filter((graph) =>
      this.#store.graphIndex(graph).contains(subject, predicate, object),
    );
    for (const graph of holding) this.#named.add(graph);
    return holding.map((graph) => this.#store.dictionary.textOf(graph));
  }

  /** Every graph that was named so far. */
  get named(): Named[] {
    return Array.from(this.#named, (graph) => this.#names.nameOf(graph));
  }
}
