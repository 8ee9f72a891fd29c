/** Sort keys of the values of a column, after ORDER BY of SPARQL. https://www.w3.org/TR/sparql11-query/#modOrderBy */
import { numberOf, type Term } from './term.ts';

export interface SortKey {
  readonly rank: number;
  readonly number: number | undefined;
  readonly text: string;
}

const RANKS: Readonly<Record<Term['kind'], number>> = { blank: 1, iri: 2, literal: 3, triple: 4 };

/** @param nameOf the text shown for an IRI: IRIs are sorted by it. */
export function sortKey(term: Term | undefined, nameOf: (iri: string) => string): SortKey {
  if (!term) return { rank: 0, number: undefined, text: '' };
  return {
    rank: RANKS[term.kind],
    number: numberOf(term),
    text: term.kind === 'iri' ? nameOf(term.value) : term.value,
  };
}

/** Unbound values first, then blank nodes, IRIs, numbers, other literals. */
export function compareKeys(collator: Intl.Collator): (a: SortKey, b: SortKey) => number {
  return (a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    if (a.number !== undefined && b.number !== undefined) return a.number - b.number;
    if (a.number !== undefined) return -1;
    if (b.number !== undefined) return 1;
    return collator.compare(a.text, b.text);
  };
}
