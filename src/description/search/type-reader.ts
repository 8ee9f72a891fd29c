/** The classes of resources, read by term id: fast enough for all results of a search. */
import { rdf, rdfs, type Term, terms } from '../../rdf/index.ts';
import {
  lowerBound,
  type PatternRange,
  patternRange,
  type Store,
  type TermId,
} from '../../store/index.ts';
import type { TermCount } from '../description.ts';
import { type Kind, kindOf } from '../kinds.ts';

export class TypeReader {
  readonly #store: Store;
  readonly #type: TermId | undefined;

  constructor(store: Store) {
    this.#store = store;
    this.#type = store.dictionary.idOf(rdf('type'));
  }

  /** The classes of one resource, by number of instances, ascending: the most specific first. */
  typesOf(subject: TermId): string[] {
    return Array.from(this.#typesOf(subject))
      .toSorted((a, b) => this.#size(a) - this.#size(b))
      .map((type) => this.#store.dictionary.textOf(type));
  }

  /** The number of subjects by class, descending. */
  count(subjects: Iterable<TermId>): TermCount[] {
    const counts = new Map<TermId, number>();
    for (const subject of subjects)
      for (const type of this.#typesOf(subject)) counts.set(type, (counts.get(type) ?? 0) + 1);
    return Array.from(counts, ([id, count]) => ({
      iri: this.#store.dictionary.textOf(id),
      count,
    })).toSorted((a, b) => b.count - a.count || (a.iri < b.iri ? -1 : 1));
  }

  isOf(subject: TermId, type: string): boolean {
    const object = this.#idOf(type);
    return (
      object !== undefined &&
      this.#type !== undefined &&
      this.#store.defaultIndex.contains(subject, this.#type, object)
    );
  }

  /** The instances of a class that are IRIs, sorted. */
  membersOf(type: string): Uint32Array {
    const object = this.#idOf(type);
    if (object === undefined || this.#type === undefined) return new Uint32Array();
    const range = patternRange(this.#store.defaultIndex, { predicate: this.#type, object }, 'pos');
    return this.#irisOf(range);
  }

  /** The kind of the instances of a class. */
  kindOfClass(type: string): Kind {
    const predicate = this.#store.dictionary.idOf(rdfs('subClassOf'));
    return kindOf([type], (iri) => {
      const subject = this.#idOf(iri);
      if (subject === undefined || predicate === undefined) return [];
      const range = patternRange(this.#store.defaultIndex, { subject, predicate }, 'spo');
      return Array.from(this.#irisOf(range), (id) => this.#store.dictionary.textOf(id as TermId));
    });
  }

  #typesOf(subject: TermId): Iterable<TermId> {
    if (this.#type === undefined) return [];
    const range = patternRange(this.#store.defaultIndex, { subject, predicate: this.#type }, 'spo');
    return this.#irisOf(range) as Iterable<number> as Iterable<TermId>;
  }

  /** The third terms of a range that are IRIs. The ids of IRIs are consecutive, so they form a subarray. */
  #irisOf({ order, start, end }: PatternRange): Uint32Array {
    const [first, after] = this.#store.dictionary.ranges.iris;
    const from = lowerBound(order.third, first, start, end);
    return order.third.subarray(from, lowerBound(order.third, after, from, end));
  }

  #size(type: TermId): number {
    return this.#store.defaultIndex.count(0 as TermId, this.#type ?? (0 as TermId), type);
  }

  #idOf(iri: string): TermId | undefined {
    return this.#store.dictionary.idOf(terms.namedNode(iri) as Term);
  }
}
