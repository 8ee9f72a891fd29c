/** Layouts that are drawn at once: on a circle, and in rings around a node. Pinned nodes stay. */
import type { Place } from '../state/address.ts';
import type { ModelGraph } from '../state/graph-model.ts';

/** Room for a node and its name. */
const ROOM = 46;

/** In the order of kinds and names, so that what is alike stands together. */
export function circlePlaces(graph: ModelGraph): Map<string, Place> {
  const nodes = movable(graph).toSorted((a, b) => compare(graph, a, b));
  const radius = Math.max(120, (nodes.length * ROOM) / (2 * Math.PI));
  return new Map(nodes.map((node, index) => [node, onCircle(index, nodes.length, radius)]));
}

/** A ring for each step away from the centre; what is not linked to it stands outside. */
export function radialPlaces(graph: ModelGraph, centre: string | undefined): Map<string, Place> {
  const start = centre !== undefined && graph.hasNode(centre) ? centre : mostLinked(graph);
  const places = new Map<string, Place>();
  if (start === undefined) return places;
  let radius = 0;
  for (const ring of ringsAround(graph, start)) {
    const nodes = orderedByParent(graph, ring, places);
    radius = Math.max(
      radius + (places.size === 0 ? 0 : 140),
      (nodes.length * ROOM) / (2 * Math.PI),
    );
    if (places.size === 0) radius = 0;
    for (const [index, node] of nodes.entries())
      places.set(node, onCircle(index, nodes.length, radius));
  }
  for (const node of places.keys()) if (graph.getNodeAttribute(node, 'fixed')) places.delete(node);
  return places;
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

/** Each near the ones of the ring before to which it is linked, so that few lines cross. */
function orderedByParent(
  graph: ModelGraph,
  ring: readonly string[],
  places: ReadonlyMap<string, Place>,
): string[] {
  const angles = new Map(
    ring.map((node): [string, number] => {
      const angle = graph
        .neighbors(node)
        .map((other) => places.get(other))
        .filter((place) => place !== undefined && (place[0] !== 0 || place[1] !== 0))
        .map((place) => Math.atan2(place?.[1] ?? 0, place?.[0] ?? 0) + Math.PI / 2)
        .map((value) => (value < 0 ? value + 2 * Math.PI : value))[0];
      return [node, angle ?? -1];
    }),
  );
  return ring.toSorted(
    (a, b) => (angles.get(a) ?? 0) - (angles.get(b) ?? 0) || compare(graph, a, b),
  );
}

const onCircle = (index: number, count: number, radius: number): Place => {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  // The y axis of a drawing goes up.
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
