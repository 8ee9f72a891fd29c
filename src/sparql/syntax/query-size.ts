/** Queries too large to be planned: a short text can ask for more work than any deadline would stop in time. */
import type { AlgebraNode } from './algebra-node.ts';
import { unanswerable } from '../errors/evaluation-error.ts';

/**
 * Patterns in one join. The time to find their order grows with the square of their number, so that a short text
 * could occupy the planner for minutes; at this number it takes some tenths of a second.
 */
const MAX_JOINED = 250;

/** Aggregates in one query. The parser's algebra compares each with all others, so that thousands take minutes. */
const MAX_AGGREGATES = 250;

/**
 * Maximum nesting depth: each level takes stack wherever a plan is made, changed or run, an operator
 * about twice as much as a part of an expression. A thread with the smallest usual stack takes half as much again.
 */
const MAX_DEPTH = 1000;

export const TOO_DEEP = 'it is nested too deeply';

/** @param tree as the parser made it. @throws {GraphpressError} */
export function checkAggregates(tree: unknown): void {
  let count = 0;
  const open = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ((node as { readonly subType?: unknown }).subType === 'aggregate') count += 1;
    if (count > MAX_AGGREGATES)
      throw unanswerable(`it has more than ${MAX_AGGREGATES} aggregates: ask in parts`);
    for (const child of Object.values(node)) open.push(child);
  }
}

interface AlgebraPart {
  readonly part: AlgebraNode;
  readonly depth: number;
  /** What is joined with it. */
  readonly join: { size: number };
}

/** Nested in one another, these are flattened, and all their parts are joined at once. */
const JOINED: ReadonlySet<string> = new Set(['join', 'filter', 'bgp']);

/** Without recursion, since it measures depth. @throws {GraphpressError} */
export function checkSize(algebra: unknown): void {
  const open: AlgebraPart[] = [{ part: algebra as AlgebraNode, depth: 0, join: { size: 0 } }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { part, depth, join } = next;
    const isExpression = part.type === 'expression';
    if (part.type === 'bgp') join.size += (part['patterns'] as readonly unknown[]).length;
    else if (!JOINED.has(part.type)) join.size += 1;
    if (join.size > MAX_JOINED)
      throw unanswerable(`it joins more than ${MAX_JOINED} patterns: ask in parts`);
    if (depth > MAX_DEPTH) throw unanswerable(TOO_DEEP);
    for (const child of nodesOf(part)) {
      const isJoined = JOINED.has(part.type) && child.type !== 'expression';
      open.push({
        part: child,
        depth: depth + (isExpression ? 1 : 2),
        join: isJoined ? join : { size: 0 },
      });
    }
  }
}

const nodesOf = (part: AlgebraNode): readonly AlgebraNode[] =>
  Object.values(part)
    .flat()
    .filter(
      (value): value is AlgebraNode =>
        typeof value === 'object' && value !== null && 'type' in value && !('termType' in value),
    );
