/** The explorer: pictures follow one another, and everything on the page shows the one of the moment. */
import { fromAddress, type Place, toAddress } from './state/address.ts';
import { beginAt } from './state/initial-state.ts';
import type { Drawing, DrawingState } from './canvas/drawing.ts';
import type { GraphApi, LinkCount, NodeDetails } from './state/graph-api.ts';
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
  withdraw,
  withStep,
} from './state/exploration-state.ts';
import { PictureHistory } from './state/exploration-history.ts';
import { Pieces } from './state/subgraph-loader.ts';
import { MAX_NODES, type Scene, SceneBuilder, type Shown, shownOf } from './state/scene.ts';

/** What the page shows of the moment. */
export interface Moment {
  readonly picture: Picture;
  readonly scene: Scene;
  readonly shown: Shown;
  /** Of the selected node. */
  readonly details: NodeDetails | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface AppFacts {
  readonly api: GraphApi;
  readonly data: PageData;
  readonly say: Say;
  readonly makeDrawing: (model: GraphModel, state: DrawingState) => Drawing;
  /** Shows everything but the drawing. */
  readonly show: (moment: Moment) => void;
  readonly announce: (text: string) => void;
  readonly palette: () => Palette;
}

/** What a change says when it is done. */
type Message = (before: Shown, after: Shown) => string;

export class ExplorerApp {
  readonly model = new GraphModel();
  readonly #facts: AppFacts;
  readonly #pieces: Pieces;
  readonly #history = new PictureHistory();
  readonly #drawing: Drawing;
  readonly #layouts: LayoutRunner;
  #palette: Palette;
  #picture: Picture = EMPTY_PICTURE;
  #scene: Scene = new SceneBuilder().finish();
  #shown: Shown = { nodes: new Map(), edges: new Map() };
  #details: NodeDetails | undefined;
  #queue: Promise<void> = Promise.resolve();
  #writes = 0;

  constructor(facts: AppFacts) {
    this.#facts = facts;
    this.#pieces = new Pieces(facts.api);
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
      await this.#open(beginAt(await this.#facts.api.details(iri)));
    } catch (error) {
      this.#fail(error);
    }
  }

  select(node: string | undefined): void {
    if (node === this.#picture.selected) return;
    void this.#enqueue(async () => {
      this.#picture = { ...this.#picture, selected: node };
      await this.#settle();
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

  withdraw(link: LinkCount): Promise<void> {
    return this.#change((picture) => withdraw(picture, this.#wanted(link)), this.#collapsed);
  }

  collapse(): Promise<void> {
    const { selected } = this.#picture;
    if (selected === undefined) return Promise.resolve();
    return this.#change((picture) => collapse(picture, selected), this.#collapsed);
  }

  /** The first links of the selected node that are not shown. */
  expandNext(): void {
    const next = this.#details?.predicates.find(
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
    const total = await this.#pieces.totalOf(step).catch(() => 0);
    return this.#change(
      (picture) => ({ ...withStep(picture, step), selected: undefined }),
      (_, after) => say('wholeIs', { shown: after.nodes.size, count: total }),
    );
  }

  undo(): Promise<void> {
    return this.#travel(() => this.#history.undo(this.#picture), 'undone', 'nothingToUndo');
  }

  redo(): Promise<void> {
    return this.#travel(() => this.#history.redo(this.#picture), 'redone', 'nothingToRedo');
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

  get moment(): Moment {
    return {
      picture: this.#picture,
      scene: this.#scene,
      shown: this.#shown,
      details: this.#details,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
    };
  }

  get selected(): string | undefined {
    return this.#picture.selected;
  }

  get currentPalette(): Palette {
    return this.#palette;
  }

  /** Says whether the address holds the whole picture. */
  async writeAddress(): Promise<boolean> {
    const { data } = this.#facts;
    const number = (this.#writes += 1);
    const places = this.model.placesOf(this.#scene);
    const { hash, isWhole } = await toAddress({ picture: this.#picture, places }, data.base);
    if (number !== this.#writes) return isWhole;
    const url = new URL(location.href);
    const [first] = this.#picture.steps;
    url.searchParams.delete('query');
    if (first?.kind === 'add') url.searchParams.set('resource', first.node);
    else url.searchParams.delete('resource');
    url.hash = hash;
    history.replaceState(null, '', url);
    keepInLanguageLinks(url);
    return isWhole;
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

  /** One after the other, in the order in which they were requested. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#fail(error));
    return this.#queue;
  }

  #change(
    next: (picture: Picture) => Picture,
    message?: Message,
    { isLaidOut = false }: { readonly isLaidOut?: boolean } = {},
  ): Promise<void> {
    return this.#enqueue(async () => {
      const before = this.#picture;
      const shownBefore = this.#shown;
      this.#picture = next(before);
      const scene = await this.#pieces.sceneOf(this.#picture);
      const [failure] = this.#pieces.failures;
      if (failure !== undefined) {
        this.#picture = before;
        throw asError(failure);
      }
      if (before.steps.length > 0) this.#history.push(before);
      this.#scene = scene;
      await this.#settle({ isLaidOut });
      this.#facts.announce(message?.(shownBefore, this.#shown) ?? '');
    });
  }

  #open(picture: Picture): Promise<void> {
    return this.#change(() => picture, this.#counts, { isLaidOut: true }).then(() => this.fit());
  }

  async #reopen(picture: Picture, places: readonly Place[]): Promise<void> {
    await this.#enqueue(async () => {
      this.#picture = picture;
      this.#scene = await this.#pieces.sceneOf(picture);
      const iris = [...this.#scene.nodes.keys()];
      // Where the data has changed meanwhile, the places are no longer those of these nodes.
      if (iris.length === places.length)
        this.model.place(new Map(iris.map((iri, index) => [iri, places[index] as Place])));
      await this.#settle();
      const [failure] = this.#pieces.failures;
      if (failure === undefined) this.#facts.announce(this.#counts(this.#shown, this.#shown));
      else this.#fail(failure);
    });
  }

  #travel(step: () => Picture | undefined, done: string, nothing: string): Promise<void> {
    const { say, announce } = this.#facts;
    return this.#enqueue(async () => {
      const layout = this.#picture.layout;
      const picture = step();
      if (!picture) return announce(say(nothing));
      this.#picture = { ...picture, selected: picture.selected ?? this.#picture.selected };
      this.#scene = await this.#pieces.sceneOf(this.#picture);
      await this.#settle({ isLaidOut: layout !== picture.layout });
      announce(say(done));
    });
  }

  /** Everything on the page becomes what the picture is. */
  async #settle({ isLaidOut = false } = {}): Promise<void> {
    const { selected, pinned } = this.#picture;
    if (selected !== undefined && !this.#scene.nodes.has(selected))
      this.#picture = { ...this.#picture, selected: undefined };
    this.#shown = shownOf(this.#scene, this.#picture);
    this.model.place(new Map(Object.entries(pinned)));
    const isNew = this.model.show(this.#shown, this.#scene, this.#palette);
    this.#details =
      this.#picture.selected === undefined
        ? undefined
        : await this.#facts.api.details(this.#picture.selected).catch(() => undefined);
    this.#facts.show(this.moment);
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
    this.#facts.show(this.moment);
  }
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
