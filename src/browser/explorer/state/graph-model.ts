/** The graph in view with the places of its nodes: what is laid out, drawn and saved. */
import { MultiDirectedGraph } from 'graphology';
import type { Place } from './address.ts';
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
  /** Whether layouts leave it where it is. */
  fixed: boolean;
}

export interface EdgeAttributes {
  size: number;
  color: string;
  label: string;
}

export type ModelGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** Distance between a node and what opens around it. */
const STEP = 60;
const MANY_GONE = 30;
const MANY_NAMED = 200;
const MAX_WIDENING = 1.45;

export class GraphModel {
  readonly graph: ModelGraph = new MultiDirectedGraph();
  /** Of everything that was ever in view: what comes back stands where it stood. */
  readonly #places = new Map<string, Place>();

  /** Makes the graph what is shown. Returns whether nodes came that have no place of their own yet. */
  show(shown: Shown, scene: Scene, palette: Palette): boolean {
    this.#keepPlaces();
    const gone = this.graph.filterNodes((node) => !shown.nodes.has(node));
    // The renderer visits the whole graph for each removed node.
    if (gone.length > MANY_GONE) this.graph.clear();
    else for (const node of gone) this.graph.dropNode(node);
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
      const known = this.#places.get(iri);
      isNew ||= known === undefined;
      const [x, y] = known ?? this.#placeNear(iri, scene.origins.get(iri));
      this.graph.addNode(iri, { ...attributes, x, y });
      this.#places.set(iri, [x, y]);
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

  placeOf(iri: string): Place | undefined {
    if (!this.graph.hasNode(iri)) return this.#places.get(iri);
    const { x, y } = this.graph.getNodeAttributes(iri);
    return [x, y];
  }

  /** The box around all nodes. */
  get extent(): { readonly x: [number, number]; readonly y: [number, number] } {
    const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const y: [number, number] = [...x];
    this.graph.forEachNode((_, place) => {
      x[0] = Math.min(x[0], place.x);
      x[1] = Math.max(x[1], place.x);
      y[0] = Math.min(y[0], place.y);
      y[1] = Math.max(y[1], place.y);
    });
    return this.graph.order > 0 ? { x, y } : { x: [0, 1], y: [0, 1] };
  }

  /** Puts nodes where they are said to be. */
  place(places: ReadonlyMap<string, Place>): void {
    for (const [iri, [x, y]] of places) {
      this.#places.set(iri, [x, y]);
      if (this.graph.hasNode(iri)) this.graph.mergeNodeAttributes(iri, { x, y });
    }
  }

  /** Where all nodes of a scene stand; empty where one of them has no place. */
  placesOf(scene: Scene): Place[] {
    this.#keepPlaces();
    const places = [...scene.nodes.keys()].map((iri) => this.#places.get(iri));
    return places.every((place) => place !== undefined) ? places : [];
  }

  /** Takes the room that a wide drawing has, which names want; pinned nodes would lose their place among the others. */
  widen(shape: number): void {
    const { graph } = this;
    if (shape <= 1 || graph.order > MANY_NAMED || graph.someNode((_, { fixed }) => fixed)) return;
    const factor = Math.min(shape, MAX_WIDENING);
    const widened = (_: string, attributes: NodeAttributes) => ({
      ...attributes,
      x: attributes.x * factor,
    });
    graph.updateEachNodeAttributes(widened, { attributes: ['x'] });
  }

  /** Colours of the lines: those of one node stand out. */
  highlight(selected: string | undefined, { line, lineStrong, inkSoft }: Palette): void {
    const colour = (_: string, attributes: EdgeAttributes, source: string, target: string) => {
      const isOwn = selected !== undefined && (source === selected || target === selected);
      const color = isOwn ? inkSoft : selected === undefined ? lineStrong : line;
      const size = isOwn ? 1.6 : 1;
      return attributes.color === color && attributes.size === size
        ? attributes
        : { ...attributes, color, size };
    };
    // The hint has lines drawn anew that have just come, too.
    this.graph.updateEachEdgeAttributes(colour, { attributes: ['zIndex' as 'color'] });
  }

  #keepPlaces(): void {
    this.graph.forEachNode((iri, { x, y }) => this.#places.set(iri, [x, y]));
  }

  /** The same each time, since it follows from the IRI. */
  #placeNear(iri: string, origin: string | undefined): Place {
    const [a, b] = hashOf(iri);
    const angle = a * 2 * Math.PI;
    const around = origin === undefined ? undefined : this.placeOf(origin);
    if (around) {
      const distance = STEP * (0.7 + 0.6 * b);
      return [around[0] + Math.cos(angle) * distance, around[1] + Math.sin(angle) * distance];
    }
    const spread = 10 * Math.sqrt(this.graph.order + 1) * Math.sqrt(b);
    return [Math.cos(angle) * spread * 3, Math.sin(angle) * spread * 3];
  }
}

/** Of many nodes each is small, or they would hide one another. */
const sizeOf = ({ degree }: ShownNode, count: number): number =>
  count > MANY_NAMED * 5
    ? Math.min(7, 1.6 + 0.5 * Math.sqrt(degree))
    : Math.min(15, 5.5 + 1.8 * Math.sqrt(degree));

/** Two numbers from 0 to 1 that follow from a text. */
function hashOf(text: string): [number, number] {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  const mixed = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0;
  return [(hash >>> 0) / 2 ** 32, mixed / 2 ** 32];
}
