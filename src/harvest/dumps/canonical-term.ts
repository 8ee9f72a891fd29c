/**
 * Terms in the syntax of canonical N-Quads, which is valid in Turtle too.
 * https://www.w3.org/TR/rdf12-n-quads/#canonical-quads
 */
import { type Literal, type Term, xsd } from '../../rdf/index.ts';

export function canonicalTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return canonicalIri(term.value);
    case 'BlankNode':
      return `_:${term.value}`;
    case 'Literal':
      return canonicalText(term.value) + suffixOf(term);
    case 'Quad':
      return `<<( ${[term.subject, term.predicate, term.object].map((part) => canonicalTerm(part as Term)).join(' ')} )>>`;
    case 'DefaultGraph':
    case 'Variable':
      throw new TypeError(`a ${term.termType} is no term of a triple`);
  }
}

/** Escapes characters that are invalid in an IRI, so that every dump can be parsed. */
export const canonicalIri = (iri: string): string =>
  // oxlint-disable-next-line no-control-regex
  `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, unicodeEscape)}>`;

export const canonicalText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  `"${text.replace(/["\\\u0000-\u001F\u007F]/g, (char) => SHORT_ESCAPES[char] ?? unicodeEscape(char))}"`;

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': String.raw`\b`,
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\f': String.raw`\f`,
  '\r': String.raw`\r`,
  '"': String.raw`\"`,
  '\\': '\\\\',
};

const unicodeEscape = (char: string) =>
  String.raw`\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** "@en", "^^<…>", or nothing for a plain string. */
function suffixOf(literal: Literal): string {
  const tag = languageSuffix(literal);
  if (tag !== '') return tag;
  return literal.datatype.equals(xsd('string')) ? '' : `^^${canonicalIri(literal.datatype.value)}`;
}

export function languageSuffix({ language, ...rest }: Literal): string {
  const { direction } = rest as { direction?: string | null };
  if (language === '') return '';
  return `@${language}${direction ? `--${direction}` : ''}`;
}
