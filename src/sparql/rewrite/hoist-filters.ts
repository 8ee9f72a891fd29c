/** A filter in a part of a join becomes a filter of the join where it sees the same values there. */
import type { Operation } from '../algebra/algebra.ts';
import { scopeOf, variablesOf } from '../algebra/scope.ts';
import { rewriteEach } from '../algebra/traverse.ts';

export type Filter = Operation & { readonly kind: 'filter' };

export const hoistFilters = (operation: Operation): Operation =>
  rewriteEach(operation, (node) => hoistFromInputs(node, usesOnlyBoundVariables));

/** Moves filters for which `mayMove` holds from the inputs of a join to the join. */
export function hoistFromInputs(
  operation: Operation,
  mayMove: (filter: Filter) => boolean,
): Operation {
  if (operation.kind !== 'join') return operation;
  const filters: Filter[] = [];
  const inputs = operation.inputs.map((input) => {
    let rest = input;
    for (; rest.kind === 'filter' && mayMove(rest); rest = rest.input) filters.push(rest);
    return rest;
  });
  return filters.reduceRight<Operation>(
    (input, { condition }) => ({ kind: 'filter', input, condition }),
    { kind: 'join', inputs },
  );
}

/** Variables that the input binds in every solution have the same values in the solutions of the join. */
function usesOnlyBoundVariables({ condition, input }: Filter): boolean {
  const { boundVariables } = scopeOf(input);
  return [...variablesOf(condition)].every((name) => boundVariables.has(name));
}
