/** Everything that the steps of a picture bring in, and what of it is shown. */
import type { EdgeView, GraphPiece, Named, NodeSummary } from './graph-api.ts';
import type { Picture, Step } from './exploration-state.ts';

/** As many as a drawing holds. */
export const MAX_NODES = 5000;

export interface Scene {
  /** By IRI, in the order in which they came. */
  readonly nodes: ReadonlyMap<string, NodeSummary>;
  readonly edges: ReadonlyMap<string, EdgeView>;
  /** From which node another one was opened. */
  readonly origins: ReadonlyMap<string, string>;
  readonly graphs: ReadonlyMap<string, Named>;
  /** Whether there was no place for some nodes. */
  readonly isFull: boolean;
}

export const edgeKey = ({ source, predicate, target }: EdgeView): string =>
  `${source} ${predicate} ${target}`;

export class SceneBuilder {
  readonly #nodes = new Map<string, NodeSummary>();
  readonly #edges = new Map<string, EdgeView>();
  readonly #origins = new Map<string, string>();
  readonly #graphs = new Map<string, Named>();
  #isFull = false;

  /** Whether there is anything that a step can open: an expansion of a node that is gone shows nothing. */
  takes(step: Step): boolean {
    return step.kind !== 'expand' || this.#nodes.has(step.node);
  }

  get nodeIris(): string[] {
    return [...this.#nodes.keys()];
  }

  add(step: Step, piece: GraphPiece): void {
    if (step.kind !== 'connect')
      for (const node of piece.nodes) {
        if (this.#nodes.has(node.iri)) continue;
        if (this.#nodes.size >= MAX_NODES) {
          this.#isFull = true;
          continue;
        }
        this.#nodes.set(node.iri, node);
        if (step.kind === 'expand') this.#origins.set(node.iri, step.node);
      }
    for (const edge of piece.edges)
      if (this.#nodes.has(edge.source) && this.#nodes.has(edge.target))
        this.#edges.set(edgeKey(edge), edge);
    for (const graph of piece.graphs) this.#graphs.set(graph.iri, graph);
  }

  finish(): Scene {
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      origins: this.#origins,
      graphs: this.#graphs,
      isFull: this.#isFull,
    };
  }
}

export interface ShownNode extends NodeSummary {
  /** Links in view. */
  readonly degree: number;
  readonly isPinned: boolean;
}

export interface Shown {
  readonly nodes: ReadonlyMap<string, ShownNode>;
  readonly edges: ReadonlyMap<string, EdgeView>;
}

/** What is left when kinds, classes and graphs are hidden. A node whose links all went with a graph goes with them. */
export function shownOf(scene: Scene, { hidden, hiddenGraphs, pinned, selected }: Picture): Shown {
  const away = new Set(hidden);
  const graphsAway = new Set(hiddenGraphs);
  const isSaid = ({ graphs }: EdgeView) =>
    graphs.length === 0 || graphs.some((graph) => !graphsAway.has(graph));
  const said = new Set<string>();
  const linked = new Set<string>();
  for (const edge of scene.edges.values()) {
    linked.add(edge.source).add(edge.target);
    if (isSaid(edge)) said.add(edge.source).add(edge.target);
  }
  const isShown = ({ iri, kind, type }: NodeSummary) =>
    iri === selected ||
    (!away.has(kind) &&
      !(type && away.has(type.iri)) &&
      (graphsAway.size === 0 || !linked.has(iri) || said.has(iri)));
  const visible = new Set(
    [...scene.nodes.values()].filter((node) => isShown(node)).map(({ iri }) => iri),
  );
  const degrees = new Map<string, number>();
  const edges = new Map<string, EdgeView>();
  for (const [key, edge] of scene.edges) {
    if (!isSaid(edge) || !visible.has(edge.source) || !visible.has(edge.target)) continue;
    edges.set(key, edge);
    for (const end of new Set([edge.source, edge.target]))
      degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const nodes = new Map<string, ShownNode>();
  for (const [iri, node] of scene.nodes)
    if (visible.has(iri))
      nodes.set(iri, {
        ...node,
        degree: degrees.get(iri) ?? 0,
        isPinned: Object.hasOwn(pinned, iri),
      });
  return { nodes, edges };
}
