/** Literals whose values have an order: numbers, booleans, dates with time, dates. https://www.w3.org/TR/xmlschema11-2/ */
import { xsd } from '../../rdf/index.ts';

/** Where a literal stands among literals, in the sequence of ORDER BY. */
export type LiteralClass = 'number' | 'boolean' | 'dateTime' | 'date' | 'string' | 'other';

const name = (local: string) => xsd(local).value;

const STRING = name('string');
const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
const DIR_LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString';

/** Integer types and the values they allow. https://www.w3.org/TR/xmlschema11-2/#integer */
const INTEGER_BOUNDS: ReadonlyMap<
  string,
  readonly [low: bigint | undefined, high: bigint | undefined]
> = new Map(
  (
    [
      ['integer', undefined, undefined],
      ['nonPositiveInteger', undefined, 0n],
      ['negativeInteger', undefined, -1n],
      ['nonNegativeInteger', 0n, undefined],
      ['positiveInteger', 1n, undefined],
      ['long', -(2n ** 63n), 2n ** 63n - 1n],
      ['int', -(2n ** 31n), 2n ** 31n - 1n],
      ['short', -(2n ** 15n), 2n ** 15n - 1n],
      ['byte', -128n, 127n],
      ['unsignedLong', 0n, 2n ** 64n - 1n],
      ['unsignedInt', 0n, 2n ** 32n - 1n],
      ['unsignedShort', 0n, 65_535n],
      ['unsignedByte', 0n, 255n],
    ] as const
  ).map(([local, low, high]) => [name(local), [low, high]]),
);

const DECIMAL = name('decimal');
const FLOAT = name('float');
const DOUBLE = name('double');
const BOOLEAN = name('boolean');
const DATE_TIME = name('dateTime');
const DATE_TIME_STAMP = name('dateTimeStamp');
const DATE = name('date');

const INTEGER_FORM = /^[+-]?\d+$/;
const DECIMAL_FORM = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const DOUBLE_FORM = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;

/** The class that a datatype promises; whether a literal keeps the promise, its text decides. */
export function classOfDatatype(datatype: string): LiteralClass {
  if (datatype === STRING || datatype === LANG_STRING || datatype === DIR_LANG_STRING)
    return 'string';
  if (INTEGER_BOUNDS.has(datatype) || [DECIMAL, FLOAT, DOUBLE].includes(datatype)) return 'number';
  if (datatype === BOOLEAN) return 'boolean';
  if (datatype === DATE_TIME || datatype === DATE_TIME_STAMP) return 'dateTime';
  return datatype === DATE ? 'date' : 'other';
}

/** The number that a literal stands for, as a double; undefined where it is ill-formed. */
export function numberOfLiteral(text: string, datatype: string): number | undefined {
  const bounds = INTEGER_BOUNDS.get(datatype);
  if (bounds) {
    if (!INTEGER_FORM.test(text)) return undefined;
    const [low, high] = bounds;
    if (low !== undefined || high !== undefined) {
      const exact = BigInt(text.replace(/^\+/, ''));
      if ((low !== undefined && exact < low) || (high !== undefined && exact > high))
        return undefined;
    }
    return Number(text);
  }
  if (datatype === DECIMAL) return DECIMAL_FORM.test(text) ? Number(text) : undefined;
  if (!DOUBLE_FORM.test(text)) return undefined;
  const value = text === 'NaN' ? Number.NaN : Number(text.replace('INF', 'Infinity'));
  return datatype === FLOAT ? Math.fround(value) : value;
}

/** Whether the value is known exactly by its text, so that equal doubles may still differ. */
export const isExactDatatype = (datatype: string): boolean =>
  datatype === DECIMAL || INTEGER_BOUNDS.has(datatype);

/** Compares two integers or decimals exactly. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference =
    left.unscaled * 10n ** BigInt(scale - left.scale) -
    right.unscaled * 10n ** BigInt(scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function parseDecimal(text: string): { readonly unscaled: bigint; readonly scale: number } {
  const [whole = '', fraction = ''] = text.replace(/^\+/, '').split('.');
  const digits = `${whole}${fraction}`;
  const unscaled = BigInt(digits === '-' || digits === '' ? '0' : digits);
  return { unscaled, scale: fraction.length };
}

/** 0 or 1; undefined where it is ill-formed. */
export function booleanOfLiteral(text: string): number | undefined {
  if (text === 'true' || text === '1') return 1;
  return text === 'false' || text === '0' ? 0 : undefined;
}

const DATE_PART = String.raw`(-?(?:[1-9]\d{3,}|0\d{3}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const ZONE_PART = String.raw`(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?`;
const DATE_TIME_FORM = new RegExp(
  String.raw`^${DATE_PART}T(?:([01]\d|2[0-3]):([0-5]\d):([0-5]\d(?:\.\d+)?)|(24):(00):(00(?:\.0+)?))${ZONE_PART}$`,
);
const DATE_FORM = new RegExp(`^${DATE_PART}${ZONE_PART}$`);

/** Milliseconds since 1970 (UTC, which is taken where no time zone is given); undefined where it is ill-formed. */
export function instantOfLiteral(text: string, kind: 'dateTime' | 'date'): number | undefined {
  const match = (kind === 'date' ? DATE_FORM : DATE_TIME_FORM).exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (day > daysIn(year, month)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const zone = zoneMinutes(match.at(-1));
  if (kind === 'date') return date.getTime() - zone * 60_000;
  const [hours, minutes, seconds] = (
    match[4] === undefined ? match.slice(7, 10) : match.slice(4, 7)
  ).map(Number) as [number, number, number];
  return date.getTime() + ((hours * 60 + minutes - zone) * 60 + seconds) * 1000;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
