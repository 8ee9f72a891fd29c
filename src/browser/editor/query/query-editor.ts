/**
 * The editor itself. It stands in a shadow tree, since there the styles that CodeMirror makes are adopted as objects:
 * a policy that forbids styles in the page allows these.
 */
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
  insertBracket,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { type Diagnostic, lintGutter, linter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { sparql } from 'codemirror-lang-sparql';
import { checkQuery, type Mistake, type Verdict } from './check-query.ts';
import { completionSource } from './completion.ts';
import { editorTheme } from './editor-theme.ts';
import type { PageData } from '../page-data.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How long nothing is typed before the text is checked. */
const CHECK_DELAY_MS = 350;

export interface QueryEditor {
  readonly text: () => string;
  /** Replaces the text, as one step that can be undone. */
  readonly setText: (text: string) => void;
  readonly focus: () => void;
  /** Marks a mistake that running the query has shown. */
  readonly mark: (mistake: Mistake) => void;
}

interface EditorOptions {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly page: PageData;
  readonly vocabulary: Promise<Vocabulary>;
  readonly onRun: () => void;
  readonly onChange: (text: string) => void;
  /** Told after each check; undefined where there is no mistake. */
  readonly onVerdict: (mistake: Mistake | undefined) => void;
}

export function openEditor(options: EditorOptions): QueryEditor {
  const { host, text, label, page, vocabulary, onRun, onChange, onVerdict } = options;
  const root = host.attachShadow({ mode: 'open' });
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run },
            { key: 'Ctrl-Enter', run },
          ]),
        ),
        // Tab leaves the editor, as everywhere on a page, unless there is something to choose.
        Prec.high(keymap.of([{ key: 'Tab', run: chooseOffer }])),
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        indentUnit.of('  '),
        EditorView.lineWrapping,
        sparql(),
        autocompletion({ override: [completionSource(page, vocabulary)] }),
        linter(mistakeFinder(page, onVerdict), { delay: CHECK_DELAY_MS }),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        EditorState.phrases.of({ Completions: page.words.completions }),
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'false',
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ beforeinput: replaceSelection }),
        editorTheme,
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (changed) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: changed },
        selection: { anchor: 0 },
        scrollIntoView: true,
      }),
    focus: () => view.focus(),
    mark: (mistake) => {
      view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state, mistake)));
      onVerdict(mistake);
    },
  };
}

/** A list that has just opened takes no choice, to prevent accidental ones; nor does Tab leave it then. */
const chooseOffer = (view: EditorView): boolean =>
  acceptCompletion(view) || completionStatus(view.state) === 'active';

/**
 * Types over a selection. Left to itself a browser joins the lines with inline styles, which the policy of the page
 * refuses with a line in the console each time.
 */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  const { state } = view;
  const { data, inputType, isComposing } = event;
  if (inputType !== 'insertText' || data === null || isComposing || state.selection.main.empty)
    return false;
  event.preventDefault();
  view.dispatch(
    insertBracket(state, data) ??
      state.update(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true }),
  );
  return true;
}

/** Asks the server; a text that has changed in the meantime is requested about anew. */
function mistakeFinder(page: PageData, onVerdict: EditorOptions['onVerdict']) {
  let asking = new AbortController();
  return async (view: EditorView): Promise<readonly Diagnostic[]> => {
    asking.abort();
    asking = new AbortController();
    const { state } = view;
    const text = state.doc.toString();
    // Nothing is no query yet, and no mistake.
    if (text.trim() === '') {
      onVerdict(undefined);
      return [];
    }
    let verdict: Verdict;
    try {
      verdict = await checkQuery(page, text, asking.signal);
    } catch {
      return [];
    }
    if (!view.state.doc.eq(state.doc)) return [];
    onVerdict(verdict.isValid ? undefined : verdict);
    return verdict.isValid ? [] : diagnosticsOf(state, verdict);
  };
}

function diagnosticsOf(
  { doc }: EditorState,
  { line = 1, column = 1, reason }: Mistake,
): Diagnostic[] {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  const start = Math.min(found.from + column - 1, found.to);
  const word = /^(?:[?$\w:@-]+|\S)/u.exec(found.text.slice(start - found.from))?.[0] ?? '';
  // At the end of a line the last character before it is marked.
  const from = word === '' ? Math.max(found.from, start - 1) : start;
  const to = Math.min(doc.length, Math.max(start + word.length, from + 1));
  return [{ from: Math.min(from, to), to, severity: 'error', message: reason }];
}
