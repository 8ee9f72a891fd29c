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
import { type Row, binary, unary, variadic, described } from './sparql-function.ts';

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
  const selected = characters.filter((_, index) => index + 1 >= from && index + 1 < to);
  return withText(value, selected.join(''));
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
  described(
    unary('strlen', (value) => (isString(value) ? integerValue(lengthOf(value.text)) : undefined)),
    { takes: 'text', en: 'length in characters', zh: '字符数' },
  ),
  described(variadic('substr', [2, 3], substring), {
    takes: 'text,start,length',
    en: 'part of a text, counted from 1',
    zh: '从第几个字符起（从 1 数）的一段文本',
  }),
  described(
    change('ucase', (text) => text.toUpperCase()),
    { takes: 'text', en: 'in upper case', zh: '转为大写' },
  ),
  described(
    change('lcase', (text) => text.toLowerCase()),
    { takes: 'text', en: 'in lower case', zh: '转为小写' },
  ),
  described(
    test('strstarts', (text, part) => text.startsWith(part)),
    { takes: 'text,start', en: 'whether a text starts with another', zh: '文本是否以另一文本开头' },
  ),
  described(
    test('strends', (text, part) => text.endsWith(part)),
    { takes: 'text,end', en: 'whether a text ends with another', zh: '文本是否以另一文本结尾' },
  ),
  described(
    test('contains', (text, part) => text.includes(part)),
    { takes: 'text,part', en: 'whether a text contains another', zh: '文本是否包含另一文本' },
  ),
  described(
    cut('strbefore', (text, _, at) => text.slice(0, at)),
    { takes: 'text,part', en: 'the text before the first occurrence', zh: '首次出现之前的文本' },
  ),
  described(
    cut('strafter', (text, part, at) => text.slice(at + part.length)),
    { takes: 'text,part', en: 'the text after the first occurrence', zh: '首次出现之后的文本' },
  ),
  described(
    unary('encode_for_uri', (value) =>
      isLiteral(value) && isString(value) ? stringValue(encodeForUri(lexicalOf(value))) : undefined,
    ),
    { takes: 'text', en: 'escaped for use in an IRI', zh: '转义后可用于 IRI' },
    'unbounded',
  ),
  described(
    variadic('concat', [0, Infinity], concat),
    { takes: 'texts', en: 'texts joined together', zh: '连接各段文本' },
    'unbounded',
  ),
];

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
