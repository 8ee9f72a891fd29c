/** The rows of a result as a table with sortable columns and pages. */
import { button, element } from '../element.ts';
import type { Labels } from './labels.ts';
import { fill, type PageData } from '../page-data.ts';
import { renderTerm } from './render-term.ts';
import { cellsOf, columnsOf, type Rows } from './run-query.ts';
import { shortIri } from '../short-iri.ts';
import { compareKeys, sortKey } from './sort-rows.ts';
import { numberOf, type Term } from './term.ts';

const PAGE_SIZE = 50;
/** Maximum number of distinct IRIs in a column that are sorted by label. Their labels are loaded first. */
const MAX_NAMED = 600;

type Direction = 'ascending' | 'descending';

export class ResultTable {
  readonly element = element('div', { class: 'result-table' });
  readonly #page: PageData;
  readonly #labels: Labels;
  readonly #rows: Rows;
  readonly #columns: readonly string[];
  #sorted: { readonly column: number; readonly direction: Direction } | undefined;
  /** The sorted lines; undefined for the order of the response. */
  #order: readonly string[] | undefined;
  #first = 0;

  /** @param rows may grow: `refresh` shows the new rows. */
  constructor(rows: Rows, page: PageData, labels: Labels) {
    this.#rows = rows;
    this.#page = page;
    this.#labels = labels;
    this.#columns = columnsOf(rows);
    this.refresh();
  }

  refresh(): void {
    const { words } = this.#page;
    const { stored, total } = this.#rows.lines;
    if (stored.length === 0) {
      this.element.replaceChildren(element('p', { class: 'nothing' }, [words.noRows]));
      return;
    }
    const lines = (this.#order ?? stored).slice(this.#first, this.#first + PAGE_SIZE);
    const shown = lines.map((line) => cellsOf(this.#rows, line));
    this.element.replaceChildren(
      ...(stored.length < total
        ? [element('p', { class: 'remark' }, [this.#truncationNote()])]
        : []),
      element(
        'div',
        { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': words.table },
        [element('table', {}, [this.#head(shown), this.#body(shown)])],
      ),
      ...this.#pager(),
    );
    void this.#name(shown);
  }

  /** The note that not all rows are stored, and that sorting applies to the stored rows. */
  #truncationNote(): string {
    const { words } = this.#page;
    const { stored, total } = this.#rows.lines;
    const note = fill(words.keptRows, {
      kept: this.#count(stored.length),
      rows: this.#count(total),
    });
    return this.#sorted ? `${note} ${words.sortedPart}` : note;
  }

  #head(shown: readonly (readonly (Term | undefined)[])[]): HTMLElement {
    const cells = this.#columns.map((name, column) => {
      const direction = this.#sorted?.column === column ? this.#sorted.direction : undefined;
      return element(
        'th',
        {
          scope: 'col',
          'aria-sort': direction ?? 'none',
          class: isNumeric(shown, column) ? 'number' : undefined,
        },
        [button(name, () => void this.#sort(column), { class: 'sort', 'data-column': name })],
      );
    });
    return element('thead', {}, [element('tr', {}, cells)]);
  }

  #body(shown: readonly (readonly (Term | undefined)[])[]): HTMLElement {
    const numeric = this.#columns.map((_, column) => isNumeric(shown, column));
    return element(
      'tbody',
      {},
      shown.map((cells) =>
        element(
          'tr',
          {},
          this.#columns.map((_, column) => {
            const term = cells[column];
            const children = term ? [renderTerm(term, this.#page, this.#labels)] : [];
            return element('td', numeric[column] ? { class: 'number' } : {}, children);
          }),
        ),
      ),
    );
  }

  #pager(): HTMLElement[] {
    const { words } = this.#page;
    const { length } = this.#rows.lines.stored;
    if (length <= PAGE_SIZE) return [];
    const last = Math.floor((length - 1) / PAGE_SIZE) * PAGE_SIZE;
    const to = (symbol: string, label: string, first: number) =>
      button(symbol, () => this.#showPage(first, label), {
        'aria-label': label,
        title: label,
        disabled: first === this.#first || first < 0 || first > last,
      });
    const range = fill(words.pageOf, {
      from: this.#count(this.#first + 1),
      to: this.#count(Math.min(length, this.#first + PAGE_SIZE)),
      rows: this.#count(length),
    });
    return [
      element('nav', { class: 'pager', 'aria-label': words.table }, [
        to('«', words.firstPage, 0),
        to('‹', words.previousPage, this.#first - PAGE_SIZE),
        element('span', { role: 'status' }, [range]),
        to('›', words.nextPage, this.#first + PAGE_SIZE),
        to('»', words.lastPage, last),
      ]),
    ];
  }

  #showPage(first: number, label: string): void {
    this.#first = first;
    this.refresh();
    // Restores the keyboard focus: to the same button, else to the first enabled one.
    const buttons = [...this.element.querySelectorAll<HTMLButtonElement>('.pager button')];
    const same = buttons.find((one) => one.getAttribute('aria-label') === label && !one.disabled);
    (same ?? buttons.find((one) => !one.disabled))?.focus();
  }

  /** Cycles through ascending order, descending order and the order of the response. */
  async #sort(column: number): Promise<void> {
    const before = this.#sorted?.column === column ? this.#sorted.direction : undefined;
    const direction =
      before === undefined ? 'ascending' : before === 'ascending' ? 'descending' : undefined;
    this.#sorted = direction && { column, direction };
    this.#order = direction && (await this.#ordered(column, direction));
    this.#first = 0;
    this.refresh();
    this.element
      .querySelector<HTMLElement>(`[data-column="${CSS.escape(this.#columns[column] ?? '')}"]`)
      ?.focus();
  }

  async #ordered(column: number, direction: Direction): Promise<string[]> {
    const { stored } = this.#rows.lines;
    const terms = stored.map((line) => cellsOf(this.#rows, line)[column]);
    const iris = new Set(terms.filter((term) => term?.kind === 'iri').map((term) => term?.value));
    const isNamed = iris.size <= MAX_NAMED;
    if (isNamed) await this.#labels.load([...iris].filter((iri) => iri !== undefined));
    const nameOf = (iri: string) =>
      (isNamed ? this.#labels.of(iri)?.label : undefined) ?? shortIri(iri, this.#page);
    const keys = terms.map((term) => sortKey(term, nameOf));
    const compare = compareKeys(new Intl.Collator(this.#page.language, { numeric: true }));
    const sign = direction === 'ascending' ? 1 : -1;
    return keys
      .map((key, index) => ({ key, index }))
      .toSorted((a, b) => sign * compare(a.key, b.key) || a.index - b.index)
      .map(({ index }) => stored[index] ?? '');
  }

  /** Loads the labels of the shown IRIs and then renders the rows again. */
  async #name(shown: readonly (readonly (Term | undefined)[])[]): Promise<void> {
    const unknown = shown
      .flat()
      .filter((term) => term?.kind === 'iri')
      .map((term) => term?.value ?? '')
      .filter((iri) => !this.#labels.of(iri));
    if (unknown.length === 0) return;
    const body = this.element.querySelector('tbody');
    await this.#labels.load(unknown);
    // Another page may be shown by now.
    if (body?.isConnected && unknown.some((iri) => this.#labels.of(iri)))
      body.replaceWith(this.#body(shown));
  }

  #count(value: number): string {
    return value.toLocaleString(this.#page.language);
  }
}

function isNumeric(rows: readonly (readonly (Term | undefined)[])[], column: number): boolean {
  const terms = rows.map((cells) => cells[column]).filter((term) => term !== undefined);
  return terms.length > 0 && terms.every((term) => numberOf(term) !== undefined);
}
