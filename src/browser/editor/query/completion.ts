/** Completion in the editor: words of the language, of the query, and of the dataset. */
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { fill, type PageData } from '../page-data.ts';
import { missingPrefix } from './prefix-line.ts';
import { placeOf, type QueryPlace } from './cursor-context.ts';
import { KEYWORDS } from '../sparql-words.ts';
import { type FunctionHelp, labelOf, type Vocabulary, type VocabularyTerm } from './vocabulary.ts';

const MAX_OFFERS = 60;

/** An offer, and how well it fits: less is better. */
interface Offer {
  readonly completion: Completion;
  readonly distance: number;
}

/** @param vocabulary resolves when it has come; until then the language alone is known. */
export function completionSource(
  page: PageData,
  vocabulary: Promise<Vocabulary>,
): (context: CompletionContext) => Promise<CompletionResult | null> {
  return async (context) => {
    const place = placeOf(context.state.sliceDoc(0, context.pos));
    if (place.kind === 'nothing') return null;
    if (place.word === '' && !context.explicit) return null;
    const text = context.state.doc.toString();
    const offers = offersAt(place, text, { page, vocabulary: await vocabulary, at: context.pos });
    if (context.aborted || offers.length === 0) return null;
    const options = offers
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, MAX_OFFERS)
      .map(({ completion }, index) => ({ ...completion, boost: -index }));
    return { from: context.pos - place.word.length, options, filter: false };
  };
}

interface Known {
  readonly page: PageData;
  readonly vocabulary: Vocabulary;
  readonly at: number;
}

function offersAt(place: QueryPlace, text: string, known: Known): Offer[] {
  const { page, vocabulary, at } = known;
  const { word, kind } = place;
  if (kind === 'variable') return variableOffers(text, word, known);
  if (kind === 'prefix')
    return Object.entries(vocabulary.prefixes).flatMap(([prefix, namespace]) =>
      offer(distance(word, [prefix]), {
        label: `${prefix}:`,
        detail: namespace,
        type: 'namespace',
        apply: `${prefix}: <${namespace}>`,
      }),
    );
  const terms = vocabulary.terms.flatMap((term) => termOffer(term, place, page, vocabulary));
  if (word.includes(':')) return terms;
  const { words } = page;
  const prefixes = Object.entries(vocabulary.prefixes).flatMap(([prefix, namespace]) =>
    word === ''
      ? []
      : offer(distance(word, [prefix]) + 3, {
          label: `${prefix}:`,
          detail: words.prefixWord,
          info: namespace,
          type: 'namespace',
        }),
  );
  const keywords = KEYWORDS.flatMap((keyword) =>
    offer(distance(word, [keyword]) + (word === '' ? 4 : 0.5), {
      label: keyword,
      detail: words.keywordWord,
      type: 'keyword',
    }),
  );
  const functions = vocabulary.functions.flatMap((help) => functionOffer(help, word, page));
  const variables = word === '' ? variableOffers(text.slice(0, at), '?', known) : [];
  return [...terms, ...variables, ...keywords, ...functions, ...prefixes];
}

function termOffer(
  term: VocabularyTerm,
  { word, kind }: QueryPlace,
  page: PageData,
  { prefixes }: Vocabulary,
): Offer[] {
  const { words, language } = page;
  const label = labelOf(term, language);
  const [prefix = '', local = ''] = term.written.split(':', 2);
  const isWanted = kind === 'anything' || kind === term.kind;
  const names = word.includes(':')
    ? [term.written]
    : [local, ...Object.values(term.labels), term.written];
  const count = term.count.toLocaleString(language);
  const type = term.kind === 'class' ? words.classWord : words.propertyWord;
  return offer(distance(word, names) + (isWanted ? 0 : 2), {
    label: term.written,
    detail: [label, `${count}×`].filter((part) => part !== undefined).join(' · '),
    type: term.kind,
    info: () => infoOf(term, `${type}, ${fill(words.used, { count })}`),
    apply: (view, completion, from, to) =>
      insert(view, { completion, from, to, prefix, namespace: prefixes[prefix] }),
  });
}

/** Its names in all languages, what it is, its IRI. */
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

function functionOffer(help: FunctionHelp, word: string, { words, language }: PageData): Offer[] {
  const { name, takes } = help;
  return offer(distance(word, [name]) + (word === '' ? 5 : 1), {
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

/** The variables of the query but the one that is being typed. */
function variableOffers(text: string, word: string, { page, at }: Known): Offer[] {
  const own = at - word.length;
  const names = Array.from(text.matchAll(/[?$][\p{L}\p{N}_]+/gu))
    .filter(({ index }) => index !== own)
    .map(([name]) => name);
  return [...new Set(names)].flatMap((name) =>
    offer(distance(word, [name]) + 0.2, {
      label: name,
      detail: page.words.variableWord,
      type: 'variable',
    }),
  );
}

const offer = (fit: number, completion: Completion): Offer[] =>
  Number.isFinite(fit) ? [{ completion, distance: fit }] : [];

/** 0 for a name that begins so, more for one that holds it; infinite for all others. */
function distance(word: string, names: readonly string[]): number {
  const wanted = word.toLowerCase();
  let best = Infinity;
  for (const name of names) {
    const at = name.toLowerCase().indexOf(wanted);
    if (at === 0) return 0;
    if (at > 0 && (wanted.length > 1 || /[^\p{L}\p{N}]/u.test(name[at - 1] ?? ''))) best = 1;
  }
  return best;
}

interface Pick {
  readonly completion: Completion;
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  readonly namespace: string | undefined;
}

/** The name, and the PREFIX line that it needs. */
function insert(view: EditorView, { completion, from, to, prefix, namespace }: Pick): void {
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
