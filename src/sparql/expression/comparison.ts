/** Comparisons of a variable with a constant, which indexes and ids can decide. */
import type { ConcreteTerm } from '../../rdf/index.ts';
import type { Expression } from '../algebra/algebra.ts';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'sameterm';

/** The comparison that holds with both sides exchanged. */
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  sameterm: 'sameterm',
};

const isComparison = (operator: string): operator is Comparison =>
  Object.hasOwn(MIRRORED, operator);

export interface ComparedWithConstant {
  readonly name: string;
  readonly operator: Comparison;
  readonly term: ConcreteTerm;
}

/** Variable against constant, in that order; undefined for other expressions. */
export function comparedWithConstant(expression: Expression): ComparedWithConstant | undefined {
  if (expression.kind !== 'call' || expression.args.length !== 2) return undefined;
  const { operator, args } = expression;
  const [left, right] = args;
  if (!isComparison(operator)) return undefined;
  if (left?.kind === 'variable' && right?.kind === 'constant')
    return { name: left.name, operator, term: right.term as ConcreteTerm };
  if (left?.kind === 'constant' && right?.kind === 'variable')
    return { name: right.name, operator: MIRRORED[operator], term: left.term as ConcreteTerm };
  return undefined;
}
