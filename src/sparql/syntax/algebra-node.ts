/** The parser's algebra, as far as we look at it. */
import type { Term } from '../../rdf/index.ts';

/** A node of Traqula's algebra, read by its `type`. */
export interface AlgebraNode {
  readonly type: string;
  readonly subType?: string;
  readonly [member: string]: unknown;
}

/** The name of a variable, the text of an IRI. */
export const nameOf = (term: unknown): string => (term as Term).value;
