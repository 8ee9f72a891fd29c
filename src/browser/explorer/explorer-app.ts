/** The commands of the explorer, and the rendering of its state. */
import { fromAddress, type Place } from './state/address.ts';
import { AddressWriter } from './state/address-writer.ts';
import { type AppState, ExplorationStore } from './state/exploration-store.ts';
import { initialState } from './state/initial-state.ts';
import type { Drawing, DrawingState } from './canvas/drawing.ts';
import type { GraphApi, LinkCount } from './state/graph-api.ts';
import { GraphModel } from './state/graph-model.ts';
import { keepInLanguageLinks } from './panels/language-links.ts';
import { LayoutRunner } from './canvas/layout-runner.ts';
import type { PageData, Say } from './state/page-data.ts';
import type { Palette } from './state/palette.ts';
import {
  collapse,
  EMPTY_PICTURE,
  expand,
  expansionOf,
  type LayoutName,
  LAYOUTS,
  type Picture,
  toggled,
  unexpand,
  withStep,
} from './state/exploration-state.ts';
import { MAX_NODES, type Shown } from './state/scene.ts';

export interface AppFacts {
  readonly api: GraphApi;
  readonly data: PageData;
  readonly say: Say;
  readonly makeDrawing: (model: GraphModel, state: DrawingState) => Drawing;
  /** Shows everything but the drawing. */
  readonly show: (state: AppState) => void;
  readonly announce: (text: string) => void;
  readonly palette: () => Palette;
}

/** What a change says when it is done. */
type Message = (before: Shown, after: Shown) => string;

export class ExplorerApp {
  readonly model = new GraphModel();
  readonly #facts: AppFacts;
  readonly #store: ExplorationStore;
  readonly #address: AddressWriter;
  readonly #drawing: Drawing;
  readonly #layouts: LayoutRunner;
  #palette: Palette;

  constructor(facts: AppFacts) {
    this.#facts = facts;
    this.#store = new ExplorationStore({
      api: facts.api,
      render: (options) => this.#render(options),
      onError: (error) => this.#fail(error),
    });
    this.#address = new AddressWriter(facts.data.base, keepInLanguageLinks);
    this.#palette = facts.palette();
    this.#drawing = facts.makeDrawing(this.model, this.#drawingState);
    this.#layouts = new LayoutRunner(this.model, this.#drawing);
  }

  /** Opens what the address says, else the beginning of the dataset. */
  async start(): Promise<void> {
    const { data, say, announce } = this.#facts;
    announce(say('loading'));
    const { searchParams, hash } = new URL(location.href);
    const remembered = await fromAddress(hash, data.base);
    const query = searchParams.get('query');
    const resource = searchParams.get('resource')?.trim();
    if (remembered) await this.#reopen(remembered.picture, remembered.places);
    else if (query) await this.#open({ ...EMPTY_PICTURE, steps: [{ kind: 'query', query }] });
    else if (resource) await this.begin(resource);
    else await this.beginAfresh();
  }

  async beginAfresh(): Promise<void> {
    const [first] = await this.#facts.api.beginnings().catch(() => []);
    if (first) await this.begin(first.iri);
    else this.#facts.announce(this.#facts.say('nothingSelected'));
  }

  /** A new picture of a thing and what is around it. */
  async begin(iri: string): Promise<void> {
    try {
      await this.#open(initialState(await this.#facts.api.details(iri)));
    } catch (error) {
      this.#fail(error);
    }
  }

  select(node: string | undefined): void {
    if (node === this.#picture.selected) return;
    void this.#store.enqueue(async () => {
      await this.#store.replace({ ...this.#picture, selected: node }, { scene: this.#scene });
      const shown = node === undefined ? undefined : this.#shown.nodes.get(node);
      const { data, say, announce } = this.#facts;
      if (shown)
        announce(
          say('selected', {
            label: shown.label,
            kind: data.kinds[shown.kind] ?? shown.kind,
            count: shown.degree,
          }),
        );
    });
  }

  expand(link: LinkCount): Promise<void> {
    const { say } = this.#facts;
    return this.#change(
      (picture) => expand(picture, this.#wanted(link)),
      (before, after) => {
        if (this.#scene.isFull) return say('full', { count: MAX_NODES });
        return say('expanded', { count: after.nodes.size - before.nodes.size, label: link.label });
      },
    );
  }

  unexpand(link: LinkCount): Promise<void> {
    return this.#change((picture) => unexpand(picture, this.#wanted(link)), this.#collapsed);
  }

  collapse(): Promise<void> {
    const { selected } = this.#picture;
    if (selected === undefined) return Promise.resolve();
    return this.#change((picture) => collapse(picture, selected), this.#collapsed);
  }

  /** The first links of the selected node that are not shown. */
  expandNext(): void {
    const next = this.state.details?.predicates.find(
      (link) => !expansionOf(this.#picture, this.#wanted(link)),
    );
    if (next) void this.expand(next);
  }

  togglePin(node = this.#picture.selected): Promise<void> {
    if (node === undefined) return Promise.resolve();
    if (!Object.hasOwn(this.#picture.pinned, node)) return this.pin(node);
    return this.#change(({ pinned, ...picture }) => {
      const { [node]: _, ...rest } = pinned;
      return { ...picture, pinned: rest };
    });
  }

  /** Where it stands. */
  pin(node: string): Promise<void> {
    const place = this.model.placeOf(node);
    if (!place) return Promise.resolve();
    return this.#change((picture) => ({
      ...picture,
      pinned: { ...picture.pinned, [node]: place },
    }));
  }

  toggleKind(key: string): Promise<void> {
    return this.#change(
      (picture) => ({ ...picture, hidden: toggled(picture.hidden, key) }),
      this.#counts,
    );
  }

  toggleGraph(iri: string): Promise<void> {
    return this.#change(
      (picture) => ({ ...picture, hiddenGraphs: toggled(picture.hiddenGraphs, iri) }),
      this.#counts,
    );
  }

  setLayout(layout: LayoutName): Promise<void> {
    const { say } = this.#facts;
    return this.#change(
      (picture) => ({ ...picture, layout }),
      () => say('layoutIs', { label: say(layout) }),
      { isLaidOut: true },
    );
  }

  nextLayout(): void {
    const at = LAYOUTS.indexOf(this.#picture.layout);
    void this.setLayout(LAYOUTS[(at + 1) % LAYOUTS.length] ?? 'force');
  }

  /** Every link between the nodes in view. */
  connect(): Promise<void> {
    const { say } = this.#facts;
    return this.#change(
      (picture) => withStep(picture, { kind: 'connect' }),
      (before, after) => say('connected', { count: after.edges.size - before.edges.size }),
    );
  }

  /** The whole dataset, or as much of it as can be drawn. */
  async drawWhole(): Promise<void> {
    const { say } = this.#facts;
    const step = { kind: 'whole' } as const;
    const total = await this.#store.loader.totalOf(step).catch(() => 0);
    return this.#change(
      (picture) => ({ ...withStep(picture, step), selected: undefined }),
      (_, after) => say('wholeIs', { shown: after.nodes.size, count: total }),
    );
  }

  undo(): Promise<void> {
    return this.#travel('undo', 'undone', 'nothingToUndo');
  }

  redo(): Promise<void> {
    return this.#travel('redo', 'redone', 'nothingToRedo');
  }

  fit(): void {
    this.#drawing.fit();
  }

  zoom(factor: number): void {
    this.#drawing.zoom(factor);
  }

  repaint(): void {
    this.#palette = this.#facts.palette();
    this.model.show(this.#shown, this.#scene, this.#palette);
    this.#draw();
  }

  get state(): AppState {
    return this.#store.state;
  }

  get selected(): string | undefined {
    return this.#picture.selected;
  }

  get currentPalette(): Palette {
    return this.#palette;
  }

  /** @returns whether the address holds the whole exploration. */
  writeAddress(): Promise<boolean> {
    return this.#address.write(this.#picture, this.model.placesOf(this.#scene));
  }

  readonly #counts: Message = (_, { nodes, edges }) =>
    this.#facts.say('counts', { nodes: nodes.size, edges: edges.size });

  readonly #collapsed: Message = (_, { nodes }) =>
    this.#facts.say('collapsed', { count: nodes.size });

  #wanted({ iri, direction }: LinkCount) {
    return { node: this.#picture.selected ?? '', predicate: iri, direction };
  }

  get #drawingState(): DrawingState {
    return { selected: this.#picture.selected, palette: this.#palette };
  }

  get #picture(): Picture {
    return this.#store.state.picture;
  }

  get #scene(): AppState['scene'] {
    return this.#store.state.scene;
  }

  get #shown(): Shown {
    return this.#store.state.shown;
  }

  #change(
    next: (picture: Picture) => Picture,
    message?: Message,
    { isLaidOut = false }: { readonly isLaidOut?: boolean } = {},
  ): Promise<void> {
    return this.#store.enqueue(async () => {
      const before = this.#shown;
      await this.#store.change(next, isLaidOut);
      this.#facts.announce(message?.(before, this.#shown) ?? '');
    });
  }

  #open(picture: Picture): Promise<void> {
    return this.#change(() => picture, this.#counts, { isLaidOut: true }).then(() => this.fit());
  }

  async #reopen(picture: Picture, places: readonly Place[]): Promise<void> {
    await this.#store.enqueue(async () => {
      const scene = await this.#store.loader.sceneOf(picture);
      const iris = [...scene.nodes.keys()];
      // Where the data has changed meanwhile, the places are no longer those of these nodes.
      if (iris.length === places.length)
        this.model.place(new Map(iris.map((iri, index) => [iri, places[index] as Place])));
      await this.#store.replace(picture, { scene });
      const [failure] = this.#store.loader.failures;
      if (failure === undefined) this.#facts.announce(this.#counts(this.#shown, this.#shown));
      else this.#fail(failure);
    });
  }

  #travel(direction: 'undo' | 'redo', done: string, nothing: string): Promise<void> {
    const { say, announce } = this.#facts;
    return this.#store.enqueue(async () => {
      announce(say((await this.#store.travel(direction)) ? done : nothing));
    });
  }

  /** Shows the state on the page, in the drawing and in the address. */
  async #render({ isLaidOut }: { readonly isLaidOut: boolean }): Promise<void> {
    this.model.place(new Map(Object.entries(this.#picture.pinned)));
    const isNew = this.model.show(this.#shown, this.#scene, this.#palette);
    this.#facts.show(this.state);
    if (isNew || isLaidOut) this.#layOut();
    this.#draw();
    await this.writeAddress();
  }

  #layOut(): void {
    const { layout, selected } = this.#picture;
    this.#layouts.run(layout, selected, () => {
      this.#draw();
      void this.writeAddress();
    });
  }

  #draw(): void {
    this.model.highlight(this.#picture.selected, this.#palette);
    this.#drawing.update(this.#drawingState);
  }

  #fail(error: unknown): void {
    const { say, announce } = this.#facts;
    announce(say('failed', { what: asError(error).message }));
    this.#facts.show(this.state);
  }
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
