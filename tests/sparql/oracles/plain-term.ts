/** Terms as texts that engines agree on: numbers by datatype and value, blank nodes all alike. */
import type { Term } from '../../../src/rdf/index.ts';
import { toTsvTerm } from '../../../src/sparql/index.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMERIC = ['integer', 'decimal', 'float', 'double'];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export function plainTerm(term: Term | undefined): string {
  if (!term) return '-';
  if (term.termType === 'BlankNode') return '[]';
  if (term.termType !== 'Literal' || !term.datatype.value.startsWith(XSD)) return toTsvTerm(term);
  const datatype = term.datatype.value.slice(XSD.length);
  return `${plainLexical(term.value, datatype)}^^${datatype}`;
}

/** Engines divide to different lengths, and write the same number in different ways. */
function plainLexical(text: string, datatype: string): string {
  if (datatype === 'boolean') return { '1': 'true', '0': 'false' }[text] ?? text;
  if (!NUMERIC.includes(datatype) || !NUMBER.test(text)) return JSON.stringify(text);
  return String(Number(Number(text).toPrecision(10)) + 0);
}
