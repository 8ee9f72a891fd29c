/** A join of joins becomes one join, and a join of one input that input, so that all parts are ordered together. */
import type { Operation } from '../algebra/algebra.ts';
import { rewriteEach } from '../algebra/traverse.ts';

export const flattenJoins = (operation: Operation): Operation => rewriteEach(operation, flatten);

function flatten(operation: Operation): Operation {
  if (operation.kind !== 'join') return operation;
  const inputs = operation.inputs.flatMap((input) =>
    input.kind === 'join' ? input.inputs : [input],
  );
  const [only, ...others] = inputs;
  if (!only) return { kind: 'bgp', patterns: [] };
  return others.length === 0 ? only : { kind: 'join', inputs };
}
