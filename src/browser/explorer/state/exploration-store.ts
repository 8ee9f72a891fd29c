/** The state of the explorer: the exploration and what follows from it, changed one step at a time, with undo. */
import { ExplorationHistory } from './exploration-history.ts';
import { EMPTY_PICTURE, type Picture } from './exploration-state.ts';
import type { GraphApi, NodeDetails } from './graph-api.ts';
import { type Scene, SceneBuilder, type Shown, shownOf } from './scene.ts';
import { SubgraphLoader } from './subgraph-loader.ts';

export interface AppState {
  readonly picture: Picture;
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
  #picture: Picture = EMPTY_PICTURE;
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
      picture: this.#picture,
      scene: this.#scene,
      shown: this.#shown,
      details: this.#details,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
    };
  }

  /** Runs work after all work before it. */
  enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#options.onError(error));
    return this.#queue;
  }

  /**
   * Replaces the exploration without a step in the history. Only within `enqueue`.
   * @param scene of the exploration, where it is loaded already.
   */
  async replace(
    picture: Picture,
    { scene, isLaidOut = false }: { readonly scene?: Scene; readonly isLaidOut?: boolean } = {},
  ): Promise<void> {
    this.#picture = picture;
    this.#scene = scene ?? (await this.loader.sceneOf(picture));
    await this.#update(isLaidOut);
  }

  /** A change that can be undone. It is taken back if a part of the graph could not be loaded. Only within `enqueue`. */
  async change(next: (picture: Picture) => Picture, isLaidOut: boolean): Promise<void> {
    const before = this.#picture;
    this.#picture = next(before);
    const scene = await this.loader.sceneOf(this.#picture);
    const [failure] = this.loader.failures;
    if (failure !== undefined) {
      this.#picture = before;
      throw failure instanceof Error
        ? failure
        : new Error('a part of the graph could not be loaded', { cause: failure });
    }
    if (before.steps.length > 0) this.#history.push(before);
    this.#scene = scene;
    await this.#update(isLaidOut);
  }

  /** Goes back or forth in the history. @returns whether there was a step. Only within `enqueue`. */
  async travel(direction: 'undo' | 'redo'): Promise<boolean> {
    const { layout, selected } = this.#picture;
    const picture = this.#history[direction](this.#picture);
    if (!picture) return false;
    await this.replace(
      { ...picture, selected: picture.selected ?? selected },
      { isLaidOut: layout !== picture.layout },
    );
    return true;
  }

  async #update(isLaidOut: boolean): Promise<void> {
    const { selected } = this.#picture;
    if (selected !== undefined && !this.#scene.nodes.has(selected))
      this.#picture = { ...this.#picture, selected: undefined };
    this.#shown = shownOf(this.#scene, this.#picture);
    this.#details =
      this.#picture.selected === undefined
        ? undefined
        : await this.#options.api.details(this.#picture.selected).catch(() => undefined);
    await this.#options.render({ isLaidOut });
  }
}
