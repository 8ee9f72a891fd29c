/** Loads the subgraphs of the steps of an exploration, each once, and merges them into a scene. */
import { type GraphApi, type Subgraph, type NodeDetails, PAGE_SIZE } from './graph-api.ts';
import type { Expansion, ExplorationState, Step } from './exploration-state.ts';
import { type Scene, SceneBuilder } from './scene.ts';

export class SubgraphLoader {
  readonly #api: GraphApi;
  readonly #subgraphs = new Map<string, Promise<Subgraph>>();
  /** The errors of the last `loadScene`. */
  failures: unknown[] = [];

  constructor(api: GraphApi) {
    this.#api = api;
  }

  /** The scene of an exploration. Subgraphs that cannot be loaded are omitted; their errors are in `failures`. */
  async loadScene({ steps }: ExplorationState): Promise<Scene> {
    const builder = new SceneBuilder();
    const failures: unknown[] = [];
    // Steps that do not depend on previous steps are requested in parallel.
    for (const step of steps)
      if (step.kind !== 'connect') this.#subgraphOf(step, []).catch(() => {});
    for (const step of steps) {
      if (!builder.canApply(step)) continue;
      try {
        builder.add(step, await this.#subgraphOf(step, builder.nodeIris));
      } catch (error) {
        failures.push(error);
      }
    }
    this.failures = failures;
    return builder.finish();
  }

  /** The total number of nodes that a step selects, including those that were not loaded. */
  async totalOf(step: Step): Promise<number> {
    return (await this.#subgraphOf(step, [])).total;
  }

  #subgraphOf(step: Step, nodes: readonly string[]): Promise<Subgraph> {
    const key = step.kind === 'connect' ? `connect ${nodes.join(' ')}` : JSON.stringify(step);
    let found = this.#subgraphs.get(key);
    if (!found) {
      found = this.#fetch(step, nodes);
      found.catch(() => this.#subgraphs.delete(key));
      this.#subgraphs.set(key, found);
    }
    return found;
  }

  async #fetch(step: Step, nodes: readonly string[]): Promise<Subgraph> {
    switch (step.kind) {
      case 'add':
        return nodeSubgraph(await this.#api.details(step.node));
      case 'expand':
        return this.#pages(step);
      case 'connect':
        return this.#api.links(nodes);
      case 'dataset':
        return this.#api.dataset();
      case 'query':
        return this.#api.query(step.query);
    }
  }

  async #pages(step: Expansion): Promise<Subgraph> {
    if (step.pages === 1) return this.#api.neighbours(step, 0);
    const before = await this.#subgraphOf({ ...step, pages: step.pages - 1 }, []);
    if (before.total <= (step.pages - 1) * PAGE_SIZE) return before;
    const last = await this.#api.neighbours(step, step.pages - 1);
    return {
      ...last,
      nodes: [...before.nodes, ...last.nodes],
      edges: [...before.edges, ...last.edges],
      graphs: [...before.graphs, ...last.graphs],
    };
  }
}

const nodeSubgraph = (details: NodeDetails): Subgraph => {
  const { iri, label, lang, kind, type } = details;
  const node = { iri, label, lang, kind, ...(type && { type }) };
  return { nodes: [node], edges: [], graphs: [], total: 1, isWhole: true };
};
