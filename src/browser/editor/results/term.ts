/** Parses the terms in a line of TSV or N-Triples. https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv */

export type Term =
  | { readonly kind: 'iri'; readonly value: string }
  | { readonly kind: 'blank'; readonly value: string }
  | {
      readonly kind: 'literal';
      readonly value: string;
      readonly language: string;
      /** IRI of its datatype; empty for strings. */
      readonly datatype: string;
    }
  /** A triple term, as in the source. */
  | { readonly kind: 'triple'; readonly value: string };

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMBERS: ReadonlySet<string> = new Set(
  'integer decimal double float int long short byte nonNegativeInteger positiveInteger negativeInteger nonPositiveInteger unsignedInt unsignedLong unsignedShort unsignedByte'
    .split(' ')
    .map((name) => XSD + name),
);

/** The cells of a row; undefined for an unbound variable. */
export const cellsOfTsv = (line: string): (Term | undefined)[] => line.split('\t').map(parseTerm);

/** Subject, predicate and object. */
export function cellsOfTriple(line: string): (Term | undefined)[] {
  const [, subject, predicate, object] = /^(\S+) (\S+) (.*?) ?\.$/.exec(line) ?? [];
  return [subject, predicate, object].map((cell) => parseTerm(cell ?? ''));
}

/** @param text the term as written; "" if unbound. */
export function parseTerm(text: string): Term | undefined {
  if (text === '') return undefined;
  if (text.startsWith('<<')) return { kind: 'triple', value: text };
  if (text.startsWith('<')) return { kind: 'iri', value: unescape(text.slice(1, -1)) };
  if (text.startsWith('_:')) return { kind: 'blank', value: text };
  if (!text.startsWith('"'))
    return { kind: 'literal', value: text, language: '', datatype: XSD + bareType(text) };
  const end = text.lastIndexOf('"');
  const tail = text.slice(end + 1);
  return {
    kind: 'literal',
    value: unescape(text.slice(1, end)),
    language: tail.startsWith('@') ? (tail.slice(1).split('--')[0] ?? '') : '',
    datatype: tail.startsWith('^^') ? tail.slice(3, -1) : '',
  };
}

const bareType = (text: string): string =>
  /e/i.test(text)
    ? 'double'
    : text.includes('.')
      ? 'decimal'
      : /^[tf]/.test(text)
        ? 'boolean'
        : 'integer';

/** The value of a numeric literal; undefined for other terms. */
export function numberOf(term: Term | undefined): number | undefined {
  if (term?.kind !== 'literal' || !NUMBERS.has(term.datatype)) return undefined;
  return Number(term.value.replace(/^([+-]?)INF$/, '$1Infinity'));
}

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs,
    (_, four?: string, eight?: string, letter = '') => {
      const code = four ?? eight;
      if (code === undefined) return ESCAPED[letter] ?? letter;
      const point = Number.parseInt(code, 16);
      return point <= 0x10_ffff ? String.fromCodePoint(point) : '\uFFFD';
    },
  );
}
