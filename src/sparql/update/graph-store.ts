/**
 * A graph store: a default graph and named graphs, changed by updates. A draft is a copy on write, so that a failed
 * request changes nothing. https://www.w3.org/TR/sparql11-update/#graphStore
 */
import { type Quad, type Term, termKey, terms } from '../../rdf/index.ts';
import { buildStore, NAMELESS_GRAPH, type Store } from '../../store/index.ts';
import type { GraphName } from './operations.ts';

export type Triple = Pick<Quad, 'subject' | 'predicate' | 'object'>;

interface Graph {
  readonly name: Term;
  /** By a key that equal triples share. */
  readonly triples: Map<string, Triple>;
}

const DEFAULT_KEY = termKey(terms.defaultGraph());

const keyOf = ({ subject, predicate, object }: Triple): string =>
  [subject, predicate, object].map((term) => termKey(term)).join(' ');

export const graphTerm = (graph: GraphName): Term =>
  graph === undefined ? terms.defaultGraph() : terms.namedNode(graph);

export class GraphStore {
  /** The version of this state once the draft is complete. */
  readonly version: string;
  readonly #graphs: Map<string, Graph>;
  /** Graphs that this draft does not share. */
  readonly #unshared = new Set<string>();
  #built: Store | undefined;

  private constructor(version: string, graphs: Map<string, Graph>, built?: Store) {
    this.version = version;
    this.#graphs = graphs;
    this.#built = built;
  }

  static empty(version: string): GraphStore {
    const graph: Graph = { name: terms.defaultGraph(), triples: new Map() };
    return new GraphStore(version, new Map([[DEFAULT_KEY, graph]]));
  }

  /** A copy on write. */
  draft(version: string): GraphStore {
    return new GraphStore(version, new Map(this.#graphs), this.#built);
  }

  /** Whether the graph exists; it may be empty. */
  has(graph: GraphName): boolean {
    return this.#graphs.has(termKey(graphTerm(graph)));
  }

  /** All graphs but the default graph. */
  names(): string[] {
    return Array.from(this.#graphs.values(), ({ name }) => name)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value);
  }

  /** The triples of a graph; none where it does not exist. */
  triplesOf(graph: GraphName): readonly Triple[] {
    return [...(this.#graphs.get(termKey(graphTerm(graph)))?.triples.values() ?? [])];
  }

  /** Creates the graph if it does not exist. */
  create(name: Term): void {
    const key = termKey(name);
    if (!this.#graphs.has(key)) this.#put(key, { name, triples: new Map() });
  }

  add({ subject, predicate, object }: Triple, graph: Term): void {
    const triple = { subject, predicate, object };
    this.create(graph);
    this.#writable(termKey(graph))?.set(keyOf(triple), triple);
  }

  /** Adds triples; creates the graph if it does not exist. */
  addAll(graph: GraphName, triples: Iterable<Triple>): void {
    const name = graphTerm(graph);
    this.create(name);
    for (const triple of triples) this.add(triple, name);
  }

  remove(triple: Triple, graph: Term): void {
    const key = termKey(graph);
    if (this.#graphs.get(key)?.triples.has(keyOf(triple)))
      this.#writable(key)?.delete(keyOf(triple));
  }

  clear(graph: GraphName): void {
    const name = graphTerm(graph);
    if (this.has(graph)) this.#put(termKey(name), { name, triples: new Map() });
  }

  /** Removes a named graph; the default graph becomes empty. */
  drop(graph: GraphName): void {
    if (graph === undefined) return this.clear(graph);
    this.#graphs.delete(termKey(graphTerm(graph)));
    this.#built = undefined;
  }

  /** Removes all named graphs, also those named by blank nodes. */
  dropNamed(): void {
    for (const key of this.#graphs.keys()) if (key !== DEFAULT_KEY) this.#graphs.delete(key);
    this.#built = undefined;
  }

  clearNamed(): void {
    for (const [key, { name }] of this.#graphs)
      if (key !== DEFAULT_KEY) this.#put(key, { name, triples: new Map() });
  }

  /** An immutable snapshot for queries, without empty named graphs. */
  toStore(): Store {
    this.#built ??= buildStore(this.#quads(), {
      version: this.version,
      isInDefaultGraph: (iri) => iri === NAMELESS_GRAPH,
    });
    return this.#built;
  }

  *#quads(): Generator<Quad> {
    const nameless = terms.namedNode(NAMELESS_GRAPH);
    for (const { name, triples } of this.#graphs.values()) {
      const graph = name.termType === 'DefaultGraph' ? nameless : (name as Quad['graph']);
      for (const { subject, predicate, object } of triples.values())
        yield terms.quad(subject, predicate, object, graph);
    }
  }

  #put(key: string, graph: Graph): void {
    this.#graphs.set(key, graph);
    this.#unshared.add(key);
    this.#built = undefined;
  }

  /** The triples of a graph, unshared, to be changed. */
  #writable(key: string): Map<string, Triple> | undefined {
    const graph = this.#graphs.get(key);
    if (!graph) return undefined;
    this.#built = undefined;
    if (this.#unshared.has(key)) return graph.triples;
    const triples = new Map(graph.triples);
    this.#put(key, { name: graph.name, triples });
    return triples;
  }
}
