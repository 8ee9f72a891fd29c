/** The part of an order that SPARQL defines; it leaves the rest to engines. https://www.w3.org/TR/sparql11-query/#modOrderBy */
import type { Literal, Term } from '../../../src/rdf/index.ts';
import type { OrderedBy } from './arbitrary-query.ts';
import type { Row } from './plain-result.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Negative, 0 for what counts as the same, positive; undefined where no order is defined. */
function compareTerms(a: Term | undefined, b: Term | undefined): number | undefined {
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left !== right) return left - right;
  if (!a || !b || a.equals(b)) return 0;
  if (a.termType === 'NamedNode') return a.value < b.value ? -1 : 1;
  if (a.termType !== 'Literal') return undefined;
  return compareLiterals(a, b as Literal);
}

/** "(Lowest) no value assigned … Blank nodes, IRIs, RDF literals" */
const placeOf = (term: Term | undefined): number =>
  term ? ['BlankNode', 'NamedNode', 'Literal'].indexOf(term.termType) + 1 : 0;

function compareLiterals(a: Literal, b: Literal): number | undefined {
  const numbers = [numberOf(a), numberOf(b)] as const;
  if (numbers.every((number) => number !== undefined)) {
    const [left, right] = numbers as [number, number];
    return Number.isNaN(left) || Number.isNaN(right) ? undefined : left - right || 0;
  }
  if (a.datatype.value !== b.datatype.value) return undefined;
  if (a.datatype.value === `${XSD}string`) return a.value < b.value ? -1 : 1;
  if (a.datatype.value !== `${XSD}dateTime` || !/T.*Z$/.test(a.value + b.value)) return undefined;
  const [left, right] = [Date.parse(a.value), Date.parse(b.value)];
  return /T.*(?:Z|[+-]\d\d:\d\d)$/.test(a.value) ? left - right || 0 : undefined;
}

const NUMBERS = ['integer', 'decimal', 'float', 'double', 'int'].map((name) => XSD + name);

function numberOf({ value, datatype }: Literal): number | undefined {
  if (!NUMBERS.includes(datatype.value)) return undefined;
  if (['NaN', 'INF', '-INF'].includes(value)) return Number(value.replace('INF', 'Infinity'));
  return value === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
}

/** Whether `first` may stand before `second`. */
export function mayPrecede(first: Row, second: Row, order: readonly OrderedBy[]): boolean {
  for (const { name, isDescending } of order) {
    const difference = compareTerms(first[name], second[name]);
    if (difference === undefined) return true;
    if (difference !== 0) return isDescending ? difference > 0 : difference < 0;
  }
  return true;
}
