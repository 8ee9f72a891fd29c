/**
 * The column of each node in a layered drawing, chosen so that lines run to the right and are short, and no column is
 * much higher than the others. Deterministic.
 */
import type { LayeredEdge } from './layered-edge.ts';

/** Columns that fit on a wide page. */
const COLUMNS = 5;
const ROUNDS = 30;
/** Weight of the height of a column, relative to lines that run backwards or far. */
const WEIGHT_OF_HEIGHT = 0.45;
const UNIT_OF_HEIGHT = 100;

/** The cost of a line by the number of columns it runs to the right. */
function costOf(distance: number): number {
  if (distance > 0) return distance - 1;
  return distance === 0 ? 3.5 : 2.5 - distance;
}

export function assignColumns(
  nodes: readonly string[],
  edges: readonly LayeredEdge[],
  heightOf: (node: string) => number,
): ReadonlyMap<string, number> {
  const column = startColumns(nodes, edges);
  const height = Array.from({ length: COLUMNS }, () => 0);
  for (const node of nodes) height[column.get(node) ?? 0]! += heightOf(node) / UNIT_OF_HEIGHT;
  const touching = new Map<string, LayeredEdge[]>(nodes.map((node) => [node, []]));
  for (const edge of edges)
    if (edge.from !== edge.to)
      for (const end of [edge.from, edge.to]) touching.get(end)?.push(edge);
  const costAt = (node: string, target: number): number => {
    const at = (one: string) => (one === node ? target : (column.get(one) ?? 0));
    const lines = (touching.get(node) ?? []).reduce(
      (sum, { from, to }) => sum + costOf(at(to) - at(from)),
      0,
    );
    const own = heightOf(node) / UNIT_OF_HEIGHT;
    const others = (height[target] ?? 0) - (column.get(node) === target ? own : 0);
    return lines + WEIGHT_OF_HEIGHT * ((others + own) ** 2 - others ** 2);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    let isMoved = false;
    for (const node of nodes) {
      const now = column.get(node) ?? 0;
      const costs = height.map((_, target) => costAt(node, target));
      const best = costs.indexOf(Math.min(...costs));
      if ((costs[best] ?? 0) >= (costs[now] ?? 0) - 1e-9) continue;
      const own = heightOf(node) / UNIT_OF_HEIGHT;
      height[now]! -= own;
      height[best]! += own;
      column.set(node, best);
      isMoved = true;
    }
    if (!isMoved) break;
  }
  return withoutGaps(column);
}

/** The longest path from a source, along edges that do not close a cycle. */
function startColumns(
  nodes: readonly string[],
  edges: readonly LayeredEdge[],
): Map<string, number> {
  const out = Map.groupBy(edges, ({ from }) => from);
  const into = Map.groupBy(edges, ({ to }) => to);
  const surplus = (node: string) => (into.get(node)?.length ?? 0) - (out.get(node)?.length ?? 0);
  const state = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, string[]>();
  const order: string[] = [];
  const visit = (node: string): void => {
    state.set(node, 'open');
    for (const { to } of out.get(node) ?? []) {
      if (state.get(to) === 'open') continue;
      forward.set(node, [...(forward.get(node) ?? []), to]);
      if (!state.has(to)) visit(to);
    }
    state.set(node, 'done');
    order.push(node);
  };
  for (const node of nodes.toSorted((a, b) => surplus(a) - surplus(b)))
    if (!state.has(node)) visit(node);
  const column = new Map<string, number>(nodes.map((node) => [node, 0]));
  for (const node of order.toReversed())
    for (const to of forward.get(node) ?? [])
      column.set(
        to,
        Math.min(COLUMNS - 1, Math.max(column.get(to) ?? 0, (column.get(node) ?? 0) + 1)),
      );
  return column;
}

/** Removes empty columns. */
function withoutGaps(column: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const used = [...new Set(column.values())].toSorted((a, b) => a - b);
  return new Map([...column].map(([node, at]) => [node, used.indexOf(at)]));
}
