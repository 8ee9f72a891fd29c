/** Comparison and arithmetic. https://www.w3.org/TR/sparql11-query/#OperatorMapping */
import {
  addDecimals,
  digitsOf,
  divideDecimals,
  multiplyDecimals,
  negateDecimal,
  type Decimal,
} from '../../../xsd/index.ts';
import { equals, lessThan } from '../../values/compare.ts';
import {
  booleanValue,
  decimalValue,
  doubleValue,
  effectiveBoolean,
  exactOf,
  floatValue,
  integerValue,
  type NumberValue,
  type Value,
} from '../../values/value.ts';
import { type Row, binary, unary } from './sparql-function.ts';

const maybe = (value: boolean | undefined): Value | undefined =>
  value === undefined ? undefined : booleanValue(value);

const negate = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value;

/** a ≤ b is not b < a, but for NaN, which is in no order with anything. */
const atMost = (a: Value, b: Value): boolean | undefined => {
  const isBelow = lessThan(a, b);
  if (isBelow !== false) return isBelow;
  return equals(a, b);
};

/** Adds, subtracts or multiplies, in the wider type of the two. https://www.w3.org/TR/xpath-functions/#op.numeric */
function calculate(
  a: Value,
  b: Value,
  operation: {
    readonly numbers: (a: number, b: number) => number;
    readonly decimals: (a: Decimal, b: Decimal) => Decimal;
  },
): Value | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  const type = widerOf(a, b);
  if (type === 'double') return doubleValue(operation.numbers(a.number, b.number));
  if (type === 'float') return floatValue(operation.numbers(a.number, b.number));
  if (type === 'integer' && !a.exact && !b.exact) {
    const result = operation.numbers(a.number, b.number);
    if (Number.isSafeInteger(result)) return integerValue(result);
  }
  const [left, right] = [exactOf(a), exactOf(b)];
  if (digitsOf(left) + digitsOf(right) > MAX_DIGITS) return undefined;
  const result = operation.decimals(left, right);
  return type === 'integer' ? integerValue(result.unscaled) : decimalValue(result);
}

/** More digits are an overflow, which is an error. https://www.w3.org/TR/xpath-functions/#op.numeric */
const MAX_DIGITS = 10_000;

const WIDTH = { integer: 0, decimal: 1, float: 2, double: 3 } as const;

const widerOf = (a: NumberValue, b: NumberValue): NumberValue['type'] =>
  WIDTH[a.type] >= WIDTH[b.type] ? a.type : b.type;

export const add = (a: Value, b: Value): Value | undefined =>
  calculate(a, b, { numbers: (x, y) => x + y, decimals: addDecimals });

export const subtract = (a: Value, b: Value): Value | undefined =>
  calculate(a, b, {
    numbers: (x, y) => x - y,
    decimals: (x, y) => addDecimals(x, negateDecimal(y)),
  });

const multiply = (a: Value, b: Value): Value | undefined =>
  calculate(a, b, { numbers: (x, y) => x * y, decimals: multiplyDecimals });

/** Integers divide to a decimal; only floats and doubles can be divided by zero. https://www.w3.org/TR/xpath-functions/#func-numeric-divide */
export function divide(a: Value, b: Value): Value | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  const type = widerOf(a, b);
  if (type === 'double') return doubleValue(a.number / b.number);
  if (type === 'float') return floatValue(a.number / b.number);
  const [dividend, divisor] = [exactOf(a), exactOf(b)];
  if (digitsOf(dividend) + digitsOf(divisor) > MAX_DIGITS) return undefined;
  const quotient = divideDecimals(dividend, divisor);
  return quotient && decimalValue(quotient);
}

export function negative(value: Value): Value | undefined {
  if (value.kind !== 'number') return undefined;
  switch (value.type) {
    case 'double':
      return doubleValue(-value.number);
    case 'float':
      return floatValue(-value.number);
    case 'integer':
      return value.exact ? integerValue(-value.exact.unscaled) : integerValue(0 - value.number);
    case 'decimal':
      return decimalValue(negateDecimal(exactOf(value)));
  }
}

export const OPERATORS: readonly Row[] = [
  binary('=', (a, b) => maybe(equals(a, b))),
  binary('!=', (a, b) => maybe(negate(equals(a, b)))),
  binary('<', (a, b) => maybe(lessThan(a, b))),
  binary('>', (a, b) => maybe(lessThan(b, a))),
  binary('<=', (a, b) => maybe(atMost(a, b))),
  binary('>=', (a, b) => maybe(atMost(b, a))),
  binary('+', add),
  binary('-', subtract),
  binary('*', multiply),
  binary('/', divide),
  unary('uminus', negative),
  unary('uplus', (value) => (value.kind === 'number' ? value : undefined)),
  unary('!', (value) => maybe(negate(effectiveBoolean(value)))),
];
