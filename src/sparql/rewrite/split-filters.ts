/** FILTER(a && b) becomes FILTER(a) FILTER(b): an error in either removes the solution, in both forms. */
import type { Expression, Operation } from '../algebra/algebra.ts';
import { rewriteEach } from '../algebra/traverse.ts';

export const splitFilters = (operation: Operation): Operation =>
  rewriteEach(operation, (node) =>
    node.kind === 'filter'
      ? conjunctsOf(node.condition).reduceRight<Operation>(
          (input, condition) => ({ kind: 'filter', input, condition }),
          node.input,
        )
      : node,
  );

const conjunctsOf = (expression: Expression): readonly Expression[] =>
  expression.kind === 'call' && expression.operator === '&&'
    ? expression.args.flatMap(conjunctsOf)
    : [expression];
