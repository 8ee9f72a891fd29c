/** The commands of the explorer, and the rendering of its state. */
import { parseAddress, type Position } from './state/address.ts';
import { AddressWriter } from './state/address-writer.ts';
import { type AppState, ExplorationStore } from './state/exploration-store.ts';
import { initialState } from './state/initial-state.ts';
import type { Drawing, DrawingState } from './canvas/drawing.ts';
import type { GraphApi, LinkCount } from './state/graph-api.ts';
import { GraphModel } from './state/graph-model.ts';
import { updateLanguageLinks } from './panels/language-links.ts';
import { LayoutRunner } from './canvas/layout-runner.ts';
import type { PageData, Translate } from './state/page-data.ts';
import type { Palette } from './state/palette.ts';
import {
  collapse,
  EMPTY_EXPLORATION,
  expand,
  expansionOf,
  type LayoutName,
  LAYOUTS,
  type ExplorationState,
  toggled,
  unexpand,
  withStep,
} from './state/exploration-state.ts';
import { MAX_NODES, type Shown } from './state/scene.ts';

export interface AppOptions {
  readonly api: GraphApi;
  readonly data: PageData;
  readonly translate: Translate;
  readonly makeDrawing: (model: GraphModel, state: DrawingState) => Drawing;
  /** Renders the page except the drawing. */
  readonly show: (state: AppState) => void;
  readonly announce: (text: string) => void;
  readonly palette: () => Palette;
}

/** The status message after a change. */
type ChangeMessage = (before: Shown, after: Shown) => string;

export class ExplorerApp {
  readonly model = new GraphModel();
  readonly #options: AppOptions;
  readonly #store: ExplorationStore;
  readonly #address: AddressWriter;
  readonly #drawing: Drawing;
  readonly #layouts: LayoutRunner;
  #palette: Palette;

  constructor(options: AppOptions) {
    this.#options = options;
    this.#store = new ExplorationStore({
      api: options.api,
      render: (options) => this.#render(options),
      onError: (error) => this.#fail(error),
    });
    this.#address = new AddressWriter(options.data.base, updateLanguageLinks);
    this.#palette = options.palette();
    this.#drawing = options.makeDrawing(this.model, this.#drawingState);
    this.#layouts = new LayoutRunner(this.model, this.#drawing);
  }

  /** Opens the exploration in the URL, else the start node of the dataset. */
  async start(): Promise<void> {
    const { data, translate, announce } = this.#options;
    announce(translate('loading'));
    const { searchParams, hash } = new URL(location.href);
    const restored = await parseAddress(hash, data.base);
    const query = searchParams.get('query');
    const resource = searchParams.get('resource')?.trim();
    if (restored) await this.#reopen(restored.exploration, restored.positions);
    else if (query) await this.#open({ ...EMPTY_EXPLORATION, steps: [{ kind: 'query', query }] });
    else if (resource) await this.explore(resource);
    else await this.restart();
  }

  async restart(): Promise<void> {
    const [first] = await this.#options.api.startNodes().catch(() => []);
    if (first) await this.explore(first.iri);
    else this.#options.announce(this.#options.translate('nothingSelected'));
  }

  /** Starts a new exploration at a resource and its neighbours. */
  async explore(iri: string): Promise<void> {
    try {
      await this.#open(initialState(await this.#options.api.details(iri)));
    } catch (error) {
      this.#fail(error);
    }
  }

  select(node: string | undefined): void {
    if (node === this.#exploration.selected) return;
    void this.#store.enqueue(async () => {
      await this.#store.replace({ ...this.#exploration, selected: node }, { scene: this.#scene });
      const shown = node === undefined ? undefined : this.#shown.nodes.get(node);
      const { data, translate, announce } = this.#options;
      if (shown)
        announce(
          translate('selected', {
            label: shown.label,
            kind: data.kinds[shown.kind] ?? shown.kind,
            count: shown.degree,
          }),
        );
    });
  }

  expand(link: LinkCount): Promise<void> {
    const { translate } = this.#options;
    return this.#change(
      (exploration) => expand(exploration, this.#selectorOf(link)),
      (before, after) => {
        if (this.#scene.isFull) return translate('full', { count: MAX_NODES });
        return translate('expanded', {
          count: after.nodes.size - before.nodes.size,
          label: link.label,
        });
      },
    );
  }

  unexpand(link: LinkCount): Promise<void> {
    return this.#change(
      (exploration) => unexpand(exploration, this.#selectorOf(link)),
      this.#collapsed,
    );
  }

  collapse(): Promise<void> {
    const { selected } = this.#exploration;
    if (selected === undefined) return Promise.resolve();
    return this.#change((exploration) => collapse(exploration, selected), this.#collapsed);
  }

  /** Expands the first predicate of the selected node that is not expanded. */
  expandNext(): void {
    const next = this.state.details?.predicates.find(
      (link) => !expansionOf(this.#exploration, this.#selectorOf(link)),
    );
    if (next) void this.expand(next);
  }

  togglePin(node = this.#exploration.selected): Promise<void> {
    if (node === undefined) return Promise.resolve();
    if (!Object.hasOwn(this.#exploration.pinned, node)) return this.pin(node);
    return this.#change(({ pinned, ...exploration }) => {
      const { [node]: _, ...rest } = pinned;
      return { ...exploration, pinned: rest };
    });
  }

  /** Pins a node at its current position. */
  pin(node: string): Promise<void> {
    const position = this.model.positionOf(node);
    if (!position) return Promise.resolve();
    return this.#change((exploration) => ({
      ...exploration,
      pinned: { ...exploration.pinned, [node]: position },
    }));
  }

  toggleKind(key: string): Promise<void> {
    return this.#change(
      (exploration) => ({ ...exploration, hidden: toggled(exploration.hidden, key) }),
      this.#counts,
    );
  }

  toggleGraph(iri: string): Promise<void> {
    return this.#change(
      (exploration) => ({ ...exploration, hiddenGraphs: toggled(exploration.hiddenGraphs, iri) }),
      this.#counts,
    );
  }

  setLayout(layout: LayoutName): Promise<void> {
    const { translate } = this.#options;
    return this.#change(
      (exploration) => ({ ...exploration, layout }),
      () => translate('layoutIs', { label: translate(layout) }),
      { isLaidOut: true },
    );
  }

  nextLayout(): void {
    const at = LAYOUTS.indexOf(this.#exploration.layout);
    void this.setLayout(LAYOUTS[(at + 1) % LAYOUTS.length] ?? 'force');
  }

  /** Adds all links between the nodes in view. */
  connect(): Promise<void> {
    const { translate } = this.#options;
    return this.#change(
      (exploration) => withStep(exploration, { kind: 'connect' }),
      (before, after) => translate('connected', { count: after.edges.size - before.edges.size }),
    );
  }

  /** Adds all nodes of the dataset, up to the maximum of a drawing. */
  async showDataset(): Promise<void> {
    const { translate } = this.#options;
    const step = { kind: 'dataset' } as const;
    const total = await this.#store.loader.totalOf(step).catch(() => 0);
    return this.#change(
      (exploration) => ({ ...withStep(exploration, step), selected: undefined }),
      (_, after) => translate('wholeIs', { shown: after.nodes.size, count: total }),
    );
  }

  undo(): Promise<void> {
    return this.#moveInHistory('undo', 'undone', 'nothingToUndo');
  }

  redo(): Promise<void> {
    return this.#moveInHistory('redo', 'redone', 'nothingToRedo');
  }

  fit(): void {
    this.#drawing.fit();
  }

  zoom(factor: number): void {
    this.#drawing.zoom(factor);
  }

  repaint(): void {
    this.#palette = this.#options.palette();
    this.model.show(this.#shown, this.#scene, this.#palette);
    this.#draw();
  }

  get state(): AppState {
    return this.#store.state;
  }

  get selected(): string | undefined {
    return this.#exploration.selected;
  }

  get currentPalette(): Palette {
    return this.#palette;
  }

  /** @returns whether the URL contains the complete exploration. */
  writeAddress(): Promise<boolean> {
    return this.#address.write(this.#exploration, this.model.positionsOf(this.#scene));
  }

  readonly #counts: ChangeMessage = (_, { nodes, edges }) =>
    this.#options.translate('counts', { nodes: nodes.size, edges: edges.size });

  readonly #collapsed: ChangeMessage = (_, { nodes }) =>
    this.#options.translate('collapsed', { count: nodes.size });

  #selectorOf({ iri, direction }: LinkCount) {
    return { node: this.#exploration.selected ?? '', predicate: iri, direction };
  }

  get #drawingState(): DrawingState {
    return { selected: this.#exploration.selected, palette: this.#palette };
  }

  get #exploration(): ExplorationState {
    return this.#store.state.exploration;
  }

  get #scene(): AppState['scene'] {
    return this.#store.state.scene;
  }

  get #shown(): Shown {
    return this.#store.state.shown;
  }

  #change(
    next: (exploration: ExplorationState) => ExplorationState,
    message?: ChangeMessage,
    { isLaidOut = false }: { readonly isLaidOut?: boolean } = {},
  ): Promise<void> {
    return this.#store.enqueue(async () => {
      const before = this.#shown;
      await this.#store.change(next, isLaidOut);
      this.#options.announce(message?.(before, this.#shown) ?? '');
    });
  }

  #open(exploration: ExplorationState): Promise<void> {
    return this.#change(() => exploration, this.#counts, { isLaidOut: true }).then(() =>
      this.fit(),
    );
  }

  async #reopen(exploration: ExplorationState, positions: readonly Position[]): Promise<void> {
    await this.#store.enqueue(async () => {
      const scene = await this.#store.loader.loadScene(exploration);
      const iris = [...scene.nodes.keys()];
      // If the number of nodes has changed since, the positions cannot be assigned to nodes.
      if (iris.length === positions.length)
        this.model.setPositions(
          new Map(iris.map((iri, index) => [iri, positions[index] as Position])),
        );
      await this.#store.replace(exploration, { scene });
      const [failure] = this.#store.loader.failures;
      if (failure === undefined) this.#options.announce(this.#counts(this.#shown, this.#shown));
      else this.#fail(failure);
    });
  }

  #moveInHistory(direction: 'undo' | 'redo', doneKey: string, emptyKey: string): Promise<void> {
    const { translate, announce } = this.#options;
    return this.#store.enqueue(async () => {
      announce(translate((await this.#store.moveInHistory(direction)) ? doneKey : emptyKey));
    });
  }

  /** Renders the state on the page, in the drawing and in the URL. */
  async #render({ isLaidOut }: { readonly isLaidOut: boolean }): Promise<void> {
    this.model.setPositions(new Map(Object.entries(this.#exploration.pinned)));
    const isNew = this.model.show(this.#shown, this.#scene, this.#palette);
    this.#options.show(this.state);
    if (isNew || isLaidOut) this.#layOut();
    this.#draw();
    await this.writeAddress();
  }

  #layOut(): void {
    const { layout, selected } = this.#exploration;
    this.#layouts.run(layout, selected, () => {
      this.#draw();
      void this.writeAddress();
    });
  }

  #draw(): void {
    this.model.highlight(this.#exploration.selected, this.#palette);
    this.#drawing.update(this.#drawingState);
  }

  #fail(error: unknown): void {
    const { translate, announce } = this.#options;
    announce(translate('failed', { what: asError(error).message }));
    this.#options.show(this.state);
  }
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
