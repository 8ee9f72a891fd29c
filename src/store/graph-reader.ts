/** Reads statements of some graphs by id and by term: objects, subjects, texts, lists and counts. */
import { type ConcreteTerm, rdf, type Term, terms } from '../rdf/index.ts';
import { type OrderName } from './orders/order.ts';
import { countsBySecond, patternRange } from './orders/pattern-range.ts';
import type { TermId } from './dictionary/term-dictionary.ts';
import type { TripleIndex } from './orders/triple-index.ts';
import type { Store } from './store.ts';

/** Members of a list; a longer or circular list is cut. */
const MAX_LIST = 2000;
/** Values of one property of one subject; further ones are not read. */
const MAX_VALUES = 2000;

/** A text with its language; empty where it has none. */
export interface TaggedText {
  readonly text: string;
  readonly language: string;
}

export class GraphReader {
  readonly store: Store;
  readonly #indexes: readonly TripleIndex[];
  readonly #known = new Map<string, TermId | undefined>();

  /** @param graphs IRIs of graphs; without them, the default graph. */
  constructor(store: Store, graphs?: Iterable<string>) {
    this.store = store;
    this.#indexes =
      graphs === undefined
        ? [store.defaultIndex]
        : Iterator.from(graphs)
            .map((iri) => store.dictionary.idOf(terms.namedNode(iri)))
            .filter((id) => id !== undefined)
            .map((id) => store.graphIndex(id))
            .toArray();
  }

  /** The id of a term; undefined where the data does not have it. Cached for IRIs. */
  idOf(term: Term): TermId | undefined {
    if (term.termType !== 'NamedNode') return this.store.dictionary.idOf(term);
    if (!this.#known.has(term.value)) {
      if (this.#known.size > 10_000) this.#known.clear();
      this.#known.set(term.value, this.store.dictionary.idOf(term));
    }
    return this.#known.get(term.value);
  }

  termOf(id: TermId): ConcreteTerm {
    return this.store.dictionary.termOf(id);
  }

  isIri(id: TermId): boolean {
    const [start, end] = this.store.dictionary.ranges.iris;
    return id >= start && id < end;
  }

  isBlank(id: TermId): boolean {
    return id < this.store.dictionary.ranges.blankNodes[1];
  }

  objects(subject: TermId, predicate: Term): readonly TermId[] {
    const property = this.idOf(predicate);
    return property === undefined ? [] : this.#thirds('spo', { subject, predicate: property });
  }

  subjects(predicate: Term, object: Term | TermId): readonly TermId[] {
    const property = this.idOf(predicate);
    const value = typeof object === 'number' ? object : this.idOf(object);
    if (property === undefined || value === undefined) return [];
    return this.#thirds('pos', { predicate: property, object: value });
  }

  /** Properties of a subject, with how many values each has. */
  properties(subject: TermId): ReadonlyMap<TermId, number> {
    const found = new Map<TermId, number>();
    for (const index of this.#indexes)
      for (const [property, count] of countsBySecond(patternRange(index, { subject }, 'spo')))
        found.set(property, (found.get(property) ?? 0) + count);
    return found;
  }

  object(subject: TermId, predicate: Term): ConcreteTerm | undefined {
    const [first] = this.objects(subject, predicate);
    return first === undefined ? undefined : this.termOf(first);
  }

  /** Values that are IRIs. */
  iris(subject: TermId, predicate: Term): string[] {
    return this.objects(subject, predicate)
      .filter((id) => this.isIri(id))
      .map((id) => this.store.dictionary.textOf(id));
  }

  /** Every text by one of the properties, the best property first. */
  texts(subject: TermId, predicates: readonly Term[]): TaggedText[] {
    return predicates.flatMap((predicate) =>
      this.objects(subject, predicate)
        .map((id) => this.termOf(id))
        .filter((term) => term.termType === 'Literal')
        .map(({ value, language }) => ({ text: value, language })),
    );
  }

  /** One text for each language: the first of the best property that has one. */
  textByLanguage(subject: TermId, predicates: readonly Term[]): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const { text, language } of this.texts(subject, predicates))
      if (!found.has(language)) found.set(language, text);
    return found;
  }

  isTrue(subject: TermId, predicate: Term): boolean {
    const value = this.object(subject, predicate);
    return value?.termType === 'Literal' && (value.value === 'true' || value.value === '1');
  }

  /** The members of an RDF list. */
  list(head: TermId): TermId[] {
    const members: TermId[] = [];
    const seen = new Set<TermId>();
    const end = this.idOf(rdf('nil'));
    let cell: TermId | undefined = head;
    while (cell !== undefined && cell !== end && !seen.has(cell) && members.length < MAX_LIST) {
      seen.add(cell);
      const [first] = this.objects(cell, rdf('first'));
      if (first !== undefined) members.push(first);
      [cell] = this.objects(cell, rdf('rest'));
    }
    return members;
  }

  #thirds(name: OrderName, pattern: Parameters<typeof patternRange>[1]): readonly TermId[] {
    const [only] = this.#indexes;
    if (this.#indexes.length === 1 && only) return thirdsOf(only, name, pattern);
    return [...new Set(this.#indexes.flatMap((index) => thirdsOf(index, name, pattern)))];
  }
}

function thirdsOf(
  index: TripleIndex,
  name: OrderName,
  pattern: Parameters<typeof patternRange>[1],
): TermId[] {
  const { order, start, end } = patternRange(index, pattern, name);
  return Array.from(order.third.subarray(start, Math.min(end, start + MAX_VALUES))) as TermId[];
}
