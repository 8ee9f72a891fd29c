/** Answers to queries, read as far as a page shows them. */
import type { Term } from '../../rdf/index.ts';

export interface AnswerTable {
  readonly kind: 'table';
  readonly variables: readonly string[];
  readonly rows: readonly AnswerRow[];
  /** False if the answer has more rows than these. */
  readonly isComplete: boolean;
}

/** The terms in the order of the variables; undefined where unbound. */
export type AnswerRow = readonly (Term | undefined)[];

export type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | AnswerTable
  | { readonly kind: 'error'; readonly message: string };
