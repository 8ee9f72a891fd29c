/** SPARQL 1.1 Query Results TSV: terms in Turtle's short form. https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv */
import { type Term, xsd } from '../../rdf/index.ts';
import type { TabularResult } from '../engine.ts';

/** A boolean, for which the format has no rule, is a column of one value. */
export async function* writeTsv(result: TabularResult): AsyncIterable<string> {
  if (result.kind === 'boolean') {
    yield `?boolean\n${result.value}\n`;
    return;
  }
  yield `${result.variables.map((name) => `?${name}`).join('\t')}\n`;
  for await (const solution of result.solutions)
    yield `${solution.map((term) => (term ? toTsvTerm(term) : '')).join('\t')}\n`;
}

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
