/** Layouts computed in one step: circular and radial. Pinned nodes are not moved. */
import type { Position } from '../state/address.ts';
import type { ModelGraph } from '../state/graph-model.ts';

/** Distance between nodes on a circle, for a node and its label. */
const NODE_SPACING = 46;

/** Nodes on one circle, sorted by kind and label, so that similar nodes are adjacent. */
export function circlePositions(graph: ModelGraph): Map<string, Position> {
  const nodes = movable(graph).toSorted((a, b) => compare(graph, a, b));
  const radius = Math.max(120, (nodes.length * NODE_SPACING) / (2 * Math.PI));
  return new Map(nodes.map((node, index) => [node, onCircle(index, nodes.length, radius)]));
}

/** One ring for each distance from the centre; nodes not connected to it are on the outer ring. */
export function radialPositions(
  graph: ModelGraph,
  centre: string | undefined,
): Map<string, Position> {
  const start = centre !== undefined && graph.hasNode(centre) ? centre : mostLinked(graph);
  const positions = new Map<string, Position>();
  if (start === undefined) return positions;
  let radius = 0;
  for (const ring of ringsAround(graph, start)) {
    const nodes = orderedByParent(graph, ring, positions);
    radius = Math.max(
      radius + (positions.size === 0 ? 0 : 140),
      (nodes.length * NODE_SPACING) / (2 * Math.PI),
    );
    if (positions.size === 0) radius = 0;
    for (const [index, node] of nodes.entries())
      positions.set(node, onCircle(index, nodes.length, radius));
  }
  for (const node of positions.keys())
    if (graph.getNodeAttribute(node, 'fixed')) positions.delete(node);
  return positions;
}

function ringsAround(graph: ModelGraph, start: string): string[][] {
  const seen = new Set([start]);
  const rings: string[][] = [];
  for (let ring = [start]; ring.length > 0;) {
    rings.push(ring);
    const next: string[] = [];
    for (const node of ring)
      graph.forEachNeighbor(node, (other) => {
        if (seen.has(other)) return;
        seen.add(other);
        next.push(other);
      });
    ring = next;
  }
  const rest = graph.filterNodes((node) => !seen.has(node));
  return rest.length > 0 ? [...rings, rest] : rings;
}

/** Sorts the nodes of a ring by the angle of a neighbour on an inner ring, to reduce edge crossings. */
function orderedByParent(
  graph: ModelGraph,
  ring: readonly string[],
  positions: ReadonlyMap<string, Position>,
): string[] {
  const angles = new Map(
    ring.map((node): [string, number] => {
      const angle = graph
        .neighbors(node)
        .map((other) => positions.get(other))
        .filter((position) => position !== undefined && (position[0] !== 0 || position[1] !== 0))
        .map((position) => Math.atan2(position?.[1] ?? 0, position?.[0] ?? 0) + Math.PI / 2)
        .map((value) => (value < 0 ? value + 2 * Math.PI : value))[0];
      return [node, angle ?? -1];
    }),
  );
  return ring.toSorted(
    (a, b) => (angles.get(a) ?? 0) - (angles.get(b) ?? 0) || compare(graph, a, b),
  );
}

const onCircle = (index: number, count: number, radius: number): Position => {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  // The y axis of a drawing points up.
  return [Math.cos(angle) * radius, -Math.sin(angle) * radius];
};

const movable = (graph: ModelGraph) => graph.filterNodes((_, { fixed }) => !fixed);

const mostLinked = (graph: ModelGraph): string | undefined =>
  graph.nodes().toSorted((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1))[0];

function compare(graph: ModelGraph, a: string, b: string): number {
  const one = graph.getNodeAttributes(a);
  const other = graph.getNodeAttributes(b);
  return (
    one.kind.localeCompare(other.kind) || one.label.localeCompare(other.label) || (a < b ? -1 : 1)
  );
}
