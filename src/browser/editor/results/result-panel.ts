/** The result of a run: a summary line, the views of the result, and the downloads. */
import { queryAddress } from '../addresses.ts';
import { element } from '../element.ts';
import { drawnView } from './drawn-view.ts';
import type { Labels } from './labels.ts';
import { fill, type PageData } from '../page-data.ts';
import { rawView } from './raw-view.ts';
import { ResultTable } from './result-table.ts';
import type { Outcome, Rows } from './run-query.ts';
import { tabs } from './tabs.ts';

/** "table", "raw", or the name of a view that the server draws. */
export type ResultView = string;

interface ResultOptions {
  readonly page: PageData;
  readonly labels: Labels;
  /** Called when a view is selected, to write it into the URL. */
  readonly onView: (view: ResultView) => void;
}

export class ResultPanel {
  readonly element: HTMLElement;
  readonly #page: PageData;
  readonly #labels: Labels;
  readonly #onView: ResultOptions['onView'];
  readonly #summary = element('p', { class: 'summary', role: 'status' });
  readonly #content = element('div');
  #view: ResultView;
  #table: ResultTable | undefined;
  #requests = new AbortController();

  constructor({ page, labels, onView }: ResultOptions) {
    this.#page = page;
    this.#labels = labels;
    this.#onView = onView;
    this.#view = page.view ?? 'table';
    const title = element('h2', { id: 'result-title' }, [page.words.results]);
    this.element = element(
      'section',
      { class: 'result', 'aria-labelledby': title.id, hidden: true },
      [element('div', { class: 'result-head' }, [title, this.#summary]), this.#content],
    );
  }

  /** Clears the previous result when a run starts. */
  begin(): void {
    this.#requests.abort();
    this.#requests = new AbortController();
    this.#table = undefined;
    this.element.hidden = false;
    this.#summary.textContent = this.#page.words.running;
    this.#content.replaceChildren();
  }

  /** Shows the first rows while the others are being received. */
  showFirstRows(rows: Rows, query: string): void {
    if (!this.#table && rows.lines.stored.length > 0) this.#showRows(rows, query);
  }

  /** @param seconds duration of the run; undefined if it was not measured. */
  end(outcome: Outcome, query: string, seconds: number | undefined): void {
    const { words } = this.#page;
    this.element.hidden = false;
    const time =
      seconds === undefined ? undefined : fill(words.seconds, { seconds: this.#seconds(seconds) });
    switch (outcome.kind) {
      case 'rows': {
        this.#setSummary(this.#countRows(outcome.rows), time, this.#endOf(outcome, query));
        if (this.#table) this.#table.refresh();
        else this.#showRows(outcome.rows, query);
        break;
      }
      case 'boolean':
        this.#setSummary(time);
        this.#showBoolean(outcome.value, query);
        break;
      case 'error':
        this.#setSummary();
        this.#fail(errorText(outcome.error, this.#page));
        break;
      case 'refused':
        this.#setSummary(time);
        this.#fail(outcome.reason, 'en');
        break;
      case 'unreachable':
        this.#setSummary(time);
        this.#fail(words.unreachable);
        break;
      case 'stopped':
        this.#setSummary(words.stopped, time);
        break;
    }
  }

  #showRows(rows: Rows, query: string): void {
    const { words, formats } = this.#page;
    const table = new ResultTable(rows, this.#page, this.#labels);
    this.#table = table;
    const own = rows.isGraph ? formats.graph : formats.solutions;
    const { signal } = this.#requests;
    const views = [
      { name: 'table', tab: words.table },
      ...this.#page.views,
      { name: 'raw', tab: words.raw },
    ];
    const open = (view: ResultView): HTMLElement => {
      this.#view = view;
      this.#onView(view);
      if (view === 'table') return table.element;
      if (view === 'raw') return rawView(this.#page, { query, formats: own, signal });
      return drawnView(this.#page, { query, view, signal });
    };
    this.#content.replaceChildren(
      ...tabs({
        label: words.views,
        tabs: views.map(({ name, tab }) => ({ name, label: tab })),
        selected: this.#view,
        open,
      }),
      this.#downloads(own, query),
    );
  }

  #showBoolean(value: boolean, query: string): void {
    const { words, formats } = this.#page;
    this.#content.replaceChildren(
      element('p', { class: 'figure' }, [value ? words.yes : words.no]),
      this.#downloads(formats.solutions, query),
    );
  }

  #downloads(formats: PageData['formats']['graph'], query: string): HTMLElement {
    const { words, root } = this.#page;
    const links = formats.map(({ name, label, extension }) => {
      const href = queryAddress({ root, lang: null }, query, { format: name });
      return element('a', { class: 'chip', href, download: `result.${extension}` }, [label]);
    });
    return element('p', { class: 'downloads' }, [
      element('span', {}, [words.download]),
      ' ',
      ...links,
    ]);
  }

  #countRows({ lines: { total } }: Rows): string {
    const { words, language } = this.#page;
    if (total === 1) return words.oneRow;
    return fill(words.manyRows, { rows: total.toLocaleString(language) });
  }

  #endOf({ end, rows }: Extract<Outcome, { kind: 'rows' }>, query: string): string | undefined {
    const { words } = this.#page;
    if (end === 'stopped') return words.stopped;
    if (end === 'broken') return words.brokeOff;
    return limitOf(query) === rows.lines.total ? words.limitReached : undefined;
  }

  #setSummary(...parts: readonly (string | undefined)[]): void {
    this.#summary.textContent = parts.filter((part) => part !== undefined).join(' · ');
  }

  #fail(message: string, lang?: string): void {
    const { words } = this.#page;
    this.#content.replaceChildren(
      element('p', { class: 'error', role: 'alert', lang }, [message || words.noDrawing]),
    );
  }

  #seconds(seconds: number): string {
    const digits = seconds < 10 ? 2 : 0;
    return seconds.toLocaleString(this.#page.language, { maximumFractionDigits: digits });
  }
}

/** The text of an error: its position, if it has one, and the reason. */
export function errorText(
  {
    line,
    column,
    reason,
  }: { readonly line?: number; readonly column?: number; readonly reason: string },
  { words }: PageData,
): string {
  if (line === undefined || column === undefined) return reason;
  return fill(words.errorAt, { line: String(line), column: String(column), reason });
}

/** The LIMIT at the end of a query; undefined if there is none. */
function limitOf(query: string): number | undefined {
  const text = query.replaceAll(/#[^\n<>]*$/gm, '');
  const found = /\bLIMIT\s+(\d+)(?:\s+OFFSET\s+\d+)?\s*$/i.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
