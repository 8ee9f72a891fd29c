/** Traversal of the algebra: the direct parts of an operation, and the same operation with other parts. */
import type { Expression, Operation } from './algebra.ts';

export interface PartMapping {
  readonly operation: (input: Operation) => Operation;
  /** Default: expressions stay as they are. */
  readonly expression?: (expression: Expression) => Expression;
}

/** The operation with its inputs and expressions mapped; itself where nothing changes. Patterns are not parts. */
export function mapChildren(
  operation: Operation,
  { operation: map, expression: mapExpression = (same) => same }: PartMapping,
): Operation {
  switch (operation.kind) {
    case 'bgp':
    case 'path':
    case 'values':
    case 'service':
      return operation;
    case 'join':
    case 'union':
      return changed(operation, { inputs: mapAll(operation.inputs, map) });
    case 'leftJoin':
      return changed(operation, {
        left: map(operation.left),
        right: map(operation.right),
        condition: operation.condition && mapExpression(operation.condition),
      });
    case 'minus':
      return changed(operation, { left: map(operation.left), right: map(operation.right) });
    case 'filter':
      return changed(operation, {
        input: map(operation.input),
        condition: mapExpression(operation.condition),
      });
    case 'extend':
      return changed(operation, {
        input: map(operation.input),
        expression: mapExpression(operation.expression),
      });
    case 'group':
      return changed(operation, {
        input: map(operation.input),
        aggregates: mapAll(operation.aggregates, (aggregate) =>
          changed(aggregate, {
            expression: aggregate.expression && mapExpression(aggregate.expression),
          }),
        ),
      });
    case 'orderBy':
      return changed(operation, {
        input: map(operation.input),
        keys: mapAll(operation.keys, (key) =>
          changed(key, { expression: mapExpression(key.expression) }),
        ),
      });
    case 'graph':
    case 'project':
    case 'distinct':
    case 'slice':
      return changed(operation, { input: map(operation.input) });
  }
}

/** The operations directly below an operation; those of EXISTS are not among them. */
export function inputsOf(operation: Operation): readonly Operation[] {
  switch (operation.kind) {
    case 'bgp':
    case 'path':
    case 'values':
    case 'service':
      return [];
    case 'join':
    case 'union':
      return operation.inputs;
    case 'leftJoin':
    case 'minus':
      return [operation.left, operation.right];
    case 'filter':
    case 'extend':
    case 'group':
    case 'orderBy':
    case 'graph':
    case 'project':
    case 'distinct':
    case 'slice':
      return [operation.input];
  }
}

/** The expression with the operations of its EXISTS mapped; itself where nothing changes. */
export function mapExists(
  expression: Expression,
  map: (input: Operation) => Operation,
): Expression {
  switch (expression.kind) {
    case 'variable':
    case 'constant':
      return expression;
    case 'call':
    case 'named':
      return changed(expression, {
        args: mapAll(expression.args, (argument) => mapExists(argument, map)),
      });
    case 'exists':
      return changed(expression, { input: map(expression.input) });
  }
}

/** Applies a rule to every operation from the leaves up, those of EXISTS included. */
export function rewriteEach(
  operation: Operation,
  rule: (operation: Operation) => Operation,
): Operation {
  const rewrite = (input: Operation): Operation =>
    rule(
      mapChildren(input, {
        operation: rewrite,
        expression: (expression) => mapExists(expression, rewrite),
      }),
    );
  return rewrite(operation);
}

function changed<Node extends object>(node: Node, changes: Partial<Node>): Node {
  const isSame = Object.entries(changes).every(([key, value]) => node[key as keyof Node] === value);
  return isSame ? node : { ...node, ...changes };
}

function mapAll<Item>(items: readonly Item[], map: (item: Item) => Item): readonly Item[] {
  const mapped = items.map(map);
  return mapped.every((item, index) => item === items[index]) ? items : mapped;
}
