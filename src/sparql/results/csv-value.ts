/** A term in CSV: its value without its kind. https://www.w3.org/TR/sparql11-results-csv-tsv/#csv */
import type { Term } from '../../rdf/index.ts';

/** The field of a term, not quoted. */
export function csvValue(term: Term): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Quad') return term.value;
  const { subject, predicate, object } = term;
  return `<<( ${[subject, predicate, object].map((part) => csvValue(part)).join(' ')} )>>`;
}
