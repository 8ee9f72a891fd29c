/** SPARQL 1.1 Query Results CSV: values alone, for spreadsheets. https://www.w3.org/TR/sparql11-results-csv-tsv/#csv */
import type { Term } from '../../rdf/index.ts';
import type { TabularResult } from '../engine.ts';

/** Lines end in CRLF, as RFC 4180 has it. A boolean, for which the format has no rule, is a column of one value. */
export async function* writeCsv(result: TabularResult): AsyncIterable<string> {
  if (result.kind === 'boolean') {
    yield `boolean\r\n${result.value}\r\n`;
    return;
  }
  yield `${result.variables.map(quote).join(',')}\r\n`;
  for await (const solution of result.solutions)
    yield `${solution.map((term) => (term ? quote(csvValue(term)) : '')).join(',')}\r\n`;
}

/** The text that stands for a term in CSV. */
export function csvValue(term: Term): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Quad') return term.value;
  const { subject, predicate, object } = term;
  return `<<( ${[subject, predicate, object].map((part) => csvValue(part)).join(' ')} )>>`;
}

const quote = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
