/** Functions on strings. Characters are code points. https://www.w3.org/TR/sparql11-query/#func-strings */
import {
  booleanValue,
  integerValue,
  isLiteral,
  lexicalOf,
  type NumberValue,
  stringValue,
  type Value,
} from '../../values/value.ts';
import { type Row, binary, unary, variadic } from './sparql-function.ts';

export type StringValue = Value & { kind: 'string' | 'tagged' };

export const isString = (value: Value | undefined): value is StringValue =>
  value?.kind === 'string' || value?.kind === 'tagged';

/** Another text with the tag of `value`. */
export const withText = (value: StringValue, text: string): Value => ({ ...value, text });

/** https://www.w3.org/TR/sparql11-query/#func-arg-compatibility */
function areCompatible(a: Value, b: Value): b is StringValue {
  if (!isString(a) || !isString(b)) return false;
  if (b.kind === 'string') return true;
  return a.kind === 'tagged' && a.language === b.language && a.direction === b.direction;
}

const test = (name: string, holds: (text: string, part: string) => boolean) =>
  binary(name, (a, b) =>
    isString(a) && areCompatible(a, b) ? booleanValue(holds(a.text, b.text)) : undefined,
  );

const change = (name: string, to: (text: string) => string) =>
  unary(name, (value) => (isString(value) ? withText(value, to(value.text)) : undefined));

/** https://www.w3.org/TR/sparql11-query/#func-strbefore */
const cut = (name: string, take: (text: string, part: string, at: number) => string) =>
  binary(name, (a, b) => {
    if (!isString(a) || !areCompatible(a, b)) return undefined;
    const at = a.text.indexOf(b.text);
    // Nothing found is the plain empty string.
    return at < 0 ? stringValue('') : withText(a, take(a.text, b.text, at));
  });

/** Positions are integers, and count from 1. https://www.w3.org/TR/sparql11-query/#func-substr */
function substring([value, start, length]: readonly Value[]): Value | undefined {
  if (!isString(value) || !isInteger(start)) return undefined;
  if (length && !isInteger(length)) return undefined;
  const from = start.number;
  const to = length ? from + length.number : Infinity;
  const characters = Array.from(value.text);
  const kept = characters.filter((_, index) => index + 1 >= from && index + 1 < to);
  return withText(value, kept.join(''));
}

const isInteger = (value: Value | undefined): value is NumberValue =>
  value?.kind === 'number' && value.type === 'integer';

/** A text that doubles and doubles again ends as an error before it ends the process. */
const MAX_LENGTH = 16 * 1024 * 1024;

/** A tag stays where all have the same. https://www.w3.org/TR/sparql11-query/#func-concat */
function concat(values: readonly Value[]): Value | undefined {
  if (!values.every(isString)) return undefined;
  const length = values.reduce((sum, value) => sum + (value as StringValue).text.length, 0);
  if (length > MAX_LENGTH) return undefined;
  const text = values.map((value) => (value as StringValue).text).join('');
  const [first, ...others] = values as readonly StringValue[];
  const isShared =
    first?.kind === 'tagged' &&
    others.every(
      (other) =>
        other.kind === 'tagged' &&
        other.language === first.language &&
        other.direction === first.direction,
    );
  return isShared ? withText(first, text) : stringValue(text);
}

/** Escapes all but unreserved characters. https://www.w3.org/TR/xpath-functions/#func-encode-for-uri */
const encodeForUri = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export const STRING_FUNCTIONS: readonly Row[] = [
  unary('strlen', (value) => (isString(value) ? integerValue(lengthOf(value.text)) : undefined)),
  variadic('substr', [2, 3], substring),
  change('ucase', (text) => text.toUpperCase()),
  change('lcase', (text) => text.toLowerCase()),
  test('strstarts', (text, part) => text.startsWith(part)),
  test('strends', (text, part) => text.endsWith(part)),
  test('contains', (text, part) => text.includes(part)),
  cut('strbefore', (text, _, at) => text.slice(0, at)),
  cut('strafter', (text, part, at) => text.slice(at + part.length)),
  unary('encode_for_uri', (value) =>
    isLiteral(value) && isString(value) ? stringValue(encodeForUri(lexicalOf(value))) : undefined,
  ),
  variadic('concat', [0, Infinity], concat),
];

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
