/**
 * A layered drawing: nodes are in columns so that sources are before their targets, and in an order with few
 * crossings. https://en.wikipedia.org/wiki/Layered_graph_drawing
 */
import { assignColumns } from './assign-columns.ts';
import type { LayeredEdge } from './layered-edge.ts';

/** An item of a column: a node, or a virtual node at which a long line crosses the column. */
export interface LayerItem {
  /** Undefined for a virtual node. */
  readonly node: string | undefined;
  readonly before: LayerItem[];
  readonly after: LayerItem[];
}

export interface Layers {
  readonly columns: readonly (readonly LayerItem[])[];
  /** For each edge its items from start to end. */
  readonly paths: ReadonlyMap<LayeredEdge, readonly LayerItem[]>;
}

const SWEEPS = 12;

export function layersOf(
  nodes: readonly string[],
  edges: readonly LayeredEdge[],
  heightOf: (node: string) => number,
): Layers {
  const columnOf = assignColumns(nodes, edges, heightOf);
  const count = Math.max(0, ...columnOf.values()) + 1;
  const columns: LayerItem[][] = Array.from({ length: count }, () => []);
  const items = new Map<string, LayerItem>();
  const addItem = (node: string | undefined, column: number): LayerItem => {
    const item = { node, before: [], after: [] };
    columns[column]?.push(item);
    return item;
  };
  for (const node of nodes) items.set(node, addItem(node, columnOf.get(node) ?? 0));
  const paths = new Map<LayeredEdge, LayerItem[]>();
  for (const edge of edges) {
    const [start, end] = [columnOf.get(edge.from) ?? 0, columnOf.get(edge.to) ?? 0];
    const isBack = end < start;
    const [left, right] = isBack ? [edge.to, edge.from] : [edge.from, edge.to];
    const path = [items.get(left) as LayerItem];
    for (let column = Math.min(start, end) + 1; column < Math.max(start, end); column += 1)
      path.push(addItem(undefined, column));
    path.push(items.get(right) as LayerItem);
    if (start !== end)
      for (let index = 1; index < path.length; index += 1) {
        (path[index - 1] as LayerItem).after.push(path[index] as LayerItem);
        (path[index] as LayerItem).before.push(path[index - 1] as LayerItem);
      }
    paths.set(edge, isBack ? path.toReversed() : path);
  }
  return { columns: untangle(columns), paths };
}

/** Reduces crossings: sorts columns by the barycentres of neighbours, forwards and backwards. */
function untangle(columns: LayerItem[][]): LayerItem[][] {
  let best = columns;
  let fewest = crossingsOf(columns);
  let current = columns;
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const isForward = sweep % 2 === 0;
    const next = current.map((column) => [...column]);
    const sequence = next.map((_, index) => index);
    for (const index of isForward ? sequence : sequence.toReversed()) {
      const neighbour = next[isForward ? index - 1 : index + 1];
      if (!neighbour) continue;
      const indexOf = new Map(neighbour.map((item, index) => [item, index]));
      next[index] = byMiddle(next[index] as LayerItem[], (item) =>
        (isForward ? item.before : item.after)
          .map((other) => indexOf.get(other))
          .filter((index) => index !== undefined),
      );
    }
    current = next;
    const crossings = crossingsOf(current);
    if (crossings < fewest) [best, fewest] = [current, crossings];
  }
  return best;
}

/** Sorted by the mean index of their neighbours; items without neighbours retain their index. */
function byMiddle(
  column: readonly LayerItem[],
  neighbours: (item: LayerItem) => readonly number[],
): LayerItem[] {
  const middles = column.map((item, index) => {
    const indexes = neighbours(item);
    const middle =
      indexes.length === 0 ? index : indexes.reduce((sum, one) => sum + one, 0) / indexes.length;
    return { item, middle };
  });
  return middles.toSorted((a, b) => a.middle - b.middle).map(({ item }) => item);
}

function crossingsOf(columns: readonly (readonly LayerItem[])[]): number {
  let crossings = 0;
  for (const [index, column] of columns.entries()) {
    const next = columns[index + 1];
    if (!next) continue;
    const indexOf = new Map(next.map((item, index) => [item, index]));
    const ends = column.flatMap((item, index) =>
      item.after.map((other) => [index, indexOf.get(other) ?? 0] as const),
    );
    for (const [at, [a, b]] of ends.entries())
      for (const [c, d] of ends.slice(at + 1)) if ((a - c) * (b - d) < 0) crossings += 1;
  }
  return crossings;
}
