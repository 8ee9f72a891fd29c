/** Completion in the editor: SPARQL keywords and functions, variables of the query, terms of the dataset. */
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { fill, type PageData } from '../page-data.ts';
import { missingPrefix } from './prefix-line.ts';
import { cursorContext, type CursorContext } from './cursor-context.ts';
import { KEYWORDS } from '../sparql-words.ts';
import { type FunctionHelp, labelOf, type Vocabulary, type VocabularyTerm } from './vocabulary.ts';

const MAX_CANDIDATES = 60;

/** A completion with its distance from the typed text. A smaller distance ranks higher. */
interface Candidate {
  readonly completion: Completion;
  readonly distance: number;
}

/** @param vocabulary resolves when it is loaded. Completion waits for it. */
export function completionSource(
  page: PageData,
  vocabulary: Promise<Vocabulary>,
): (context: CompletionContext) => Promise<CompletionResult | null> {
  return async (context) => {
    const cursor = cursorContext(context.state.sliceDoc(0, context.pos));
    if (cursor.kind === 'nothing') return null;
    if (cursor.word === '' && !context.explicit) return null;
    const text = context.state.doc.toString();
    const candidates = candidatesAt(cursor, text, {
      page,
      vocabulary: await vocabulary,
      at: context.pos,
    });
    if (context.aborted || candidates.length === 0) return null;
    const options = candidates
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, MAX_CANDIDATES)
      .map(({ completion }, index) => ({ ...completion, boost: -index }));
    return { from: context.pos - cursor.word.length, options, filter: false };
  };
}

interface CompletionInput {
  readonly page: PageData;
  readonly vocabulary: Vocabulary;
  readonly at: number;
}

function candidatesAt(cursor: CursorContext, text: string, input: CompletionInput): Candidate[] {
  const { page, vocabulary, at } = input;
  const { word, kind } = cursor;
  if (kind === 'variable') return variableCandidates(text, word, input);
  if (kind === 'prefix')
    return Object.entries(vocabulary.prefixes).flatMap(([prefix, namespace]) =>
      candidate(distance(word, [prefix]), {
        label: `${prefix}:`,
        detail: namespace,
        type: 'namespace',
        apply: `${prefix}: <${namespace}>`,
      }),
    );
  const terms = vocabulary.terms.flatMap((term) => termCandidates(term, cursor, page, vocabulary));
  if (word.includes(':')) return terms;
  const { words } = page;
  const prefixes = Object.entries(vocabulary.prefixes).flatMap(([prefix, namespace]) =>
    word === ''
      ? []
      : candidate(distance(word, [prefix]) + 3, {
          label: `${prefix}:`,
          detail: words.prefixWord,
          info: namespace,
          type: 'namespace',
        }),
  );
  const keywords = KEYWORDS.flatMap((keyword) =>
    candidate(distance(word, [keyword]) + (word === '' ? 4 : 0.5), {
      label: keyword,
      detail: words.keywordWord,
      type: 'keyword',
    }),
  );
  const functions = vocabulary.functions.flatMap((help) => functionCandidates(help, word, page));
  const variables = word === '' ? variableCandidates(text.slice(0, at), '?', input) : [];
  return [...terms, ...variables, ...keywords, ...functions, ...prefixes];
}

function termCandidates(
  term: VocabularyTerm,
  { word, kind }: CursorContext,
  page: PageData,
  { prefixes }: Vocabulary,
): Candidate[] {
  const { words, language } = page;
  const label = labelOf(term, language);
  const [prefix = '', local = ''] = term.written.split(':', 2);
  const isExpected = kind === 'anything' || kind === term.kind;
  const names = word.includes(':')
    ? [term.written]
    : [local, ...Object.values(term.labels), term.written];
  const count = term.count.toLocaleString(language);
  const type = term.kind === 'class' ? words.classWord : words.propertyWord;
  return candidate(distance(word, names) + (isExpected ? 0 : 2), {
    label: term.written,
    detail: [label, `${count}×`].filter((part) => part !== undefined).join(' · '),
    type: term.kind,
    info: () => infoOf(term, `${type}, ${fill(words.used, { count })}`),
    apply: (view, completion, from, to) =>
      insert(view, { completion, from, to, prefix, namespace: prefixes[prefix] }),
  });
}

/** Details of a term: its labels in all languages, its kind and count, its IRI. */
function infoOf(term: VocabularyTerm, what: string): Node {
  const dom = document.createElement('div');
  for (const [language, label] of Object.entries(term.labels).slice(0, 6)) {
    const line = document.createElement('b');
    line.lang = language;
    line.textContent = label;
    dom.append(line, document.createElement('br'));
  }
  dom.append(what, document.createElement('br'), term.iri);
  return dom;
}

function functionCandidates(
  help: FunctionHelp,
  word: string,
  { words, language }: PageData,
): Candidate[] {
  const { name, takes } = help;
  return candidate(distance(word, [name]) + (word === '' ? 5 : 1), {
    label: name,
    displayLabel: `${name}(${takes.replaceAll(/[,;]/g, '$& ')})`,
    detail: words.functionWord,
    info: language.startsWith('zh') ? help.zh : help.en,
    type: 'function',
    apply: (view, completion, from, to) =>
      view.dispatch({
        changes: { from, to, insert: `${name}()` },
        selection: { anchor: from + name.length + (takes === '' ? 2 : 1) },
        annotations: pickedCompletion.of(completion),
        userEvent: 'input.complete',
      }),
  });
}

/** The variables of the query except the one at the cursor. */
function variableCandidates(
  text: string,
  word: string,
  { page, at }: CompletionInput,
): Candidate[] {
  const own = at - word.length;
  const names = Array.from(text.matchAll(/[?$][\p{L}\p{N}_]+/gu))
    .filter(({ index }) => index !== own)
    .map(([name]) => name);
  return [...new Set(names)].flatMap((name) =>
    candidate(distance(word, [name]) + 0.2, {
      label: name,
      detail: page.words.variableWord,
      type: 'variable',
    }),
  );
}

const candidate = (fit: number, completion: Completion): Candidate[] =>
  Number.isFinite(fit) ? [{ completion, distance: fit }] : [];

/** 0 if a name starts with the word, 1 if a name contains it, else infinite. */
function distance(word: string, names: readonly string[]): number {
  const lowerCaseWord = word.toLowerCase();
  let best = Infinity;
  for (const name of names) {
    const at = name.toLowerCase().indexOf(lowerCaseWord);
    if (at === 0) return 0;
    if (at > 0 && (lowerCaseWord.length > 1 || /[^\p{L}\p{N}]/u.test(name[at - 1] ?? ''))) best = 1;
  }
  return best;
}

interface InsertOptions {
  readonly completion: Completion;
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  readonly namespace: string | undefined;
}

/** Inserts the name, and the PREFIX line if it is missing. */
function insert(
  view: EditorView,
  { completion, from, to, prefix, namespace }: InsertOptions,
): void {
  const text = view.state.doc.toString();
  const line = missingPrefix(text, prefix, namespace);
  const shift = line && line.from <= from ? line.insert.length : 0;
  view.dispatch({
    changes: [...(line ? [line] : []), { from, to, insert: completion.label }],
    selection: { anchor: from + shift + completion.label.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
}
