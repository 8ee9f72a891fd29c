/**
 * The words of a query. What is written without spaces is cut into words by the dictionaries of
 * the platform, and these into pairs that cover them: "职业教育" looks for 职业 and 教育, in whichever order.
 */
import { isOneCharacter, isSpaceless, wordsIn } from './words.ts';

export interface QueryWord {
  /** As it was typed. */
  readonly text: string;
  /** Terms of the index: all of them must be there. */
  readonly terms: readonly string[];
  /** "of", "the", "的": not looked for, unless nothing else was typed. */
  readonly isSmall: boolean;
}

export interface QueryWords {
  readonly words: readonly QueryWord[];
  /** Whether there were more words than are looked for. */
  readonly isCut: boolean;
}

/** A pasted sentence has as many; each costs a search. */
const MAX_WORDS = 32;

const SMALL: ReadonlySet<string> = new Set(
  `a an and are as at by for from how in is of on or that the to was were what when where which who why with
   的 了 和 与 及 在 是 有 谁 吗 什么 哪些 哪个 怎么 如何 为什么`.split(/\s+/),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function queryWordsOf(query: string): QueryWords {
  const typed = [...typedWords(query)];
  const words = typed.slice(0, MAX_WORDS);
  const isCut = typed.length > MAX_WORDS;
  // "The Who" is a name.
  if (words.every(({ isSmall }) => isSmall))
    return { words: words.map((word) => ({ ...word, isSmall: false })), isCut };
  return { words, isCut };
}

function* typedWords(query: string): Generator<QueryWord, void> {
  let run = '';
  let end = 0;
  for (const { term, start, end: own } of wordsIn(query)) {
    const isNext = run !== '' && isSpaceless(term) && start < end;
    if (!isNext && run !== '') {
      yield* segmentsOf(run);
      run = '';
    }
    if (!isSpaceless(term))
      yield { text: query.slice(start, own), terms: [term], isSmall: SMALL.has(term) };
    else run += query.slice(isNext ? end : start, own);
    end = own;
  }
  if (run !== '') yield* segmentsOf(run);
}

function* segmentsOf(run: string): Generator<QueryWord, void> {
  for (const text of joinedSingles(run))
    yield { text, terms: coverOf(text), isSmall: SMALL.has(text) };
}

/** Names of people are in no dictionary: their characters come out one by one, and belong together. */
function* joinedSingles(run: string): Generator<string, void> {
  let singles = '';
  for (const { segment } of segmenter.segment(run)) {
    const isPart = isOneCharacter(segment) && !SMALL.has(segment);
    if (isPart) {
      singles += segment;
      continue;
    }
    if (singles !== '') yield singles;
    singles = '';
    yield segment;
  }
  if (singles !== '') yield singles;
}

/** Pairs side by side; of three characters the last two overlap with the first. One alone begins a pair. */
function coverOf(segment: string): string[] {
  const pairs = Array.from(wordsIn(segment), ({ term }) => term);
  const last = pairs.length - 1;
  if (last <= 0) return pairs;
  return pairs.filter((_, place) => place === last - 1 || (place % 2 === 0 && place < last));
}
