/** An immutable dataset in columns, which threads share and a file can hold. */
import { type Dataset, DEFAULT_GRAPH, type IdQuad, type QuadPattern } from './dataset.ts';
import { NAMELESS_GRAPH } from './nameless-graph.ts';
import { Order, type OrderColumns, type OrderName } from './orders/order.ts';
import { basicOrder, patternRange, triplesIn } from './orders/pattern-range.ts';
import { type DictionaryColumns, StoreDictionary } from './dictionary/store-dictionary.ts';
import type { TermId } from './dictionary/term-dictionary.ts';
import { emptyIndex, TripleIndex } from './orders/triple-index.ts';

/** Everything a store is made of: shared columns and small tables. It can be handed to another thread as it is. */
export interface StoreColumns {
  readonly version: string;
  readonly dictionary: DictionaryColumns;
  /** The default graph, in all six orders. */
  readonly triples: Readonly<Record<OrderName, OrderColumns>>;
  readonly graphs: readonly TermId[];
  readonly defaultGraphs: readonly TermId[];
  /** Where the quads of each graph begin in the orders below, and where the last one ends. */
  readonly graphStarts: readonly number[];
  /** Quads by graph and then by that order; undefined where the one graph is the default graph. */
  readonly quads: Readonly<Record<'spo' | 'pos' | 'osp', OrderColumns>> | undefined;
}

export class Store implements Dataset {
  readonly version: string;
  readonly dictionary: StoreDictionary;
  readonly graphs: readonly TermId[];
  readonly defaultGraphs: ReadonlySet<TermId>;
  readonly defaultIndex: TripleIndex;
  readonly columns: StoreColumns;
  readonly #places: ReadonlyMap<TermId, number>;
  readonly #graphIndexes = new Map<TermId, TripleIndex>();

  constructor(columns: StoreColumns) {
    this.columns = columns;
    this.version = columns.version;
    this.dictionary = new StoreDictionary(columns.dictionary);
    const isNameless = (graph: TermId) => this.dictionary.textOf(graph) === NAMELESS_GRAPH;
    this.graphs = columns.graphs.filter((graph) => !isNameless(graph));
    this.defaultGraphs = new Set(columns.defaultGraphs);
    this.defaultIndex = new TripleIndex(
      Object.fromEntries(
        Object.entries(columns.triples).map(([name, order]) => [
          name,
          new Order(name as OrderName, order),
        ]),
      ),
    );
    this.#places = new Map(columns.graphs.map((graph, place) => [graph, place]));
  }

  /** How many quads there are in all graphs. */
  get quadCount(): number {
    return this.columns.quads ? (this.columns.graphStarts.at(-1) ?? 0) : this.defaultIndex.size;
  }

  /** The triples of a named graph; none for a graph that is not there. */
  graphIndex(graph: TermId): TripleIndex {
    let index = this.#graphIndexes.get(graph);
    if (!index) {
      index = this.#openGraph(graph);
      if (this.#places.has(graph)) this.#graphIndexes.set(graph, index);
    }
    return index;
  }

  count(pattern: QuadPattern): number {
    const { subject = 0, predicate = 0, object = 0, graph } = pattern;
    const ids = [subject, predicate, object] as [TermId, TermId, TermId];
    if (graph === DEFAULT_GRAPH) return this.defaultIndex.count(...ids);
    if (graph !== undefined) return this.graphIndex(graph).count(...ids);
    let count = 0;
    for (const each of this.graphs) count += this.graphIndex(each).count(...ids);
    return count;
  }

  *scan(pattern: QuadPattern): Iterable<IdQuad> {
    if (pattern.graph === DEFAULT_GRAPH) {
      for (const triple of scanIndex(this.defaultIndex, pattern))
        yield { ...triple, graph: this.#graphHolding(triple) };
      return;
    }
    const graphs = pattern.graph === undefined ? this.graphs : [pattern.graph];
    for (const graph of graphs)
      for (const triple of scanIndex(this.graphIndex(graph), pattern)) yield { ...triple, graph };
  }

  #graphHolding({ subject, predicate, object }: Omit<IdQuad, 'graph'>): TermId {
    for (const graph of this.defaultGraphs)
      if (this.graphIndex(graph).contains(subject, predicate, object)) return graph;
    throw new Error('a triple of the default graph stands in one of its graphs');
  }

  #openGraph(graph: TermId): TripleIndex {
    const place = this.#places.get(graph);
    if (place === undefined) return emptyIndex();
    const { graphStarts, quads } = this.columns;
    if (!quads) return this.defaultIndex;
    const start = graphStarts[place] as number;
    const end = graphStarts[place + 1] as number;
    const order = (name: 'spo' | 'pos' | 'osp') => new Order(name, quads[name], start, end);
    return new TripleIndex({ spo: order('spo'), pos: order('pos'), osp: order('osp') });
  }
}

/** Rows that are read from the columns at once; the first ones may be all that is needed. */
const CHUNK_ROWS = 256;
const FIRST_ROWS = 8;

function* scanIndex(
  index: TripleIndex,
  { subject, predicate, object }: QuadPattern,
): Iterable<Omit<IdQuad, 'graph'>> {
  const pattern = { subject, predicate, object };
  const range = patternRange(index, pattern, basicOrder(pattern));
  const rows = range.end - range.start;
  yield* triplesIn(range, 0, FIRST_ROWS);
  for (let from = FIRST_ROWS; from < rows; from += CHUNK_ROWS)
    yield* triplesIn(range, from, CHUNK_ROWS);
}
