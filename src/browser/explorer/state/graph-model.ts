/** The graph in view with the positions of its nodes, for layouts, drawings and exports. */
import { MultiDirectedGraph } from 'graphology';
import type { Position } from './address.ts';
import type { Palette } from './palette.ts';
import type { Scene, Shown, ShownNode } from './scene.ts';

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  kind: string;
  /** Links in view. */
  degree: number;
  /** Whether it is pinned: layouts do not move it. */
  fixed: boolean;
}

export interface EdgeAttributes {
  size: number;
  color: string;
  label: string;
}

export type ModelGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** Distance between a node and the nodes expanded from it. */
const STEP = 60;
const BULK_REMOVAL_COUNT = 30;
const SMALL_GRAPH_ORDER = 200;
const MAX_WIDENING = 1.45;

export class GraphModel {
  readonly graph: ModelGraph = new MultiDirectedGraph();
  /** Positions of all nodes that have been in view. A node that is shown again has its previous position. */
  readonly #positions = new Map<string, Position>();

  /** Updates the graph to the shown nodes and edges. @returns whether nodes without a stored position were added. */
  show(shown: Shown, scene: Scene, palette: Palette): boolean {
    this.#storePositions();
    const removed = this.graph.filterNodes((node) => !shown.nodes.has(node));
    // The renderer visits all nodes for each removed node.
    if (removed.length > BULK_REMOVAL_COUNT) this.graph.clear();
    else for (const node of removed) this.graph.dropNode(node);
    for (const edge of this.graph.edges()) if (!shown.edges.has(edge)) this.graph.dropEdge(edge);
    let isNew = false;
    for (const [iri, node] of shown.nodes) {
      const attributes = {
        size: sizeOf(node, shown.nodes.size),
        color: palette.kinds[node.kind] ?? palette.ink,
        label: node.label,
        kind: node.kind,
        degree: node.degree,
        fixed: node.isPinned,
      };
      if (this.graph.hasNode(iri)) {
        this.graph.mergeNodeAttributes(iri, attributes);
        continue;
      }
      const previous = this.#positions.get(iri);
      isNew ||= previous === undefined;
      const [x, y] = previous ?? this.#initialPosition(iri, scene.origins.get(iri));
      this.graph.addNode(iri, { ...attributes, x, y });
      this.#positions.set(iri, [x, y]);
    }
    for (const [key, { source, target, label }] of shown.edges)
      if (!this.graph.hasEdge(key))
        this.graph.addDirectedEdgeWithKey(key, source, target, {
          size: 1,
          color: palette.lineStrong,
          label,
        });
    return isNew;
  }

  positionOf(iri: string): Position | undefined {
    if (!this.graph.hasNode(iri)) return this.#positions.get(iri);
    const { x, y } = this.graph.getNodeAttributes(iri);
    return [x, y];
  }

  /** The bounding box of all nodes. */
  get extent(): { readonly x: [number, number]; readonly y: [number, number] } {
    const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const y: [number, number] = [...x];
    this.graph.forEachNode((_, point) => {
      x[0] = Math.min(x[0], point.x);
      x[1] = Math.max(x[1], point.x);
      y[0] = Math.min(y[0], point.y);
      y[1] = Math.max(y[1], point.y);
    });
    return this.graph.order > 0 ? { x, y } : { x: [0, 1], y: [0, 1] };
  }

  /** Sets the positions of nodes. */
  setPositions(positions: ReadonlyMap<string, Position>): void {
    for (const [iri, [x, y]] of positions) {
      this.#positions.set(iri, [x, y]);
      if (this.graph.hasNode(iri)) this.graph.mergeNodeAttributes(iri, { x, y });
    }
  }

  /** The positions of all nodes of a scene; empty if one of them has none. */
  positionsOf(scene: Scene): Position[] {
    this.#storePositions();
    const positions = [...scene.nodes.keys()].map((iri) => this.#positions.get(iri));
    return positions.every((position) => position !== undefined) ? positions : [];
  }

  /** Widens the layout for a wide drawing, for label space. Not with pinned nodes: their relative position would change. */
  widen(aspectRatio: number): void {
    const { graph } = this;
    if (
      aspectRatio <= 1 ||
      graph.order > SMALL_GRAPH_ORDER ||
      graph.someNode((_, { fixed }) => fixed)
    )
      return;
    const factor = Math.min(aspectRatio, MAX_WIDENING);
    const widened = (_: string, attributes: NodeAttributes) => ({
      ...attributes,
      x: attributes.x * factor,
    });
    graph.updateEachNodeAttributes(widened, { attributes: ['x'] });
  }

  /** Sets the colours of the edges: those of the selected node are emphasized. */
  highlight(selected: string | undefined, { line, lineStrong, inkSoft }: Palette): void {
    const colour = (_: string, attributes: EdgeAttributes, source: string, target: string) => {
      const isOwn = selected !== undefined && (source === selected || target === selected);
      const color = isOwn ? inkSoft : selected === undefined ? lineStrong : line;
      const size = isOwn ? 1.6 : 1;
      return attributes.color === color && attributes.size === size
        ? attributes
        : { ...attributes, color, size };
    };
    // The attribute hint makes sigma draw added edges again, too.
    this.graph.updateEachEdgeAttributes(colour, { attributes: ['zIndex' as 'color'] });
  }

  #storePositions(): void {
    this.graph.forEachNode((iri, { x, y }) => this.#positions.set(iri, [x, y]));
  }

  /** The first position of a node, beside the node that it was expanded from. It depends only on a hash of the IRI. */
  #initialPosition(iri: string, origin: string | undefined): Position {
    const [a, b] = hashOf(iri);
    const angle = a * 2 * Math.PI;
    const around = origin === undefined ? undefined : this.positionOf(origin);
    if (around) {
      const distance = STEP * (0.7 + 0.6 * b);
      return [around[0] + Math.cos(angle) * distance, around[1] + Math.sin(angle) * distance];
    }
    const spread = 10 * Math.sqrt(this.graph.order + 1) * Math.sqrt(b);
    return [Math.cos(angle) * spread * 3, Math.sin(angle) * spread * 3];
  }
}

/** The radius of a node. It is smaller in a large graph, to reduce overlaps. */
const sizeOf = ({ degree }: ShownNode, count: number): number =>
  count > SMALL_GRAPH_ORDER * 5
    ? Math.min(7, 1.6 + 0.5 * Math.sqrt(degree))
    : Math.min(15, 5.5 + 1.8 * Math.sqrt(degree));

/** Two numbers from 0 to 1 from a hash of a text. */
function hashOf(text: string): [number, number] {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  const mixed = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0;
  return [(hash >>> 0) / 2 ** 32, mixed / 2 ** 32];
}
