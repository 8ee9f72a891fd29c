/** Functions on numbers. https://www.w3.org/TR/sparql11-query/#func-numerics */
import { roundDecimal, type Rounding } from '../../../xsd/index.ts';
import {
  decimalValue,
  doubleValue,
  exactOf,
  floatValue,
  type NumberValue,
  type Value,
} from '../../values/value.ts';
import { negative } from './operators.ts';
import { type Row, nullary, unary, described } from './sparql-function.ts';

const ROUND_NUMBER: Readonly<Record<Rounding, (value: number) => number>> = {
  // Halves are rounded up, as Math.round does.
  round: Math.round,
  ceil: Math.ceil,
  floor: Math.floor,
};

/** The type stays. */
const rounding = (name: Rounding) =>
  unary(name, (value) => {
    if (value.kind !== 'number') return undefined;
    switch (value.type) {
      case 'integer':
        return value;
      case 'decimal':
        return decimalValue(roundDecimal(exactOf(value), name));
      case 'float':
        return floatValue(ROUND_NUMBER[name](value.number));
      case 'double':
        return doubleValue(ROUND_NUMBER[name](value.number));
    }
  });

function absolute(value: Value): Value | undefined {
  if (value.kind !== 'number') return undefined;
  return isNegative(value) ? negative(value) : value;
}

const isNegative = ({ number }: NumberValue): boolean => number < 0 || Object.is(number, -0);

export const NUMBER_FUNCTIONS: readonly Row[] = [
  described(unary('abs', absolute), { takes: 'number', en: 'absolute value', zh: '绝对值' }),
  described(rounding('round'), { takes: 'number', en: 'nearest integer', zh: '四舍五入' }),
  described(rounding('ceil'), { takes: 'number', en: 'next integer above', zh: '向上取整' }),
  described(rounding('floor'), { takes: 'number', en: 'next integer below', zh: '向下取整' }),
  described(
    nullary('rand', (_, { random }) => doubleValue(random())),
    { takes: '', en: 'random number from 0 to 1', zh: '0 到 1 的随机数' },
  ),
];
