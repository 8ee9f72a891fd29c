/**
 * Filters within EXISTS see the values of the row that is tested, wherever they are in the group: so the filters of
 * its joins become filters of the entire join. https://www.w3.org/TR/sparql11-query/#defn_evalExists
 */
import type { Operation } from '../algebra/algebra.ts';
import { mapChildren, mapExists } from '../algebra/traverse.ts';
import { hoistFromInputs } from './hoist-filters.ts';

export function scopeExists(operation: Operation): Operation {
  return mapChildren(operation, {
    operation: scopeExists,
    expression: (expression) => mapExists(expression, (input) => substituted(scopeExists(input))),
  });
}

/** Along the operations that rows from outside reach. */
function substituted(operation: Operation): Operation {
  switch (operation.kind) {
    case 'join':
    case 'filter':
      return hoistAll(operation);
    case 'union':
      return { ...operation, inputs: operation.inputs.map(substituted) };
    case 'leftJoin':
    case 'minus':
      return { ...operation, left: substituted(operation.left) };
    case 'extend':
    case 'graph':
      return { ...operation, input: substituted(operation.input) };
    case 'bgp':
    case 'path':
    case 'values':
    case 'group':
    case 'project':
    case 'distinct':
    case 'orderBy':
    case 'slice':
    case 'service':
      return operation;
  }
}

function hoistAll(operation: Operation): Operation {
  switch (operation.kind) {
    case 'filter':
      return { ...operation, input: hoistAll(operation.input) };
    case 'join':
      return hoistFromInputs({ kind: 'join', inputs: operation.inputs.map(hoistAll) }, () => true);
    default:
      return operation;
  }
}
