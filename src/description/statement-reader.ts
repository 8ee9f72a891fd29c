/** Statements of some graphs, place by place: what a subject has by a property, and who has it. */
import { type ConcreteTerm, rdf, type Term, terms } from '../rdf/index.ts';
import {
  type OrderName,
  runOf,
  secondsOf,
  type Store,
  type TermId,
  type TripleIndex,
} from '../store/index.ts';

/** Longer lists are cut, and so are lists that run in a circle. */
const MAX_LIST = 2000;
/** Values of one property of one subject that anybody wants to read on a page. */
const MAX_VALUES = 2000;

/** A text with its language; empty where it has none. */
export interface SaidText {
  readonly text: string;
  readonly language: string;
}

export class StatementReader {
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

  /** The number of a term, or undefined where the data does not have it. Asked often, so kept. */
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
      for (const [property, count] of secondsOf(runOf(index, { subject }, 'spo')))
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
  texts(subject: TermId, predicates: readonly Term[]): SaidText[] {
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

  #thirds(name: OrderName, pattern: Parameters<typeof runOf>[1]): readonly TermId[] {
    const [only] = this.#indexes;
    if (this.#indexes.length === 1 && only) return thirdsOf(only, name, pattern);
    return [...new Set(this.#indexes.flatMap((index) => thirdsOf(index, name, pattern)))];
  }
}

function thirdsOf(
  index: TripleIndex,
  name: OrderName,
  pattern: Parameters<typeof runOf>[1],
): TermId[] {
  const { order, start, end } = runOf(index, pattern, name);
  return Array.from(order.third.subarray(start, Math.min(end, start + MAX_VALUES))) as TermId[];
}
