/** Functions on terms. https://www.w3.org/TR/sparql11-query/#func-rdfTerms */
import { randomUUID } from 'node:crypto';
import { sameTerm } from '../../values/compare.ts';
import {
  booleanValue,
  datatypeOf,
  integerValue,
  isLiteral,
  iriValue,
  lexicalOf,
  parseTyped,
  stringValue,
  type Value,
} from '../../values/value.ts';
import { resolveIri } from '../../algebra/resolve-iri.ts';
import {
  type Row,
  binary,
  type FunctionContext,
  nullary,
  unary,
  variadic,
  described,
  changing,
} from './sparql-function.ts';

/** https://www.w3.org/TR/sparql11-query/#func-str */
export function str(value: Value): Value | undefined {
  if (value.kind === 'iri') return stringValue(value.text);
  return isLiteral(value) ? stringValue(lexicalOf(value)) : undefined;
}

// oxlint-disable-next-line no-control-regex
const NOT_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/;

/** https://www.w3.org/TR/sparql11-query/#func-iri */
function iri([value]: readonly Value[], { baseIri }: FunctionContext): Value | undefined {
  if (value?.kind === 'iri') return value;
  if (value?.kind !== 'string' || NOT_IN_IRI.test(value.text)) return undefined;
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(value.text)) return iriValue(value.text);
  const resolved = resolveIri(value.text, baseIri);
  return resolved === undefined ? undefined : iriValue(resolved);
}

/** The same text gives the same blank node within one solution. https://www.w3.org/TR/sparql11-query/#func-bnode */
function blankNode(
  [label, solution]: readonly Value[],
  context: FunctionContext,
): Value | undefined {
  if (!label) return context.blankNode();
  if (label.kind !== 'string') return undefined;
  return solution?.kind === 'number'
    ? context.blankNode(`${solution.number} ${label.text}`)
    : context.blankNode();
}

const isTag = (tag: string) => /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag);

/** https://www.w3.org/TR/sparql11-query/#func-strlang */
function tagged(text: Value, language: Value): Value | undefined {
  if (text.kind !== 'string' || language.kind !== 'string' || !isTag(language.text))
    return undefined;
  return { kind: 'tagged', text: text.text, language: language.text.toLowerCase(), direction: '' };
}

/** https://www.w3.org/TR/sparql12-query/#func-strlangdir */
function directed([text, language, direction]: readonly Value[]): Value | undefined {
  const value = tagged(text as Value, language as Value);
  if (value?.kind !== 'tagged' || direction?.kind !== 'string') return undefined;
  const { text: name } = direction;
  return name === 'ltr' || name === 'rtl' ? { ...value, direction: name } : undefined;
}

function typed(text: Value, datatype: Value): Value | undefined {
  if (text.kind !== 'string' || datatype.kind !== 'iri') return undefined;
  return parseTyped(text.text, datatype.text);
}

/** https://www.w3.org/TR/sparql11-query/#func-langMatches */
function langMatches(tag: Value, range: Value): Value | undefined {
  if (tag.kind !== 'string' || range.kind !== 'string') return undefined;
  const [own, rangeTag] = [tag.text.toLowerCase(), range.text.toLowerCase()];
  return booleanValue(
    rangeTag === '*' ? own !== '' : own === rangeTag || own.startsWith(`${rangeTag}-`),
  );
}

function part(place: 'subject' | 'predicate' | 'object') {
  return unary(place, (value) => (value.kind === 'triple' ? value[place] : undefined));
}

function triple([subject, predicate, object]: readonly Value[]): Value | undefined {
  if (!subject || !object || predicate?.kind !== 'iri') return undefined;
  if (subject.kind !== 'iri' && subject.kind !== 'blank') return undefined;
  return { kind: 'triple', subject, predicate, object };
}

const test = (name: string, holds: (value: Value) => boolean) =>
  unary(name, (value) => booleanValue(holds(value)));

export const TERM_FUNCTIONS: readonly Row[] = [
  described(
    test('isiri', (value) => value.kind === 'iri'),
    { takes: 'term', en: 'whether it is an IRI', zh: '是否为 IRI' },
  ),
  test('isuri', (value) => value.kind === 'iri'),
  described(
    test('isblank', (value) => value.kind === 'blank'),
    { takes: 'term', en: 'whether it is a blank node', zh: '是否为空白节点' },
  ),
  described(test('isliteral', isLiteral), {
    takes: 'term',
    en: 'whether it is a literal',
    zh: '是否为字面量',
  }),
  described(
    test('isnumeric', (value) => value.kind === 'number'),
    { takes: 'term', en: 'whether it is a number', zh: '是否为数值' },
  ),
  test('istriple', (value) => value.kind === 'triple'),
  test('haslang', (value) => value.kind === 'tagged'),
  test('haslangdir', (value) => value.kind === 'tagged' && value.direction !== ''),
  described(unary('str', str), {
    takes: 'term',
    en: 'the text of a literal, the characters of an IRI',
    zh: '字面量的文本或 IRI 的字符',
  }),
  described(
    unary('lang', (value) =>
      isLiteral(value) ? stringValue(value.kind === 'tagged' ? value.language : '') : undefined,
    ),
    { takes: 'literal', en: 'language tag, or the empty text', zh: '语言标签，没有则为空文本' },
  ),
  unary('langdir', (value) =>
    isLiteral(value) ? stringValue(value.kind === 'tagged' ? value.direction : '') : undefined,
  ),
  described(
    unary('datatype', (value) => (isLiteral(value) ? iriValue(datatypeOf(value)) : undefined)),
    { takes: 'literal', en: 'IRI of the datatype', zh: '数据类型的 IRI' },
  ),
  described(binary('langmatches', langMatches), {
    takes: 'tag,range',
    en: 'whether a language tag is in a range',
    zh: '语言标签是否在范围内',
  }),
  described(
    binary('sameterm', (a, b) => booleanValue(sameTerm(a, b))),
    { takes: 'term,term', en: 'whether both are the same term', zh: '是否为同一个项' },
  ),
  described(variadic('iri', [1, 1], iri), {
    takes: 'text',
    en: 'the IRI of these characters',
    zh: '由文本得到 IRI',
  }),
  variadic('uri', [1, 1], iri),
  described(changing('bnode', [0, 2], blankNode), {
    takes: '',
    en: 'a new blank node',
    zh: '新的空白节点',
  }),
  nullary('solution number', (_, { nextNumber }) => integerValue(nextNumber())),
  described(binary('strlang', tagged), {
    takes: 'text,tag',
    en: 'a text with a language tag',
    zh: '带语言标签的文本',
  }),
  variadic('strlangdir', [3, 3], directed),
  described(binary('strdt', typed), {
    takes: 'text,datatype',
    en: 'a literal of that datatype',
    zh: '该数据类型的字面量',
  }),
  described(
    nullary('uuid', () => iriValue(`urn:uuid:${randomUUID()}`)),
    { takes: '', en: 'a new UUID as an IRI', zh: '新的 UUID（IRI）' },
  ),
  described(
    nullary('struuid', () => stringValue(randomUUID())),
    { takes: '', en: 'a new UUID as a text', zh: '新的 UUID（文本）' },
  ),
  variadic('triple', [3, 3], triple),
  part('subject'),
  part('predicate'),
  part('object'),
];
