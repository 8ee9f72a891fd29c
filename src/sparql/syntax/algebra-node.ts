/** The parser's algebra, as far as it is read here. */
import type { Term } from '../../rdf/index.ts';

/** A node of Traqula's algebra, read by its `type`. */
export interface AlgebraNode {
  readonly type: string;
  readonly subType?: string;
  readonly [member: string]: unknown;
}

/** The types of nodes that a group can hold. */
export type GroupNodeType =
  | 'bgp'
  | 'distinct'
  | 'extend'
  | 'filter'
  | 'graph'
  | 'group'
  | 'join'
  | 'leftjoin'
  | 'minus'
  | 'orderby'
  | 'path'
  | 'project'
  | 'reduced'
  | 'service'
  | 'slice'
  | 'union'
  | 'values';

/** The name of a variable, the text of an IRI. */
export const nameOf = (term: unknown): string => (term as Term).value;
