/** Constructor functions, by the IRI of the datatype. https://www.w3.org/TR/sparql11-query/#FunctionMapping */
import { decimalOfNumber, doubleToText, integerBounds, parseDecimal } from '../../../xsd/index.ts';
import {
  booleanValue,
  decimalValue,
  doubleValue,
  exactOf,
  floatValue,
  integerValue,
  isLiteral,
  lexicalOf,
  type NumberValue,
  parseTyped,
  printNumber,
  stringValue,
  type Value,
  XSD,
} from '../../values/value.ts';
import { type Row, unary } from './sparql-function.ts';

/** The text of a plain literal, without white space around it; undefined for other values. */
const textOf = (value: Value): string | undefined =>
  value.kind === 'string' ? value.text.trim() : undefined;

/** A value parsed as the datatype; undefined where its text does not fit. */
function parseAs(text: string | undefined, name: string): Value | undefined {
  if (text === undefined) return undefined;
  const value = parseTyped(text, XSD + name);
  return value.kind === 'literal' ? undefined : canonical(value);
}

/** Casts give canonical forms, independent of the lexical form of the argument. */
function canonical(value: Value): Value {
  switch (value.kind) {
    case 'number': {
      if (value.type === 'decimal') return decimalValue(exactOf(value));
      const { lexical: _, ...rest } = value;
      return rest;
    }
    case 'boolean':
      return booleanValue(value.value);
    default:
      return value;
  }
}

function toBoolean(value: Value): Value | undefined {
  if (value.kind === 'boolean') return booleanValue(value.value);
  if (value.kind === 'number')
    return booleanValue(value.number !== 0 && !Number.isNaN(value.number));
  return parseAs(textOf(value), 'boolean');
}

const toFloating =
  (name: 'float' | 'double') =>
  (value: Value): Value | undefined => {
    const make = name === 'float' ? floatValue : doubleValue;
    if (value.kind === 'number') return make(value.number);
    if (value.kind === 'boolean') return make(value.value ? 1 : 0);
    return parseAs(textOf(value), name);
  };

/** Infinity and NaN have no decimal. */
function toDecimal(value: Value): Value | undefined {
  if (value.kind === 'number') {
    if (!Number.isFinite(value.number)) return undefined;
    return decimalValue(exactOfAny(value));
  }
  if (value.kind === 'boolean') return decimalValue(decimalOfNumber(value.value ? 1 : 0));
  return parseAs(textOf(value), 'decimal');
}

const exactOfAny = (value: NumberValue) =>
  value.type === 'integer' || value.type === 'decimal'
    ? exactOf(value)
    : decimalOfNumber(value.number);

/** Truncates the fraction. https://www.w3.org/TR/xpath-functions/#casting-to-integer */
const toInteger =
  (name: string) =>
  (value: Value): Value | undefined => {
    const truncated = truncate(value);
    if (truncated === undefined) return undefined;
    const bounds = integerBounds(name);
    if (bounds?.low !== undefined && truncated < bounds.low) return undefined;
    if (bounds?.high !== undefined && truncated > bounds.high) return undefined;
    const integer = integerValue(truncated);
    return name === 'integer' ? integer : { ...integer, datatype: XSD + name };
  };

function truncate(value: Value): bigint | undefined {
  if (value.kind === 'boolean') return value.value ? 1n : 0n;
  if (value.kind === 'number') {
    if (!Number.isFinite(value.number)) return undefined;
    const { unscaled, scale } = exactOfAny(value);
    return unscaled / 10n ** BigInt(scale);
  }
  const text = textOf(value);
  const exact = text !== undefined && /^[+-]?\d+$/.test(text) ? parseDecimal(text) : undefined;
  return exact?.unscaled;
}

function toText(value: Value): Value | undefined {
  if (value.kind === 'iri') return stringValue(value.text);
  if (!isLiteral(value)) return undefined;
  if (value.kind === 'number')
    return stringValue(
      value.type === 'float' || value.type === 'double'
        ? doubleToText(value.number)
        : printNumber({ ...value, lexical: undefined, exact: exactOf(value) }),
    );
  if (value.kind === 'boolean') return stringValue(String(value.value));
  return stringValue(lexicalOf(value));
}

/** Dates become midnight, and points in time lose their time. */
const toDated =
  (name: 'dateTime' | 'date' | 'time') =>
  (value: Value): Value | undefined => {
    if (value.kind === name) return value;
    if (value.kind === 'dateTime' && name === 'date')
      return parseAs(value.lexical.replace(/T[\d:.]+/, ''), 'date');
    if (value.kind === 'dateTime' && name === 'time')
      return parseAs(value.lexical.replace(/^.*T/, ''), 'time');
    if (value.kind === 'date' && name === 'dateTime')
      return parseAs(value.lexical.replace(/(?<=^-?\d+-\d\d-\d\d)/, 'T00:00:00'), 'dateTime');
    return parseAs(textOf(value), name);
  };

/** A duration retains its lexical form. */
const toDuration =
  (name: string) =>
  (value: Value): Value | undefined => {
    const text =
      value.kind === 'literal' && value.datatype.startsWith(XSD) ? value.text : textOf(value);
    const form =
      /^-?P(?=.)(?<months>(?:\d+Y)?(?:\d+M)?)(?<days>(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)$/.exec(
        text ?? '',
      );
    if (!form) return undefined;
    if (name === 'dayTimeDuration' && form.groups?.['months'] !== '') return undefined;
    if (name === 'yearMonthDuration' && form.groups?.['days'] !== '') return undefined;
    return { kind: 'literal', text: text as string, datatype: XSD + name };
  };

const INTEGER_NAMES = [
  'integer',
  'nonPositiveInteger',
  'negativeInteger',
  'nonNegativeInteger',
  'positiveInteger',
  'long',
  'int',
  'short',
  'byte',
  'unsignedLong',
  'unsignedInt',
  'unsignedShort',
  'unsignedByte',
];

const cast = (name: string, call: (value: Value) => Value | undefined): Row =>
  unary(XSD + name, call);

export const CASTS: readonly Row[] = [
  cast('boolean', toBoolean),
  cast('float', toFloating('float')),
  cast('double', toFloating('double')),
  cast('decimal', toDecimal),
  ...INTEGER_NAMES.map((name) => cast(name, toInteger(name))),
  cast('string', toText),
  cast('dateTime', toDated('dateTime')),
  cast('date', toDated('date')),
  cast('time', toDated('time')),
  ...['duration', 'dayTimeDuration', 'yearMonthDuration'].map((name) =>
    cast(name, toDuration(name)),
  ),
];
