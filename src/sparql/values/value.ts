/** Values of expressions: RDF terms whose literals are parsed where their datatype is supported. */
import { type ConcreteTerm, type Literal, terms, xsd } from '../../rdf/index.ts';
import {
  type DateTime,
  type DateTimeKind,
  type Decimal,
  decimalOfNumber,
  decimalToNumber,
  integerBounds,
  parseDateTime,
  parseDecimal,
  parseDouble,
  printDecimal,
  printDouble,
  printFloat,
} from '../../xsd/index.ts';

export type NumericType = 'integer' | 'decimal' | 'float' | 'double';

export interface NumberValue {
  readonly kind: 'number';
  readonly type: NumericType;
  /** The value, or the double closest to it. */
  readonly number: number;
  /** The value of an integer beyond 2^53 and of a computed decimal; others follow from `number` or `lexical`. */
  readonly exact?: Decimal | undefined;
  /** As written in the data; computed numbers have none. */
  readonly lexical?: string | undefined;
  /** As written in the data, where it is derived (xsd:int). */
  readonly datatype?: string | undefined;
}

export interface DateTimeValue {
  readonly kind: DateTimeKind;
  readonly parsed: DateTime;
  readonly lexical: string;
  readonly datatype: string;
}

export type Value =
  | { readonly kind: 'iri'; readonly text: string }
  | { readonly kind: 'blank'; readonly text: string }
  /** xsd:string */
  | { readonly kind: 'string'; readonly text: string }
  /** rdf:langString and rdf:dirLangString */
  | {
      readonly kind: 'tagged';
      readonly text: string;
      readonly language: string;
      readonly direction: '' | 'ltr' | 'rtl';
    }
  | NumberValue
  | { readonly kind: 'boolean'; readonly value: boolean; readonly lexical?: string }
  | DateTimeValue
  /** Of an unsupported datatype, or ill-formed. */
  | { readonly kind: 'literal'; readonly text: string; readonly datatype: string }
  | {
      readonly kind: 'triple';
      readonly subject: Value;
      readonly predicate: Value;
      readonly object: Value;
    };

export const TRUE: Value = Object.freeze({ kind: 'boolean', value: true });
export const FALSE: Value = Object.freeze({ kind: 'boolean', value: false });

export const booleanValue = (value: boolean): Value => (value ? TRUE : FALSE);
export const stringValue = (text: string): Value => ({ kind: 'string', text });
export const iriValue = (text: string): Value => ({ kind: 'iri', text });

export const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** An integer from a number, which must be safe, or from digits of any length. */
export function integerValue(value: number | bigint): NumberValue {
  if (typeof value === 'number') return { kind: 'number', type: 'integer', number: value };
  const number = Number(value);
  return Number.isSafeInteger(number)
    ? { kind: 'number', type: 'integer', number }
    : { kind: 'number', type: 'integer', number, exact: { unscaled: value, scale: 0 } };
}

export const decimalValue = (exact: Decimal): NumberValue => ({
  kind: 'number',
  type: 'decimal',
  number: decimalToNumber(exact),
  exact,
});

export const doubleValue = (number: number): NumberValue => ({
  kind: 'number',
  type: 'double',
  number,
});

export const floatValue = (number: number): NumberValue => ({
  kind: 'number',
  type: 'float',
  number: Math.fround(number),
});

/** The exact value of an integer or decimal. */
export function exactOf({ exact, lexical, number }: NumberValue): Decimal {
  if (exact) return exact;
  const written = lexical === undefined ? undefined : parseDecimal(lexical);
  return written ?? decimalOfNumber(number);
}

export function toValue(term: ConcreteTerm): Value {
  switch (term.termType) {
    case 'NamedNode':
      return { kind: 'iri', text: term.value };
    case 'BlankNode':
      return { kind: 'blank', text: term.value };
    case 'Literal':
      return ofLiteral(term);
    case 'Quad':
      return {
        kind: 'triple',
        subject: toValue(term.subject as ConcreteTerm),
        predicate: toValue(term.predicate as ConcreteTerm),
        object: toValue(term.object as ConcreteTerm),
      };
    case 'DefaultGraph':
      throw new TypeError('the default graph is no value');
  }
}

function ofLiteral(literal: Literal): Value {
  const { value: text, language } = literal;
  if (language !== '') {
    const { direction } = literal as { direction?: '' | 'ltr' | 'rtl' | null };
    return { kind: 'tagged', text, language, direction: direction ?? '' };
  }
  return parseTyped(text, literal.datatype.value);
}

/** A literal by its text and datatype. */
export function parseTyped(text: string, datatype: string): Value {
  if (!datatype.startsWith(XSD)) return { kind: 'literal', text, datatype };
  const name = datatype.slice(XSD.length);
  if (name === 'string') return { kind: 'string', text };
  return parseNumber(text, name) ?? parseOther(text, name) ?? { kind: 'literal', text, datatype };
}

const INTEGER_FORM = /^[+-]?\d+$/;

function parseNumber(lexical: string, name: string): NumberValue | undefined {
  switch (name) {
    case 'decimal': {
      const exact = parseDecimal(lexical);
      return exact && { kind: 'number', type: 'decimal', number: Number(lexical), lexical };
    }
    case 'double':
    case 'float': {
      const number = parseDouble(lexical);
      if (number === undefined) return undefined;
      return name === 'double'
        ? { kind: 'number', type: 'double', number, lexical }
        : { kind: 'number', type: 'float', number: Math.fround(number), lexical };
    }
    default: {
      const bounds = integerBounds(name);
      if (!bounds || !INTEGER_FORM.test(lexical)) return undefined;
      const derived = name === 'integer' ? {} : { datatype: XSD + name };
      const number = Number(lexical);
      const isSafe = Number.isSafeInteger(number);
      const unscaled = isSafe ? undefined : BigInt(lexical.replace(/^\+/, ''));
      const checked = unscaled ?? BigInt(isSafe ? number : 0);
      if (bounds.low !== undefined && checked < bounds.low) return undefined;
      if (bounds.high !== undefined && checked > bounds.high) return undefined;
      return {
        kind: 'number',
        type: 'integer',
        number,
        lexical,
        ...derived,
        ...(unscaled !== undefined && { exact: { unscaled, scale: 0 } }),
      };
    }
  }
}

function parseOther(lexical: string, name: string): Value | undefined {
  switch (name) {
    case 'boolean':
      if (lexical === 'true' || lexical === '1') return { kind: 'boolean', value: true, lexical };
      if (lexical === 'false' || lexical === '0') return { kind: 'boolean', value: false, lexical };
      return undefined;
    case 'dateTime':
    case 'dateTimeStamp':
    case 'date':
    case 'time': {
      const kind = name === 'dateTimeStamp' ? 'dateTime' : name;
      const parsed = parseDateTime(lexical, kind);
      return parsed && { kind, parsed, lexical, datatype: XSD + name };
    }
    default:
      return undefined;
  }
}

/** The term of a value: as in the data, or in canonical form. */
export function fromValue(value: Value): ConcreteTerm {
  switch (value.kind) {
    case 'iri':
      return terms.namedNode(value.text);
    case 'blank':
      return terms.blankNode(value.text);
    case 'triple':
      return terms.quad(
        fromValue(value.subject) as never,
        fromValue(value.predicate) as never,
        fromValue(value.object) as never,
      ) as ConcreteTerm;
    case 'tagged': {
      const { language, direction, text } = value;
      return terms.literal(text, (direction === '' ? language : { language, direction }) as string);
    }
    case 'string':
      return terms.literal(value.text);
    default:
      return terms.literal(lexicalOf(value), terms.namedNode(datatypeOf(value)));
  }
}

type LiteralValue = Exclude<Value, { kind: 'iri' | 'blank' | 'triple' }>;

export const isLiteral = (value: Value): value is LiteralValue =>
  value.kind !== 'iri' && value.kind !== 'blank' && value.kind !== 'triple';

/** The lexical form of a literal. */
export function lexicalOf(value: LiteralValue): string {
  switch (value.kind) {
    case 'string':
    case 'tagged':
    case 'literal':
      return value.text;
    case 'boolean':
      return value.lexical ?? String(value.value);
    case 'number':
      return value.lexical ?? printNumber(value);
    case 'dateTime':
    case 'date':
    case 'time':
      return value.lexical;
  }
}

export function printNumber(value: NumberValue): string {
  switch (value.type) {
    case 'integer':
      return value.exact ? value.exact.unscaled.toString() : String(value.number);
    case 'decimal':
      return printDecimal(exactOf(value));
    case 'float':
      return printFloat(value.number);
    case 'double':
      return printDouble(value.number);
  }
}

/** The datatype IRI of a literal. */
export function datatypeOf(value: LiteralValue): string {
  switch (value.kind) {
    case 'string':
      return xsd('string').value;
    case 'tagged':
      return `http://www.w3.org/1999/02/22-rdf-syntax-ns#${value.direction === '' ? 'langString' : 'dirLangString'}`;
    case 'boolean':
      return xsd('boolean').value;
    case 'number':
      return value.datatype ?? XSD + value.type;
    case 'literal':
    case 'dateTime':
    case 'date':
    case 'time':
      return value.datatype;
  }
}

/** Undefined for what has no truth value. https://www.w3.org/TR/sparql11-query/#ebv */
export function effectiveBoolean(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'boolean':
      return value.value;
    case 'string':
      return value.text !== '';
    case 'number':
      return value.number !== 0 && !Number.isNaN(value.number);
    case 'literal':
      // An ill-formed boolean or number is false.
      return isIllFormed(value.datatype) ? false : undefined;
    default:
      return undefined;
  }
}

function isIllFormed(datatype: string): boolean {
  const name = datatype.startsWith(XSD) ? datatype.slice(XSD.length) : '';
  return (
    ['boolean', 'decimal', 'float', 'double'].includes(name) || integerBounds(name) !== undefined
  );
}
