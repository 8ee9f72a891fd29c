/** Terms as numbers. */
import { type ConcreteTerm, type Term, termKey } from '../rdf/index.ts';

declare const brand: unique symbol;

/** The number of a term in one dictionary: 32 bits, from 1. It means nothing in another dictionary. */
export type TermId = number & { readonly [brand]: 'TermId' };

/** Id of no term. */
export const UNBOUND = 0 as TermId;

/** The two-way map between terms and their ids. */
export interface TermDictionary {
  /** How many terms there are. */
  readonly size: number;
  /** The id of a term, or undefined for a term that the dataset does not hold. */
  idOf(term: Term): TermId | undefined;
  /** The term of an id that this dictionary gave out. @throws {RangeError} for any other. */
  termOf(id: TermId): ConcreteTerm;
}

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
