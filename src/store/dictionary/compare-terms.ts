/**
 * The order of terms between two dictionaries: the one of `sort-terms.ts`, over terms that are sorted already.
 * https://www.w3.org/TR/sparql11-query/#modOrderBy
 */
import { orderKeyOf } from './literal-types.ts';
import {
  booleanOfLiteral,
  compareDecimals,
  instantOfLiteral,
  isExactDatatype,
} from './literal-value.ts';
import { RANGE_NAMES } from './sort-terms.ts';
import type { StoreDictionary } from './store-dictionary.ts';
import type { TermId } from './term-dictionary.ts';

/** A term of a dictionary. */
export interface TermAt {
  readonly dictionary: StoreDictionary;
  readonly id: TermId;
}

/** Negative, zero for the same term, or positive. */
export function compareTerms(a: TermAt, b: TermAt): number {
  const range = a.dictionary.rangeOf(a.id);
  const ranges = range - b.dictionary.rangeOf(b.id);
  if (ranges !== 0) return ranges;
  switch (RANGE_NAMES[range]) {
    case 'blankNodes':
    case 'iris':
      return compareBytes(a, b);
    case 'strings':
      return compareBytes(a, b) || compareTypes(a, b);
    case 'tripleTerms':
      return compareTripleTerms(a, b);
    case 'otherLiterals':
      return compareTypes(a, b) || compareBytes(a, b);
    default:
      return compareValues(a, b) || compareTypes(a, b) || compareBytes(a, b);
  }
}

/** Whether two literals are in one range of ordered values and have equal values. */
export function haveEqualValues(a: TermAt, b: TermAt): boolean {
  if (a.dictionary.rangeOf(a.id) !== b.dictionary.rangeOf(b.id)) return false;
  // NaN equals nothing.
  if (valueOf(a) !== valueOf(b)) return false;
  const areExact = [a, b].every((term) => isExactDatatype(literalTypeOf(term).datatype));
  return !areExact || compareValues(a, b) === 0;
}

function compareBytes(a: TermAt, b: TermAt): number {
  return Buffer.compare(a.dictionary.bytesOf(a.id), b.dictionary.bytesOf(b.id));
}

function compareTypes(a: TermAt, b: TermAt): number {
  const [one, other] = [orderKeyOf(literalTypeOf(a)), orderKeyOf(literalTypeOf(b))];
  return one < other ? -1 : Number(one > other);
}

/** By value, NaN last; where doubles are equal, exact types first, those by their digits. */
function compareValues(a: TermAt, b: TermAt): number {
  const [one, other] = [valueOf(a), valueOf(b)];
  if (one < other) return -1;
  if (one > other) return 1;
  if (Number.isNaN(one) || Number.isNaN(other))
    return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
  const [isExact, isOtherExact] = [a, b].map((term) =>
    isExactDatatype(literalTypeOf(term).datatype),
  );
  if (isExact !== isOtherExact) return isExact === true ? -1 : 1;
  return isExact === true
    ? compareDecimals(a.dictionary.textOf(a.id), b.dictionary.textOf(b.id))
    : 0;
}

function valueOf({ dictionary, id }: TermAt): number {
  const name = RANGE_NAMES[dictionary.rangeOf(id)];
  const value =
    name === 'numbers'
      ? dictionary.numberOf(id)
      : name === 'booleans'
        ? booleanOfLiteral(dictionary.textOf(id))
        : instantOfLiteral(dictionary.textOf(id), name === 'dates' ? 'date' : 'dateTime');
  return value ?? Number.NaN;
}

const literalTypeOf = ({ dictionary, id }: TermAt) =>
  dictionary.literalTypes[dictionary.typeOf(id)] as StoreDictionary['literalTypes'][number];

function compareTripleTerms(a: TermAt, b: TermAt): number {
  const [parts, others] = [a.dictionary.partsOf(a.id), b.dictionary.partsOf(b.id)];
  for (const [position, part] of parts.entries()) {
    const compared = compareTerms(
      { dictionary: a.dictionary, id: part as TermId },
      { dictionary: b.dictionary, id: others[position] as TermId },
    );
    if (compared !== 0) return compared;
  }
  return 0;
}
