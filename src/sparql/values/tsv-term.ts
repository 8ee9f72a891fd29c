/** A term in Turtle's short form, on one line. https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv */
import { type Term, xsd } from '../../rdf/index.ts';

/** Numbers that Turtle writes without quotes, by datatype. https://www.w3.org/TR/turtle/#grammar-production-INTEGER */
const BARE_NUMBERS: readonly [datatype: string, form: RegExp][] = [
  [xsd('integer').value, /^[+-]?\d+$/],
  [xsd('decimal').value, /^[+-]?\d*\.\d+$/],
  [xsd('double').value, /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/],
];

const ESCAPES: Readonly<Record<string, string>> = {
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '"': String.raw`\"`,
  '\\': '\\\\',
};

/** A term as Turtle writes it, on one line. */
export function toTsvTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`;
    case 'BlankNode':
      return `_:${term.value}`;
    case 'Literal': {
      const { datatype, direction, language, value } = term;
      if (BARE_NUMBERS.some(([type, form]) => datatype.value === type && form.test(value)))
        return value;
      const quoted = `"${value.replace(/[\t\n\r"\\]/g, (char) => ESCAPES[char] ?? char)}"`;
      if (language) return `${quoted}@${language}${direction ? `--${direction}` : ''}`;
      return datatype.equals(xsd('string')) ? quoted : `${quoted}^^<${datatype.value}>`;
    }
    case 'Quad':
      return `<<( ${[term.subject, term.predicate, term.object].map((part) => toTsvTerm(part)).join(' ')} )>>`;
    case 'DefaultGraph':
    case 'Variable':
      throw new TypeError(`a ${term.termType} is no value of a solution`);
  }
}
