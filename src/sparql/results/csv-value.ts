/** A term as CSV shows it: its value alone. https://www.w3.org/TR/sparql11-results-csv-tsv/#csv */
import type { Term } from '../../rdf/index.ts';

/** The text that stands for a term in CSV. */
export function csvValue(term: Term): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Quad') return term.value;
  const { subject, predicate, object } = term;
  return `<<( ${[subject, predicate, object].map((part) => csvValue(part)).join(' ')} )>>`;
}
