/** Terms as numbers. */
import type { ConcreteTerm, Term } from '../../rdf/index.ts';

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
