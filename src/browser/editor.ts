/**
 * The SPARQL page: an editor in place of the form's text field, and answers without another page. Everything it
 * shows comes from the server that served the page.
 */
import { queryAddress } from './editor/addresses.ts';
import { button, element } from './editor/element.ts';
import { historyList } from './editor/query/history-list.ts';
import { openLabels } from './editor/results/labels.ts';
import type { Requested, PageData } from './editor/page-data.ts';
import { openEditor } from './editor/query/query-editor.ts';
import { openHistory } from './editor/query/query-history.ts';
import { mistakeLine, ResultPanel, type ResultView } from './editor/results/result-panel.ts';
import { type Outcome, runQuery } from './editor/results/run-query.ts';
import { putIntoAddress, shareButton } from './editor/share-link.ts';
import { loadVocabulary } from './editor/query/vocabulary.ts';

const data = document.querySelector('#sparql-data');
const form = document.querySelector<HTMLFormElement>('form.query');
const field = document.querySelector<HTMLTextAreaElement>('#query');
if (data && form && field) start(JSON.parse(data.textContent) as PageData, form, field);

function start(page: PageData, form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const { words } = page;
  const past = openHistory(page.root);
  let view: ResultView = page.view ?? 'table';
  let running: AbortController | undefined;
  let shown = field.value;

  const host = element('div', { class: 'editor' });
  const check = element('p', { class: 'check', role: 'status' });
  const clock = element('span', { class: 'clock', 'aria-hidden': 'true' });
  const stop = button(words.stop, () => running?.abort(), { class: 'stop', hidden: true });
  const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
  const label = form.querySelector('label');

  const result = new ResultPanel({
    page,
    labels: openLabels(page),
    onView: (chosen) => {
      view = chosen;
      putIntoAddress(page, shown, view);
    },
  });
  const editor = openEditor({
    host,
    text: field.value,
    label: label?.textContent ?? '',
    page,
    vocabulary: loadVocabulary(page),
    onRun: () => void run(),
    onChange: (text) => {
      field.value = text;
    },
    onVerdict: (mistake) => {
      check.textContent = mistake ? mistakeLine(mistake, page) : '';
    },
  });
  const list = historyList(page, past, (query) => {
    editor.setText(query);
    editor.focus();
  });

  field.hidden = true;
  label?.addEventListener('click', (event) => {
    event.preventDefault();
    editor.focus();
  });
  field.after(host, bar, check);
  const submit = form.querySelector('button[type="submit"]');
  submit?.after(
    stop,
    clock,
    element('span', { class: 'keys' }, [
      element('kbd', {}, [isMac ? words.runKeys.replace('Ctrl', '⌘') : words.runKeys]),
    ]),
    element('span', { class: 'keys' }, [words.completeKeys]),
    element('span', { class: 'share' }, [
      ...shareButton(page, () => queryAddress(page, editor.text(), viewParameter(view))),
    ]),
  );
  shelf().append(list.element);
  // Where it stands between the editor and the result, it opens when requested.
  if (matchMedia('(max-width: 60rem)').matches)
    document.querySelector('#examples')?.closest('details')?.removeAttribute('open');
  document.querySelector('.workbench')?.after(result.element);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  document.querySelector<HTMLElement>('#examples')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const query = link && new URL(link.href).searchParams.get('query');
    // With a modifier a link opens elsewhere, as links do.
    if (query === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    editor.setText(query);
    void run();
  });
  if (page.requested) takeOver(page.requested);

  async function run(): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    const query = editor.text();
    shown = query;
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    result.begin();
    setBusy(true);
    const ticking = setInterval(() => {
      clock.textContent = `${seconds().toFixed(1)} s`;
    }, 100);
    const outcome = await runQuery(page, query, {
      signal: own.signal,
      onRows: (rows) => {
        if (running === own) result.rowsCame(rows, query);
      },
    });
    clearInterval(ticking);
    // Another run has begun in the meantime.
    if (running !== own) return;
    running = undefined;
    setBusy(false);
    finish(outcome, query, seconds());
  }

  function finish(outcome: Outcome, query: string, seconds: number | undefined): void {
    result.end(outcome, query, seconds);
    if (outcome.kind === 'mistake') {
      editor.mark(outcome.mistake);
      editor.focus();
      return;
    }
    putIntoAddress(page, query, view);
    if (seconds === undefined) return;
    past.add(query, Date.now());
    list.refresh();
    // What was requested comes into sight; what is in sight stays where it is.
    result.element.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }

  function setBusy(isBusy: boolean): void {
    const hadFocus = document.activeElement === stop;
    stop.hidden = !isBusy;
    bar.hidden = !isBusy;
    clock.textContent = '';
    if (hadFocus && !isBusy) form.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }

  /** The page came with an answer: what is whole is shown as it is, the rest is requested again. */
  function takeOver(requested: Requested): void {
    const served = document.querySelector('#answer');
    if (requested.kind === 'table' && !requested.isWhole) void run();
    else finish(outcomeOf(requested), field.value, undefined);
    served?.remove();
  }

  function shelf(): Element {
    const found = document.querySelector('.workbench .shelf');
    if (found) return found;
    const made = element('div', { class: 'shelf' });
    form.after(made);
    return made;
  }
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const viewParameter = (view: ResultView): Record<string, string> =>
  view === 'table' || view === 'raw' ? {} : { view };

function outcomeOf(requested: Requested): Outcome {
  switch (requested.kind) {
    case 'boolean':
      return requested;
    case 'error': {
      const { message, line, column } = requested;
      if (line === undefined || column === undefined) return { kind: 'refused', reason: message };
      const reason = message.replace(/^line \d+, column \d+: /, '');
      return { kind: 'mistake', mistake: { isValid: false, reason, line, column } };
    }
    case 'table': {
      const { isGraph, variables, lines } = requested;
      const head = variables.map((name) => `?${name}`).join('\t');
      const rows = { isGraph, lines: { head, kept: [...lines], total: lines.length } };
      return { kind: 'rows', end: 'whole', rows };
    }
  }
}
