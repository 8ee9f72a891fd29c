/** The pieces behind the steps of a picture, fetched once and put together. */
import { type GraphApi, type GraphPiece, type NodeDetails, PAGE_SIZE } from './graph-api.ts';
import type { Expansion, Picture, Step } from './exploration-state.ts';
import { type Scene, SceneBuilder } from './scene.ts';

export class SubgraphLoader {
  readonly #api: GraphApi;
  readonly #known = new Map<string, Promise<GraphPiece>>();
  /** What could not be had, when the scene was put together last. */
  failures: unknown[] = [];

  constructor(api: GraphApi) {
    this.#api = api;
  }

  /** The scene of a picture. What cannot be had is left out, and said in `failures`. */
  async sceneOf({ steps }: Picture): Promise<Scene> {
    const builder = new SceneBuilder();
    const failures: unknown[] = [];
    // All that does not hang on what came before is requested at once.
    for (const step of steps) if (step.kind !== 'connect') this.#pieceOf(step, []).catch(() => {});
    for (const step of steps) {
      if (!builder.takes(step)) continue;
      try {
        builder.add(step, await this.#pieceOf(step, builder.nodeIris));
      } catch (error) {
        failures.push(error);
      }
    }
    this.failures = failures;
    return builder.finish();
  }

  /** How many a step has brought of how many there are. */
  async totalOf(step: Step): Promise<number> {
    return (await this.#pieceOf(step, [])).total;
  }

  #pieceOf(step: Step, nodes: readonly string[]): Promise<GraphPiece> {
    const key = step.kind === 'connect' ? `connect ${nodes.join(' ')}` : JSON.stringify(step);
    let found = this.#known.get(key);
    if (!found) {
      found = this.#fetch(step, nodes);
      found.catch(() => this.#known.delete(key));
      this.#known.set(key, found);
    }
    return found;
  }

  async #fetch(step: Step, nodes: readonly string[]): Promise<GraphPiece> {
    switch (step.kind) {
      case 'add':
        return pieceOfNode(await this.#api.details(step.node));
      case 'expand':
        return this.#pages(step);
      case 'connect':
        return this.#api.links(nodes);
      case 'whole':
        return this.#api.whole();
      case 'query':
        return this.#api.query(step.query);
    }
  }

  async #pages(step: Expansion): Promise<GraphPiece> {
    if (step.pages === 1) return this.#api.neighbours(step, 0);
    const before = await this.#pieceOf({ ...step, pages: step.pages - 1 }, []);
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

const pieceOfNode = (details: NodeDetails): GraphPiece => {
  const { iri, label, lang, kind, type } = details;
  const node = { iri, label, lang, kind, ...(type && { type }) };
  return { nodes: [node], edges: [], graphs: [], total: 1, isWhole: true };
};
