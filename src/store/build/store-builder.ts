/** Quads in, a store out. */
import type { ConcreteTerm, Quad } from '../../rdf/index.ts';
import type { Dataset } from '../dataset.ts';
import { buildDictionary } from '../dictionary/build-dictionary.ts';
import { buildOrders } from './build-orders.ts';
import { release, scratchUint32, wholeBlock } from '../memory/scratch.ts';
import { Store } from '../store.ts';
import { IRI, TermInterner } from '../dictionary/term-interner.ts';

export interface StoreOptions {
  readonly version: string;
  /** Whether the named graph is part of the default graph; default: every one is. */
  readonly isInDefaultGraph?: (graphIri: string) => boolean;
}

/** A store of the quads, each of which must stand in a named graph. Repeated quads count once. */
export function buildStore(quads: Iterable<Quad>, options: StoreOptions): Store {
  const builder = new StoreBuilder(options);
  for (const quad of quads) builder.add(quad);
  return builder.build();
}

/** The same, as the interface that readers see. */
export const buildDataset = (quads: Iterable<Quad>, options: StoreOptions): Dataset =>
  buildStore(quads, options);

export class StoreBuilder {
  readonly #version: string;
  readonly #isInDefaultGraph: (graphIri: string) => boolean;
  /** Terms by provisional ids; readers of bytes may intern in it directly. */
  readonly terms: TermInterner = new TermInterner();
  #columns: Uint32Array[] = Array.from({ length: 4 }, () => new Uint32Array(1024));
  #length = 0;

  constructor({ version, isInDefaultGraph = () => true }: StoreOptions) {
    this.#version = version;
    this.#isInDefaultGraph = isInDefaultGraph;
  }

  get quadCount(): number {
    return this.#length;
  }

  /** @throws {Error} for a quad in the default graph, which is made of named ones here. */
  add({ subject, predicate, object, graph }: Quad): void {
    if (graph.termType === 'DefaultGraph')
      throw new Error('a quad of this dataset stands in a named graph');
    const id = (term: unknown) => this.terms.intern(term as ConcreteTerm);
    this.addIds(id(subject), id(predicate), id(object), id(graph));
  }

  /** Adds a quad of provisional ids. */
  // One call per quad: an object for each would slow reading down.
  // oxlint-disable-next-line max-params
  addIds(subject: number, predicate: number, object: number, graph: number): void {
    if (this.#length === (this.#columns[0] as Uint32Array).length) this.#grow();
    const [subjects, predicates, objects, graphs] = this.#columns as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ];
    subjects[this.#length] = subject;
    predicates[this.#length] = predicate;
    objects[this.#length] = object;
    graphs[this.#length] = graph;
    this.#length += 1;
  }

  /** The store of all quads so far. The builder is used up, and its memory given back. */
  build(): Store {
    const { terms } = this;
    const quads = this.#columns.map((column) => column.subarray(0, this.#length));
    this.#columns = [];
    terms.seal();
    const isDefault = new Map<number, boolean>();
    for (const graph of new Set(quads[3]))
      isDefault.set(
        graph,
        terms.kinds[graph] !== IRI || this.#isInDefaultGraph(terms.textOf(graph)),
      );
    const { columns, finalIds } = buildDictionary(terms);
    terms.release();
    for (const column of quads)
      for (let row = 0; row < column.length; row += 1)
        column[row] = finalIds[column[row] as number] as number;
    const inDefault = new Set(
      Array.from(isDefault).flatMap(([graph, is]) => (is ? [finalIds[graph] as number] : [])),
    );
    release(finalIds);
    const size = columns.starts.at(-1) ?? 1;
    return new Store({
      version: this.#version,
      dictionary: columns,
      ...buildOrders(quads, { size, isInDefaultGraph: (graph) => inDefault.has(graph) }),
    });
  }

  #grow(): void {
    this.#columns = this.#columns.map((column) => {
      const wider = scratchUint32(wholeBlock(column.length * 2, 4));
      wider.set(column);
      release(column);
      return wider;
    });
  }
}
