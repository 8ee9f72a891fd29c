/** Lexical forms of the datatypes of XML Schema. https://www.w3.org/TR/xmlschema11-2/ */
import { integerBounds } from '../../xsd/index.ts';
import { parseTyped, XSD } from './value.ts';

/** Datatypes whose values the engine parses: a literal that stays unparsed is ill-formed. */
const PARSED: ReadonlySet<string> = new Set([
  'boolean',
  'decimal',
  'double',
  'float',
  'dateTime',
  'dateTimeStamp',
  'date',
  'time',
]);

const ZONE = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`;
const YEAR = String.raw`-?(?:[1-9]\d{3,}|0\d{3})`;
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const DURATION_TIME = String.raw`T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?`;

/** Lexical forms of datatypes that the engine treats as opaque. */
const FORMS: Readonly<Record<string, RegExp>> = {
  gYear: new RegExp(`^${YEAR}${ZONE}$`),
  gYearMonth: new RegExp(`^${YEAR}-${MONTH}${ZONE}$`),
  gMonth: new RegExp(`^--${MONTH}${ZONE}$`),
  gMonthDay: new RegExp(`^--${MONTH}-${DAY}${ZONE}$`),
  gDay: new RegExp(`^---${DAY}${ZONE}$`),
  duration: new RegExp(String.raw`^-?P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:${DURATION_TIME})?$`),
  yearMonthDuration: /^-?P(?=\d)(?:\d+Y)?(?:\d+M)?$/,
  dayTimeDuration: new RegExp(String.raw`^-?P(?=[\dT])(?:\d+D)?(?:${DURATION_TIME})?$`),
  hexBinary: /^(?:[\da-fA-F]{2})*$/,
  base64Binary:
    /^(?:(?:[A-Za-z\d+/] ?){4})*(?:(?:[A-Za-z\d+/] ?){2}== ?|(?:[A-Za-z\d+/] ?){3}= ?)?$/,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z\d]{1,8})*$/,
  normalizedString: /^[^\t\n\r]*$/,
  token: /^(?![ ])(?!.* {2})[^\t\n\r]*(?<! )$/,
  NMTOKEN: /^[\p{L}\p{N}\p{M}.:_-]+$/u,
  Name: /^[\p{L}:_][\p{L}\p{N}\p{M}.:_-]*$/u,
  NCName: /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u,
};

/** Whether a text is a lexical form of a datatype; true for datatypes that are not of XML Schema. */
export function isWellFormed(text: string, datatype: string): boolean {
  const name = datatype.startsWith(XSD) ? datatype.slice(XSD.length) : '';
  if (PARSED.has(name) || integerBounds(name) !== undefined)
    return parseTyped(text, datatype).kind !== 'literal';
  return (Object.hasOwn(FORMS, name) ? FORMS[name] : undefined)?.test(text) ?? true;
}
