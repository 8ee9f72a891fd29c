/** The store of the explorer: the exploration and the state derived from it. Changes are queued and can be undone. */
import { ExplorationHistory } from './exploration-history.ts';
import { EMPTY_EXPLORATION, type ExplorationState } from './exploration-state.ts';
import type { GraphApi, NodeDetails } from './graph-api.ts';
import { type Scene, SceneBuilder, type Shown, shownOf } from './scene.ts';
import { SubgraphLoader } from './subgraph-loader.ts';

export interface AppState {
  readonly exploration: ExplorationState;
  readonly scene: Scene;
  readonly shown: Shown;
  /** Details of the selected node. */
  readonly details: NodeDetails | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface StoreOptions {
  readonly api: GraphApi;
  /** Renders the state after each change. */
  readonly render: (options: { readonly isLaidOut: boolean }) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export class ExplorationStore {
  readonly loader: SubgraphLoader;
  readonly #options: StoreOptions;
  readonly #history = new ExplorationHistory();
  #exploration: ExplorationState = EMPTY_EXPLORATION;
  #scene: Scene = new SceneBuilder().finish();
  #shown: Shown = { nodes: new Map(), edges: new Map() };
  #details: NodeDetails | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(options: StoreOptions) {
    this.#options = options;
    this.loader = new SubgraphLoader(options.api);
  }

  get state(): AppState {
    return {
      exploration: this.#exploration,
      scene: this.#scene,
      shown: this.#shown,
      details: this.#details,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
    };
  }

  /** Runs a task after all previous tasks. */
  enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#options.onError(error));
    return this.#queue;
  }

  /**
   * Replaces the exploration without a step in the history. Only within `enqueue`.
   * @param scene the scene of the exploration, if it is loaded already.
   */
  async replace(
    exploration: ExplorationState,
    { scene, isLaidOut = false }: { readonly scene?: Scene; readonly isLaidOut?: boolean } = {},
  ): Promise<void> {
    this.#exploration = exploration;
    this.#scene = scene ?? (await this.loader.loadScene(exploration));
    await this.#update(isLaidOut);
  }

  /** Applies a change that can be undone. It is reverted if a subgraph cannot be loaded. Only within `enqueue`. */
  async change(
    next: (exploration: ExplorationState) => ExplorationState,
    isLaidOut: boolean,
  ): Promise<void> {
    const before = this.#exploration;
    this.#exploration = next(before);
    const scene = await this.loader.loadScene(this.#exploration);
    const [failure] = this.loader.failures;
    if (failure !== undefined) {
      this.#exploration = before;
      throw failure instanceof Error
        ? failure
        : new Error('a part of the graph could not be loaded', { cause: failure });
    }
    if (before.steps.length > 0) this.#history.push(before);
    this.#scene = scene;
    await this.#update(isLaidOut);
  }

  /** Moves back or forward in the history. @returns whether there was a step. Only within `enqueue`. */
  async moveInHistory(direction: 'undo' | 'redo'): Promise<boolean> {
    const { layout, selected } = this.#exploration;
    const exploration = this.#history[direction](this.#exploration);
    if (!exploration) return false;
    await this.replace(
      { ...exploration, selected: exploration.selected ?? selected },
      { isLaidOut: layout !== exploration.layout },
    );
    return true;
  }

  async #update(isLaidOut: boolean): Promise<void> {
    const { selected } = this.#exploration;
    if (selected !== undefined && !this.#scene.nodes.has(selected))
      this.#exploration = { ...this.#exploration, selected: undefined };
    this.#shown = shownOf(this.#scene, this.#exploration);
    this.#details =
      this.#exploration.selected === undefined
        ? undefined
        : await this.#options.api.details(this.#exploration.selected).catch(() => undefined);
    await this.#options.render({ isLaidOut });
  }
}
