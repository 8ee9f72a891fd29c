/** FILTER(a && b) is FILTER(a) FILTER(b): an error in either keeps no row, in both forms. */
import type { Expression } from '../algebra/algebra.ts';

export function conjunctsOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'call' && expression.operator === '&&'
    ? expression.args.flatMap(conjunctsOf)
    : [expression];
}
