/**
 * A graph store: named graphs and a default graph of its own, which updates change. Drafts share what they do not
 * change, so that a request that fails leaves nothing behind. https://www.w3.org/TR/sparql11-update/#graphStore
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
  /** Names the state once nothing changes it any more. */
  readonly version: string;
  readonly #graphs: Map<string, Graph>;
  /** Graphs that no other draft holds. */
  readonly #own = new Set<string>();
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

  /** A copy to change. */
  draft(version: string): GraphStore {
    return new GraphStore(version, new Map(this.#graphs), this.#built);
  }

  /** Whether there is such a graph, be it empty. */
  has(graph: GraphName): boolean {
    return this.#graphs.has(termKey(graphTerm(graph)));
  }

  /** All graphs but the default graph. */
  names(): string[] {
    return Array.from(this.#graphs.values(), ({ name }) => name)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value);
  }

  /** The triples of a graph; none where there is no such graph. */
  triplesOf(graph: GraphName): readonly Triple[] {
    return [...(this.#graphs.get(termKey(graphTerm(graph)))?.triples.values() ?? [])];
  }

  /** Makes the graph if there is none of that name. */
  create(name: Term): void {
    const key = termKey(name);
    if (!this.#graphs.has(key)) this.#put(key, { name, triples: new Map() });
  }

  add({ subject, predicate, object }: Triple, graph: Term): void {
    const triple = { subject, predicate, object };
    this.create(graph);
    this.#changed(termKey(graph))?.set(keyOf(triple), triple);
  }

  /** Makes the graph, too, if there is none of that name. */
  addAll(graph: GraphName, triples: Iterable<Triple>): void {
    const name = graphTerm(graph);
    this.create(name);
    for (const triple of triples) this.add(triple, name);
  }

  remove(triple: Triple, graph: Term): void {
    const key = termKey(graph);
    if (this.#graphs.get(key)?.triples.has(keyOf(triple)))
      this.#changed(key)?.delete(keyOf(triple));
  }

  clear(graph: GraphName): void {
    const name = graphTerm(graph);
    if (this.has(graph)) this.#put(termKey(name), { name, triples: new Map() });
  }

  /** Removes the graph; the default graph is always there, and becomes empty. */
  drop(graph: GraphName): void {
    if (graph === undefined) return this.clear(graph);
    this.#graphs.delete(termKey(graphTerm(graph)));
    this.#built = undefined;
  }

  /** Removes all graphs that have a name, blank nodes too. */
  dropNamed(): void {
    for (const key of this.#graphs.keys()) if (key !== DEFAULT_KEY) this.#graphs.delete(key);
    this.#built = undefined;
  }

  clearNamed(): void {
    for (const [key, { name }] of this.#graphs)
      if (key !== DEFAULT_KEY) this.#put(key, { name, triples: new Map() });
  }

  /** The state of this moment, for queries. An empty named graph is not in it. */
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
    this.#own.add(key);
    this.#built = undefined;
  }

  /** The triples of a graph that is about to change. */
  #changed(key: string): Map<string, Triple> | undefined {
    const graph = this.#graphs.get(key);
    if (!graph) return undefined;
    this.#built = undefined;
    if (this.#own.has(key)) return graph.triples;
    const triples = new Map(graph.triples);
    this.#put(key, { name: graph.name, triples });
    return triples;
  }
}
