/**
 * The sequence of ORDER BY for all terms: blank nodes, IRIs, then literals (numbers by value, booleans, dates with
 * time and dates by instant, texts by code points, all others), then triple terms.
 * https://www.w3.org/TR/sparql11-query/#modOrderBy
 */
import {
  compareDecimals,
  booleanOfLiteral,
  instantOfLiteral,
  isExactDatatype,
  numberOfLiteral,
} from './literal-value.ts';
import { orderKeyOf } from './literal-types.ts';
import { release, scratchFloat64, scratchUint32 } from '../memory/scratch.ts';
import { sortByBytes } from './sort-bytes.ts';
import { BLANK_NODE, IRI, LITERAL, type TermInterner } from './term-interner.ts';

export const RANGE_NAMES = [
  'blankNodes',
  'iris',
  'numbers',
  'booleans',
  'dateTimes',
  'dates',
  'strings',
  'otherLiterals',
  'tripleTerms',
] as const;

export type RangeName = (typeof RANGE_NAMES)[number];

export interface SortedTerms {
  /** Provisional ids in their final sequence; scratch memory that the caller owns. */
  readonly sequence: Uint32Array;
  /** Where each range begins in the sequence; one more at the end. */
  readonly starts: readonly number[];
  /** Values of the numbers, in their sequence. */
  readonly numbers: Float64Array;
  /** 1 for a term from the numbers to the dates that equals the one before it in value. */
  readonly equalsBefore: Uint8Array;
}

export function sortTerms(terms: TermInterner): SortedTerms {
  const groups = new Map<RangeName, number[]>(RANGE_NAMES.map((name) => [name, []]));
  const values = scratchFloat64(terms.length);
  for (let id = 0; id < terms.length; id += 1) groups.get(classify(terms, id, values))?.push(id);

  const sequence = scratchUint32(terms.length);
  const starts: number[] = [];
  const final = scratchUint32(terms.length);
  let at = 0;
  for (const name of RANGE_NAMES) {
    starts.push(at);
    const group = groups.get(name) ?? [];
    const ids = sequence.subarray(at, at + group.length);
    ids.set(group);
    sortGroup(name, ids, { terms, values, final });
    for (let index = 0; index < ids.length; index += 1) final[ids[index] as number] = at + index;
    at += group.length;
    groups.delete(name);
  }
  starts.push(at);
  const [numbersStart, booleansStart, , , stringsStart] = starts.slice(2) as number[];
  const numbers = Float64Array.from(
    sequence.subarray(numbersStart, booleansStart),
    (id) => values[id] as number,
  );
  const equalsBefore = findEquals(sequence.subarray(numbersStart, stringsStart), terms, values);
  release(values, final);
  return { sequence, starts, numbers, equalsBefore };
}

/** The range of a term; the value that decides its place in it goes to `values`. */
function classify(terms: TermInterner, id: number, values: Float64Array): RangeName {
  switch (terms.kinds[id]) {
    case BLANK_NODE:
      return 'blankNodes';
    case IRI:
      return 'iris';
    case LITERAL:
      break;
    default:
      return 'tripleTerms';
  }
  const type = terms.types[id] as number;
  const { datatype } = terms.literalTypes.types[type] as { datatype: string };
  const kind = terms.literalTypes.classes[type];
  if (kind === 'string') return 'strings';
  if (kind === 'other' || kind === undefined) return 'otherLiterals';
  const text = terms.textOf(id);
  const value =
    kind === 'number'
      ? numberOfLiteral(text, datatype)
      : kind === 'boolean'
        ? booleanOfLiteral(text)
        : instantOfLiteral(text, kind);
  if (value === undefined) return 'otherLiterals';
  values[id] = value;
  return `${kind}s`;
}

interface Sorting {
  readonly terms: TermInterner;
  readonly values: Float64Array;
  /** Final places of the ranges before. */
  readonly final: Uint32Array;
}

function sortGroup(name: RangeName, ids: Uint32Array, { terms, values, final }: Sorting): void {
  const texts = { bytes: terms.arena, offsets: terms.offsets };
  const typeOrder = orderOfTypes(terms);
  const byType = (a: number, b: number) =>
    (typeOrder[terms.types[a] as number] as number) -
    (typeOrder[terms.types[b] as number] as number);
  switch (name) {
    case 'blankNodes':
    case 'iris':
      return sortByBytes(ids, texts);
    case 'strings':
      return sortByBytes(ids, texts, (equal) => void equal.sort(byType));
    case 'otherLiterals': {
      ids.sort((a, b) => byType(a, b) || a - b);
      for (let start = 0; start < ids.length;) {
        let end = start + 1;
        while (
          end < ids.length &&
          terms.types[ids[end] as number] === terms.types[ids[start] as number]
        )
          end += 1;
        sortByBytes(ids.subarray(start, end), texts);
        start = end;
      }
      return undefined;
    }
    case 'numbers':
    case 'booleans':
    case 'dateTimes':
    case 'dates': {
      // A total order, also where 0.1e0 equals two decimals that differ; the text last, so that it is rarely decoded.
      ids.sort(
        (a, b) =>
          compareValues(values[a] as number, values[b] as number) ||
          Number(isExact(terms, b)) - Number(isExact(terms, a)) ||
          compareExactly(terms, a, b) ||
          byType(a, b) ||
          compareTexts(terms, a, b),
      );
      return undefined;
    }
    case 'tripleTerms':
      ids.sort((a, b) => compareTriples(terms, { a, b, final }));
  }
}

/** NaN comes last. */
function compareValues(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

const isExact = (terms: TermInterner, id: number): boolean =>
  isExactDatatype(terms.literalTypes.types[terms.types[id] as number]?.datatype ?? '');

/** Numbers whose doubles are the same may differ beyond them. */
function compareExactly(terms: TermInterner, a: number, b: number): number {
  if (!isExact(terms, a) || !isExact(terms, b)) return 0;
  return compareDecimals(terms.textOf(a), terms.textOf(b));
}

const compareTexts = (terms: TermInterner, a: number, b: number): number =>
  Buffer.compare(Buffer.from(terms.textOf(a)), Buffer.from(terms.textOf(b)));

function compareTriples(
  terms: TermInterner,
  { a, b, final }: { a: number; b: number; final: Uint32Array },
): number {
  const [left, right] = [terms.partsOf(a), terms.partsOf(b)];
  for (let place = 0; place < 3; place += 1) {
    const [one, other] = [left[place] as number, right[place] as number];
    if (one === other) continue;
    const isNested = (id: number) =>
      terms.kinds[id] !== BLANK_NODE && terms.kinds[id] !== IRI && terms.kinds[id] !== LITERAL;
    if (isNested(one) && isNested(other)) return compareTriples(terms, { a: one, b: other, final });
    if (isNested(one) !== isNested(other)) return isNested(one) ? 1 : -1;
    return (final[one] as number) - (final[other] as number);
  }
  return 0;
}

/** The position of each literal type among all of them. */
function orderOfTypes({ literalTypes: { types } }: TermInterner): Uint32Array {
  const keys = types.map(orderKeyOf);
  const order = new Uint32Array(types.length);
  const sorted = Array.from(keys.entries()).toSorted(([, a], [, b]) =>
    a < b ? -1 : Number(a > b),
  );
  for (const [position, [number]] of sorted.entries()) order[number] = position;
  return order;
}

function findEquals(ids: Uint32Array, terms: TermInterner, values: Float64Array): Uint8Array {
  const equalsBefore = new Uint8Array(ids.length);
  const classOf = (id: number) => terms.literalTypes.classes[terms.types[id] as number];
  for (let index = 1; index < ids.length; index += 1) {
    const [before, id] = [ids[index - 1] as number, ids[index] as number];
    if (
      values[before] === values[id] &&
      classOf(before) === classOf(id) &&
      compareExactly(terms, before, id) === 0
    )
      equalsBefore[index] = 1;
  }
  return equalsBefore;
}
