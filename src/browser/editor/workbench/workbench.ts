/** The parts of the SPARQL page, assembled: editor, controls, examples, history and result. */
import { queryAddress } from '../addresses.ts';
import { element } from '../element.ts';
import type { PageData } from '../page-data.ts';
import { historyList } from '../query/history-list.ts';
import { openEditor, type QueryEditor } from '../query/query-editor.ts';
import { openHistory } from '../query/query-history.ts';
import { loadVocabulary } from '../query/vocabulary.ts';
import { openLabels } from '../results/labels.ts';
import { errorText, ResultPanel, type ResultView } from '../results/result-panel.ts';
import { type Outcome, runQuery } from '../results/run-query.ts';
import { writeAddress, shareButton } from '../share-link.ts';
import { RunControls } from './run-controls.ts';
import { servedOutcome } from './served-outcome.ts';

/** Width up to which the examples are between the editor and the result, and closed at first. */
const NARROW = '(max-width: 60rem)';

export class Workbench {
  readonly #page: PageData;
  readonly #form: HTMLFormElement;
  readonly #field: HTMLTextAreaElement;
  readonly #check = element('p', { class: 'check', role: 'status' });
  readonly #history: ReturnType<typeof openHistory>;
  readonly #historyList: ReturnType<typeof historyList>;
  readonly #controls: RunControls;
  readonly #result: ResultPanel;
  readonly #editor: QueryEditor;
  readonly #host = element('div', { class: 'editor' });
  #view: ResultView;
  /** The query whose result is shown. */
  #shown: string;
  #running: AbortController | undefined;

  constructor(page: PageData, form: HTMLFormElement, field: HTMLTextAreaElement) {
    this.#page = page;
    this.#form = form;
    this.#field = field;
    this.#view = page.view ?? 'table';
    this.#shown = field.value;
    this.#controls = new RunControls(page, form, () => this.#running?.abort());
    this.#result = new ResultPanel({
      page,
      labels: openLabels(page),
      onView: (view) => {
        this.#view = view;
        writeAddress(page, this.#shown, view);
      },
    });
    this.#editor = openEditor({
      host: this.#host,
      text: field.value,
      label: form.querySelector('label')?.textContent ?? '',
      page,
      vocabulary: loadVocabulary(page),
      onRun: () => void this.#run(),
      onChange: (text) => {
        field.value = text;
      },
      onCheck: (error) => {
        this.#check.textContent = error ? errorText(error, page) : '';
      },
    });
    this.#history = openHistory(page.root);
    this.#historyList = historyList(page, this.#history, (query) => {
      this.#editor.setText(query);
      this.#editor.focus();
    });
  }

  /** Adds the parts to the page and shows the embedded result. */
  start(): void {
    this.#replaceField();
    this.#addControls();
    examplesContainer(this.#form).append(this.#historyList.element);
    if (matchMedia(NARROW).matches)
      document.querySelector('#examples')?.closest('details')?.removeAttribute('open');
    document.querySelector('.workbench')?.after(this.#result.element);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run();
    });
    document
      .querySelector<HTMLElement>('#examples')
      ?.addEventListener('click', (event) => this.#openExample(event));
    this.#hydrate();
  }

  #replaceField(): void {
    this.#field.hidden = true;
    this.#form.querySelector('label')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.#editor.focus();
    });
    this.#field.after(this.#host, this.#controls.bar, this.#check);
  }

  #addControls(): void {
    const { words } = this.#page;
    const runKeys = isMac ? words.runKeys.replace('Ctrl', '⌘') : words.runKeys;
    this.#form
      .querySelector('button[type="submit"]')
      ?.after(
        this.#controls.stop,
        this.#controls.clock,
        element('span', { class: 'keys' }, [element('kbd', {}, [runKeys])]),
        element('span', { class: 'keys' }, [words.completeKeys]),
        element('span', { class: 'share' }, [
          ...shareButton(this.#page, () =>
            queryAddress(this.#page, this.#editor.text(), viewParameter(this.#view)),
          ),
        ]),
      );
  }

  /** Runs an example in place. With a modifier key its link opens as usual. */
  #openExample(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const query = link && new URL(link.href).searchParams.get('query');
    if (query === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#editor.setText(query);
    void this.#run();
  }

  /** Shows the result embedded in the page; an incomplete one is requested again. */
  #hydrate(): void {
    const { requested } = this.#page;
    if (!requested) return;
    const served = document.querySelector('#answer');
    if (requested.kind === 'table' && !requested.isWhole) void this.#run();
    else this.#showOutcome(servedOutcome(requested), this.#field.value, undefined);
    served?.remove();
  }

  async #run(): Promise<void> {
    this.#running?.abort();
    const own = new AbortController();
    this.#running = own;
    const query = this.#editor.text();
    this.#shown = query;
    this.#result.begin();
    this.#controls.begin();
    const outcome = await runQuery(this.#page, query, {
      signal: own.signal,
      onRows: (rows) => {
        if (this.#running === own) this.#result.showFirstRows(rows, query);
      },
    });
    // Another run may have started in the meantime.
    if (this.#running !== own) return;
    this.#running = undefined;
    this.#showOutcome(outcome, query, this.#controls.end());
  }

  /** @param seconds duration of the run; undefined for a result embedded in the page. */
  #showOutcome(outcome: Outcome, query: string, seconds: number | undefined): void {
    this.#result.end(outcome, query, seconds);
    if (outcome.kind === 'error') {
      this.#editor.mark(outcome.error);
      this.#editor.focus();
      return;
    }
    writeAddress(this.#page, query, this.#view);
    if (seconds === undefined) return;
    this.#history.add(query, Date.now());
    this.#historyList.refresh();
    // Scrolls only where the result is out of sight.
    this.#result.element.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }
}

/** The container of examples and history beside the form; created where the page has none. */
function examplesContainer(form: HTMLFormElement): Element {
  const found = document.querySelector('.workbench .shelf');
  if (found) return found;
  const created = element('div', { class: 'shelf' });
  form.after(created);
  return created;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const viewParameter = (view: ResultView): Record<string, string> =>
  view === 'table' || view === 'raw' ? {} : { view };
