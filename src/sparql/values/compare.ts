/** Equality and order of values. https://www.w3.org/TR/sparql11-query/#OperatorMapping */
import { compareDecimal } from '../../xsd/index.ts';
import {
  datatypeOf,
  exactOf,
  isLiteral,
  lexicalOf,
  type NumberValue,
  type Value,
} from './value.ts';

/** Negative, zero or positive; NaN where one of the numbers is. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const isExact = (value: NumberValue) => value.type === 'integer' || value.type === 'decimal';
  const isFloat = a.type === 'float' || b.type === 'float';
  const isDouble = a.type === 'double' || b.type === 'double';
  const [left, right] =
    isFloat && !isDouble ? [Math.fround(a.number), Math.fround(b.number)] : [a.number, b.number];
  if (left < right) return -1;
  if (left > right) return 1;
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
  const isSafe = a.type === 'integer' && b.type === 'integer' && !a.exact && !b.exact;
  return isSafe || !isExact(a) || !isExact(b) ? 0 : compareDecimal(exactOf(a), exactOf(b));
}

/** By code points, not by the units of UTF-16. */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    // Halves of characters beyond the basic plane are below those from U+E000 on, and belong above them.
    const isHalf = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
    if (isHalf(left) !== isHalf(right)) return isHalf(left) ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

/** Undefined is an error: values of unknown datatypes may be equal or not. https://www.w3.org/TR/sparql11-query/#func-RDFterm-equal */
export function equals(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a, b) === 0;
  if (a.kind === 'triple' && b.kind === 'triple') return equalTriples(a, b);
  if (!isLiteral(a) || !isLiteral(b)) return sameTerm(a, b);
  if (a.kind === 'literal' || b.kind === 'literal') return sameTerm(a, b) ? true : undefined;
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
  if ('parsed' in a && 'parsed' in b && a.kind === b.kind)
    return a.parsed.instantMs === b.parsed.instantMs;
  return sameTerm(a, b);
}

function equalTriples(
  a: Value & { kind: 'triple' },
  b: Value & { kind: 'triple' },
): boolean | undefined {
  let isError = false;
  for (const place of ['subject', 'predicate', 'object'] as const) {
    const isEqual = equals(a[place], b[place]);
    if (isEqual === false) return false;
    if (isEqual === undefined) isError = true;
  }
  return isError ? undefined : true;
}

/** https://www.w3.org/TR/sparql11-query/#func-sameTerm */
export function sameTerm(a: Value, b: Value): boolean {
  if (a.kind === 'triple' || b.kind === 'triple')
    return (
      a.kind === 'triple' &&
      b.kind === 'triple' &&
      sameTerm(a.subject, b.subject) &&
      sameTerm(a.predicate, b.predicate) &&
      sameTerm(a.object, b.object)
    );
  if (!isLiteral(a) || !isLiteral(b))
    return a.kind === b.kind && (a as { text: string }).text === (b as { text: string }).text;
  if (a.kind === 'tagged' && b.kind === 'tagged')
    return a.text === b.text && a.language === b.language && a.direction === b.direction;
  return datatypeOf(a) === datatypeOf(b) && lexicalOf(a) === lexicalOf(b);
}

/** Undefined for values that have no order among each other. */
export function lessThan(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a, b) < 0;
  if (a.kind === 'string' && b.kind === 'string') return compareTexts(a.text, b.text) < 0;
  if (a.kind === 'boolean' && b.kind === 'boolean') return !a.value && b.value;
  if ('parsed' in a && 'parsed' in b && a.kind === b.kind)
    return a.parsed.instantMs < b.parsed.instantMs;
  return undefined;
}

/** Kinds of terms in the sequence of ORDER BY. https://www.w3.org/TR/sparql11-query/#modOrderBy */
const PLACE_OF_KIND = {
  blank: 0,
  iri: 1,
  number: 2,
  boolean: 3,
  dateTime: 4,
  date: 5,
  string: 6,
  tagged: 6,
  time: 7,
  literal: 7,
  triple: 8,
} as const satisfies Record<Value['kind'], number>;

/** The order of all values, in which a store sorts them: equal values compare as 0. */
export function compareForOrder(a: Value, b: Value): number {
  const difference = PLACE_OF_KIND[a.kind] - PLACE_OF_KIND[b.kind];
  if (difference !== 0) return difference;
  if (a.kind === 'number' && b.kind === 'number') return compareNumbersForOrder(a, b);
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.value) - Number(b.value);
  if ((a.kind === 'dateTime' && b.kind === 'dateTime') || (a.kind === 'date' && b.kind === 'date'))
    return a.parsed.instantMs - b.parsed.instantMs;
  if (a.kind === 'triple' && b.kind === 'triple')
    return (
      compareForOrder(a.subject, b.subject) ||
      compareForOrder(a.predicate, b.predicate) ||
      compareForOrder(a.object, b.object)
    );
  if (!isLiteral(a) || !isLiteral(b))
    return compareTexts((a as { text: string }).text, (b as { text: string }).text);
  if (PLACE_OF_KIND[a.kind] === PLACE_OF_KIND.string)
    return compareTexts(lexicalOf(a), lexicalOf(b)) || compareTexts(tagOf(a), tagOf(b));
  return compareTexts(datatypeOf(a), datatypeOf(b)) || compareTexts(lexicalOf(a), lexicalOf(b));
}

/** All pairs by their doubles first, so that the order is one; exact numbers of the same double by their digits. */
function compareNumbersForOrder(a: NumberValue, b: NumberValue): number {
  if (a.number < b.number) return -1;
  if (a.number > b.number) return 1;
  const order = compareNumbers(a, b);
  // NaN is after all numbers.
  return Number.isNaN(order)
    ? Number(Number.isNaN(a.number)) - Number(Number.isNaN(b.number))
    : order;
}

const tagOf = (value: Value): string =>
  value.kind === 'tagged' ? `${value.language} ${value.direction}` : '';
