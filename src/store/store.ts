/** An immutable dataset in columns, which threads share and a file can hold. */
import { type Dataset, DEFAULT_GRAPH, type IdQuad, type QuadPattern } from './dataset.ts';
import { NAMELESS_GRAPH } from './nameless-graph.ts';
import { lowerBound, Order, type OrderColumns, type OrderName } from './orders/order.ts';
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

const NAME_OF_BOUND = ['spo', 'osp', 'pos', 'pos', 'spo', 'osp', 'spo', 'spo'] as const;
const PLACES = {
  spo: ['subject', 'predicate', 'object'],
  pos: ['predicate', 'object', 'subject'],
  osp: ['object', 'subject', 'predicate'],
} as const;

function* scanIndex(
  index: TripleIndex,
  { subject, predicate, object }: QuadPattern,
): Iterable<Omit<IdQuad, 'graph'>> {
  const wanted = { subject: subject ?? 0, predicate: predicate ?? 0, object: object ?? 0 };
  const bound = (wanted.subject ? 4 : 0) | (wanted.predicate ? 2 : 0) | (wanted.object ? 1 : 0);
  const name = NAME_OF_BOUND[bound] ?? 'spo';
  const order = index.order(name);
  const [first, second, third] = PLACES[name];
  let from = wanted[first] === 0 ? order.start : order.lower(wanted[first]);
  let to = wanted[first] === 0 ? order.end : order.upper(wanted[first]);
  for (const [place, column] of [
    [second, order.second],
    [third, order.third],
  ] as const) {
    if (wanted[place] === 0) break;
    from = lowerBound(column, wanted[place], from, to);
    to = lowerBound(column, wanted[place] + 1, from, to);
  }
  const start = new Uint32Array(1);
  const found = { subject: 0, predicate: 0, object: 0 };
  for (let position = from; position < to; position += 1) {
    if (wanted[first] === 0) order.fillFirst(start, position, 1);
    found[first] = wanted[first] || (start[0] as number);
    found[second] = order.second[position] as number;
    found[third] = order.third[position] as number;
    yield { ...found } as unknown as Omit<IdQuad, 'graph'>;
  }
}
