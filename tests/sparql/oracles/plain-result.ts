/** An answer as plain values, whichever engine gave it. */
import type { Term } from '../../../src/rdf/index.ts';
import type { QueryResult } from '../../../src/sparql/index.ts';
import { plainTerm } from './plain-term.ts';

export type Row = Readonly<Record<string, Term>>;

export type PlainResult =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'triples'; readonly triples: readonly string[] };

export async function plainResult(result: QueryResult): Promise<PlainResult> {
  switch (result.kind) {
    case 'boolean':
      return result;
    case 'solutions': {
      const rows: Row[] = [];
      for await (const solution of result.solutions) rows.push(rowOf(result.variables, solution));
      return { kind: 'rows', rows };
    }
    case 'quads': {
      const triples: string[] = [];
      for await (const { subject, predicate, object } of result.quads)
        triples.push(plainTriple([subject, predicate, object]));
      return { kind: 'triples', triples };
    }
  }
}

const rowOf = (names: readonly string[], terms: readonly (Term | undefined)[]): Row =>
  Object.fromEntries(
    names.flatMap((name, place) => (terms[place] ? [[name, terms[place]] as const] : [])),
  );

export const plainTriple = (terms: readonly Term[]): string =>
  terms.map((term) => plainTerm(term)).join(' ');

/** The solutions as a multiset in a sequence of its own. */
export const sortedRows = (rows: readonly Row[]): readonly string[] =>
  rows
    .map((row) =>
      Object.keys(row)
        .toSorted()
        .map((name) => `${name}=${plainTerm(row[name])}`)
        .join(' '),
    )
    .toSorted();
