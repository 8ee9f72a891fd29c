/** The plain dataset: an array of quads and one posting list per term and place. The oracle of the store. */
import { type ConcreteTerm, type Quad, type Term, termKey } from '../../src/rdf/index.ts';
import {
  type Dataset,
  DEFAULT_GRAPH,
  type IdQuad,
  type QuadPattern,
  type TermDictionary,
  type TermId,
} from '../../src/store/index.ts';

type Place = 'subject' | 'predicate' | 'object' | 'graph';
const PLACES = ['subject', 'predicate', 'object', 'graph'] as const satisfies Place[];

export interface PlainDatasetOptions {
  readonly version: string;
  /** Whether the named graph is part of the default graph; default: every one is. */
  readonly isInDefaultGraph?: (graphIri: string) => boolean;
}

/** A dataset of the quads, each of which must stand in a named graph. Repeated quads count once. */
export function buildPlainDataset(quads: Iterable<Quad>, options: PlainDatasetOptions): Dataset {
  return new PlainDataset(quads, options);
}

class PlainDataset implements Dataset {
  readonly version: string;
  readonly graphs: readonly TermId[];
  readonly defaultGraphs: ReadonlySet<TermId>;
  readonly #dictionary = new MapDictionary();
  readonly #quads: IdQuad[] = [];
  readonly #postings: Record<Place, Map<TermId, IdQuad[]>> = {
    subject: new Map(),
    predicate: new Map(),
    object: new Map(),
    graph: new Map(),
  };

  constructor(
    quads: Iterable<Quad>,
    { version, isInDefaultGraph = () => true }: PlainDatasetOptions,
  ) {
    this.version = version;
    const seen = new Set<string>();
    for (const quad of quads) {
      const ids = this.#intern(quad);
      const key = `${ids.subject} ${ids.predicate} ${ids.object} ${ids.graph}`;
      if (seen.has(key)) continue;
      seen.add(key);
      this.#add(ids);
    }
    this.graphs = [...this.#postings.graph.keys()];
    this.defaultGraphs = new Set(
      this.graphs.filter((graph) => isInDefaultGraph(this.#dictionary.termOf(graph).value)),
    );
  }

  get dictionary(): TermDictionary {
    return this.#dictionary;
  }

  count(pattern: QuadPattern): number {
    let count = 0;
    for (const _ of this.scan(pattern)) count += 1;
    return count;
  }

  *scan(pattern: QuadPattern): Iterable<IdQuad> {
    const seen = pattern.graph === DEFAULT_GRAPH ? new Set<string>() : undefined;
    for (const quad of this.#shortestPosting(pattern)) {
      if (!matches(quad, pattern)) continue;
      if (seen) {
        if (!this.defaultGraphs.has(quad.graph)) continue;
        const triple = `${quad.subject} ${quad.predicate} ${quad.object}`;
        if (seen.has(triple)) continue;
        seen.add(triple);
      }
      yield quad;
    }
  }

  #intern(quad: Quad): IdQuad {
    if (quad.graph.termType === 'DefaultGraph')
      throw new Error('a quad of this dataset stands in a named graph');
    const id = (term: unknown) => this.#dictionary.intern(term as ConcreteTerm);
    return Object.freeze({
      subject: id(quad.subject),
      predicate: id(quad.predicate),
      object: id(quad.object),
      graph: id(quad.graph),
    });
  }

  #add(quad: IdQuad): void {
    this.#quads.push(quad);
    for (const place of PLACES) {
      const posting = this.#postings[place].get(quad[place]);
      if (posting) posting.push(quad);
      else this.#postings[place].set(quad[place], [quad]);
    }
  }

  #shortestPosting(pattern: QuadPattern): readonly IdQuad[] {
    let shortest: readonly IdQuad[] = this.#quads;
    for (const place of PLACES) {
      const id = pattern[place];
      if (id === undefined || id === DEFAULT_GRAPH) continue;
      const posting = this.#postings[place].get(id as TermId) ?? [];
      if (posting.length < shortest.length) shortest = posting;
    }
    return shortest;
  }
}

const matches = (quad: IdQuad, pattern: QuadPattern): boolean =>
  (pattern.subject === undefined || quad.subject === pattern.subject) &&
  (pattern.predicate === undefined || quad.predicate === pattern.predicate) &&
  (pattern.object === undefined || quad.object === pattern.object) &&
  (pattern.graph === undefined || pattern.graph === DEFAULT_GRAPH || quad.graph === pattern.graph);

/** A dictionary over a Map: plain, and the measure of faster ones. */
export class MapDictionary implements TermDictionary {
  readonly #ids = new Map<string, TermId>();
  readonly #terms: ConcreteTerm[] = [];

  get size(): number {
    return this.#terms.length;
  }

  idOf(term: Term): TermId | undefined {
    return this.#ids.get(termKey(term));
  }

  termOf(id: TermId): ConcreteTerm {
    const term = this.#terms[id - 1];
    if (!term) throw new RangeError(`no term has the id ${id}`);
    return term;
  }

  /** The id of a term, which is added where it is new. */
  intern(term: ConcreteTerm): TermId {
    const key = termKey(term);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#terms.push(term);
    const id = this.#terms.length as TermId;
    this.#ids.set(key, id);
    return id;
  }
}
