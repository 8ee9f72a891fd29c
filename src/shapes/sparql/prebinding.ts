/** What a query with pre-bound variables must not contain. https://www.w3.org/TR/shacl/#pre-binding */
import type { Operation } from '../../sparql/index.ts';
import { ShapeError } from '../core/shape.ts';

/** Variables that subqueries need not project. */
const OPTIONAL: ReadonlySet<string> = new Set(['shapesGraph', 'currentShape']);

/** Modifiers that may be around the projection of the query itself. */
const MODIFIERS: ReadonlySet<string> = new Set(['distinct', 'slice', 'orderBy']);

/**
 * @param variables names of all variables that are pre-bound.
 * @throws {ShapeError} for MINUS, VALUES, SERVICE, assignments to pre-bound variables, and subqueries that do not
 * project them.
 */
export function checkPrebinding(operation: Operation, variables: ReadonlySet<string>): void {
  let outer = operation;
  while (MODIFIERS.has(outer.kind) && 'input' in outer) outer = outer.input;
  for (const node of operationsIn(outer)) {
    const reason = problemOf(node, { variables, isOuter: node === outer });
    if (reason !== undefined) throw new ShapeError(reason);
  }
}

function problemOf(
  node: Operation,
  { variables, isOuter }: { readonly variables: ReadonlySet<string>; readonly isOuter: boolean },
): string | undefined {
  if (node.kind === 'minus' || node.kind === 'service')
    return `a query with pre-bound variables must not use ${node.kind.toUpperCase()}`;
  if (node.kind === 'values' && node.variables.length > 0)
    return 'a query with pre-bound variables must not use VALUES';
  if (node.kind === 'extend' && variables.has(node.variable))
    return `the query must not assign the pre-bound variable ?${node.variable}`;
  if (node.kind !== 'project' || isOuter) return undefined;
  const missing = [...variables].find(
    (name) => !OPTIONAL.has(name) && !node.variables.includes(name),
  );
  return missing === undefined
    ? undefined
    : `a subquery must project the pre-bound variable ?${missing}`;
}

/** All operations below a part of the algebra, also those of EXISTS. */
function* operationsIn(part: unknown): Generator<Operation> {
  if (typeof part !== 'object' || part === null || 'termType' in part) return;
  if (isOperation(part)) yield part;
  for (const child of Object.values(part)) yield* operationsIn(child);
}

const isOperation = (part: object): part is Operation =>
  'kind' in part && ('input' in part || 'inputs' in part || 'left' in part || OWN.has(part.kind));

/** Operations that have no others inside. */
const OWN: ReadonlySet<unknown> = new Set(['values', 'service', 'bgp', 'path']);
