/**
 * The query editor. It is in a shadow tree, where CodeMirror adopts its styles as constructed style sheets. The content
 * security policy of the page allows these and forbids inline styles.
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
import { checkQuery, type QueryError, type CheckResult } from './check-query.ts';
import { completionSource } from './completion.ts';
import { editorTheme } from './editor-theme.ts';
import type { PageData } from '../page-data.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Pause in typing before the query is checked, in milliseconds. */
const CHECK_DELAY_MS = 350;

export interface QueryEditor {
  readonly text: () => string;
  /** Replaces the text. The replacement is one undo step. */
  readonly setText: (text: string) => void;
  readonly focus: () => void;
  /** Marks an error of a run. */
  readonly mark: (error: QueryError) => void;
}

interface EditorOptions {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly page: PageData;
  readonly vocabulary: Promise<Vocabulary>;
  readonly onRun: () => void;
  readonly onChange: (text: string) => void;
  /** Called after each check; undefined if the query is valid. */
  readonly onCheck: (error: QueryError | undefined) => void;
}

export function openEditor(options: EditorOptions): QueryEditor {
  const { host, text, label, page, vocabulary, onRun, onChange, onCheck } = options;
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
        // Tab moves the focus out of the editor unless the completion list is open.
        Prec.high(keymap.of([{ key: 'Tab', run: acceptOnTab }])),
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
        linter(queryLinter(page, onCheck), { delay: CHECK_DELAY_MS }),
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
    mark: (error) => {
      view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state, error)));
      onCheck(error);
    },
  };
}

/** CodeMirror accepts no completion just after the list has opened. Tab is then consumed without effect. */
const acceptOnTab = (view: EditorView): boolean =>
  acceptCompletion(view) || completionStatus(view.state) === 'active';

/**
 * Replaces a selection by typed text. The default action of the browser would join the lines with inline styles, which
 * the content security policy blocks with a console error.
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

/** Checks the query on the server. A result for an outdated text is discarded. */
function queryLinter(page: PageData, onCheck: EditorOptions['onCheck']) {
  let request = new AbortController();
  return async (view: EditorView): Promise<readonly Diagnostic[]> => {
    request.abort();
    request = new AbortController();
    const { state } = view;
    const text = state.doc.toString();
    // An empty text is not an error.
    if (text.trim() === '') {
      onCheck(undefined);
      return [];
    }
    let result: CheckResult;
    try {
      result = await checkQuery(page, text, request.signal);
    } catch {
      return [];
    }
    if (!view.state.doc.eq(state.doc)) return [];
    onCheck(result.isValid ? undefined : result);
    return result.isValid ? [] : diagnosticsOf(state, result);
  };
}

function diagnosticsOf(
  { doc }: EditorState,
  { line = 1, column = 1, reason }: QueryError,
): Diagnostic[] {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  const start = Math.min(found.from + column - 1, found.to);
  const word = /^(?:[?$\w:@-]+|\S)/u.exec(found.text.slice(start - found.from))?.[0] ?? '';
  // At the end of a line the last character of the line is marked.
  const from = word === '' ? Math.max(found.from, start - 1) : start;
  const to = Math.min(doc.length, Math.max(start + word.length, from + 1));
  return [{ from: Math.min(from, to), to, severity: 'error', message: reason }];
}
