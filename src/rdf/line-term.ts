/** A term in N-Triples syntax. https://www.w3.org/TR/rdf12-n-triples/ */
import type { Literal, Term } from './terms.ts';
import { xsd } from './vocabulary.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': '\\\\',
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

export function toLineTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`;
    case 'BlankNode':
      return `_:${term.value}`;
    case 'Literal':
      return `"${term.value.replace(/["\\\n\r\t]/g, (char) => ESCAPES[char] ?? char)}"${suffixOf(term)}`;
    case 'Quad':
      return `<<( ${[term.subject, term.predicate, term.object].map((part) => toLineTerm(part as Term)).join(' ')} )>>`;
    case 'DefaultGraph':
    case 'Variable':
      throw new TypeError(`a ${term.termType} is no term of a triple`);
  }
}

function suffixOf(literal: Literal): string {
  const { direction } = literal as { direction?: string | null };
  if (literal.language !== '') return `@${literal.language}${direction ? `--${direction}` : ''}`;
  return literal.datatype.equals(xsd('string')) ? '' : `^^<${literal.datatype.value}>`;
}
