/** The nodes and edges that the steps of an exploration load, and the subset that is shown. */
import type { EdgeView, Subgraph, Named, NodeSummary } from './graph-api.ts';
import type { ExplorationState, Step } from './exploration-state.ts';

/** Maximum number of nodes of a drawing. */
export const MAX_NODES = 5000;

export interface Scene {
  /** By IRI, in the order in which they were added. */
  readonly nodes: ReadonlyMap<string, NodeSummary>;
  readonly edges: ReadonlyMap<string, EdgeView>;
  /** The node that each node was expanded from. */
  readonly origins: ReadonlyMap<string, string>;
  readonly graphs: ReadonlyMap<string, Named>;
  /** Whether nodes were omitted because of the maximum. */
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

  /** Whether a step has an effect: an expansion needs its node in the scene. */
  canApply(step: Step): boolean {
    return step.kind !== 'expand' || this.#nodes.has(step.node);
  }

  get nodeIris(): string[] {
    return [...this.#nodes.keys()];
  }

  add(step: Step, subgraph: Subgraph): void {
    if (step.kind !== 'connect')
      for (const node of subgraph.nodes) {
        if (this.#nodes.has(node.iri)) continue;
        if (this.#nodes.size >= MAX_NODES) {
          this.#isFull = true;
          continue;
        }
        this.#nodes.set(node.iri, node);
        if (step.kind === 'expand') this.#origins.set(node.iri, step.node);
      }
    for (const edge of subgraph.edges)
      if (this.#nodes.has(edge.source) && this.#nodes.has(edge.target))
        this.#edges.set(edgeKey(edge), edge);
    for (const graph of subgraph.graphs) this.#graphs.set(graph.iri, graph);
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

/** The scene without hidden kinds, classes and graphs. A node whose links are all in hidden graphs is hidden, too. */
export function shownOf(
  scene: Scene,
  { hidden, hiddenGraphs, pinned, selected }: ExplorationState,
): Shown {
  const hiddenKeys = new Set(hidden);
  const hiddenGraphIris = new Set(hiddenGraphs);
  const isEdgeShown = ({ graphs }: EdgeView) =>
    graphs.length === 0 || graphs.some((graph) => !hiddenGraphIris.has(graph));
  const linkedVisibly = new Set<string>();
  const linked = new Set<string>();
  for (const edge of scene.edges.values()) {
    linked.add(edge.source).add(edge.target);
    if (isEdgeShown(edge)) linkedVisibly.add(edge.source).add(edge.target);
  }
  const isShown = ({ iri, kind, type }: NodeSummary) =>
    iri === selected ||
    (!hiddenKeys.has(kind) &&
      !(type && hiddenKeys.has(type.iri)) &&
      (hiddenGraphIris.size === 0 || !linked.has(iri) || linkedVisibly.has(iri)));
  const visible = new Set(
    [...scene.nodes.values()].filter((node) => isShown(node)).map(({ iri }) => iri),
  );
  const degrees = new Map<string, number>();
  const edges = new Map<string, EdgeView>();
  for (const [key, edge] of scene.edges) {
    if (!isEdgeShown(edge) || !visible.has(edge.source) || !visible.has(edge.target)) continue;
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
