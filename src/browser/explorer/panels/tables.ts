/** The tables of the nodes and links in the drawing: its text alternative. */
import { byId, dot, el, named } from '../state/dom.ts';
import type { EdgeView } from '../state/graph-api.ts';
import type { PageData, Translate } from '../state/page-data.ts';
import type { Scene, Shown, ShownNode } from '../state/scene.ts';

const PAGE = 25;

export interface TablesView {
  readonly shown: Shown;
  readonly scene: Scene;
  readonly selected: string | undefined;
}

/** Each table is one tab stop; the arrow keys move between rows. */
export class Tables {
  readonly #data: PageData;
  readonly #translate: Translate;
  readonly #select: (node: string) => void;
  readonly #limits = { nodes: PAGE, links: PAGE };
  #view: TablesView | undefined;

  constructor(data: PageData, translate: Translate, select: (node: string) => void) {
    this.#data = data;
    this.#translate = translate;
    this.#select = select;
    for (const name of ['nodes', 'links'] as const) {
      byId(`explore-${name}-more`).addEventListener('click', () => {
        this.#limits[name] += PAGE;
        if (this.#view) this.show(this.#view);
      });
      byId(`explore-${name}`).addEventListener('keydown', (event) => rove(event));
    }
  }

  show(view: TablesView): void {
    this.#view = view;
    const { shown, selected } = view;
    const nodes = [...shown.nodes.values()];
    const edges = [...shown.edges.values()];
    this.#fill('nodes', nodes.length, (count) =>
      nodes.slice(0, count).map((node) => this.#nodeRow(node, selected)),
    );
    this.#fill('links', edges.length, (count) =>
      edges.slice(0, count).map((edge) => this.#edgeRow(edge, view)),
    );
  }

  #fill(name: 'nodes' | 'links', total: number, rows: (count: number) => HTMLElement[]): void {
    const limit = this.#limits[name];
    const body = byId(`explore-${name}`);
    const made = rows(limit);
    const buttons = made.flatMap((row) => [...row.querySelectorAll('button')]);
    const current =
      buttons.find((one) => one.getAttribute('aria-pressed') === 'true') ?? buttons[0];
    for (const one of buttons) one.tabIndex = one === current ? 0 : -1;
    body.replaceChildren(...made);
    const number = total.toLocaleString(this.#data.interfaceLanguage);
    byId(`explore-${name}-count`).textContent = number;
    const more = byId(`explore-${name}-more`);
    more.hidden = total <= limit;
    more.textContent = this.#translate('moreRows', { count: Math.min(PAGE, total - limit) });
  }

  #nodeRow(node: ShownNode, selected: string | undefined): HTMLElement {
    const { iri, kind, type, degree, isPinned } = node;
    return el(
      'tr',
      { class: iri === selected ? 'is-selected' : undefined },
      el(
        'td',
        {},
        this.#nodeButton(node, iri === selected),
        isPinned && el('small', {}, ` ${this.#translate('pinned')}`),
      ),
      el('td', {}, dot(kind), ` ${this.#data.kinds[kind] ?? kind}`),
      el('td', {}, type ? named(type) : ''),
      el('td', {}, degree.toLocaleString(this.#data.interfaceLanguage)),
    );
  }

  #edgeRow({ source, target, label, lang, graphs }: EdgeView, view: TablesView): HTMLElement {
    const { scene, shown } = view;
    const end = (iri: string) => {
      const node = shown.nodes.get(iri);
      return el('td', {}, node ? this.#nodeButton(node, false) : iri);
    };
    return el(
      'tr',
      {},
      end(source),
      el('td', {}, named({ label, lang })),
      end(target),
      el(
        'td',
        { class: 'count' },
        ...graphs.flatMap((graph, index) => {
          const namedGraph = scene.graphs.get(graph);
          return [index > 0 ? ', ' : '', namedGraph ? named(namedGraph) : graph];
        }),
      ),
    );
  }

  #nodeButton(node: ShownNode, isSelected: boolean): HTMLElement {
    const element = el(
      'button',
      { type: 'button', class: 'explore-row', 'aria-pressed': isSelected ? 'true' : 'false' },
      named(node),
    );
    element.dataset['node'] = node.iri;
    element.addEventListener('click', () => this.#select(node.iri));
    return element;
  }
}

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex */
function rove(event: KeyboardEvent): void {
  const move = MOVES[event.key];
  if (!move || !(event.target instanceof HTMLElement)) return;
  const body = event.currentTarget as HTMLElement;
  const buttons = [...body.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (at < 0) return;
  event.preventDefault();
  const next = buttons[move(at, buttons.length - 1)];
  for (const one of buttons) one.tabIndex = one === next ? 0 : -1;
  next?.focus();
}
