/** Whether an operation may start from the rows it is joined to: a correlated plan in place of a hash join. */
import type { Operation } from '../algebra/algebra.ts';
import { mentionedIn, scopeOf, variablesOf } from '../algebra/scope.ts';

/** Whether starting from rows that bind `outer` gives the same as joining with them afterwards, and cheaply. */
export function canCorrelate(operation: Operation, outer: ReadonlySet<string>): boolean {
  const isBoundWhereOuter = (names: Iterable<string>, input: Operation) => {
    const { boundVariables } = scopeOf(input);
    return [...names].every((name) => !outer.has(name) || boundVariables.has(name));
  };
  switch (operation.kind) {
    case 'bgp':
    case 'path':
    case 'values':
      return true;
    case 'join':
    case 'union':
      return operation.inputs.every((input) => canCorrelate(input, outer));
    case 'filter':
      return (
        canCorrelate(operation.input, outer) &&
        isBoundWhereOuter(variablesOf(operation.condition), operation.input)
      );
    case 'extend':
      return (
        !outer.has(operation.variable) &&
        canCorrelate(operation.input, outer) &&
        isBoundWhereOuter(variablesOf(operation.expression), operation.input)
      );
    case 'leftJoin':
      return (
        canCorrelate(operation.left, outer) &&
        isBoundWhereOuter(mentionedIn(operation.right), operation.left) &&
        (!operation.condition ||
          isBoundWhereOuter(variablesOf(operation.condition), operation.left))
      );
    case 'minus':
      return (
        canCorrelate(operation.left, outer) &&
        isBoundWhereOuter(scopeOf(operation.right).all, operation.left)
      );
    case 'graph':
    case 'group':
    case 'project':
    case 'distinct':
    case 'orderBy':
    case 'slice':
    case 'service':
      return false;
  }
}
