/**
 * The words of a query. Text without spaces is segmented into words by the dictionary of the platform
 * (Intl.Segmenter), and each word into the bigrams that cover it: "职业教育" matches 职业 and 教育, in any order.
 */
import { isOneCharacter, isSpaceless, wordsIn } from './words.ts';

export interface QueryWord {
  /** As it was typed. */
  readonly text: string;
  /** Terms of the index, all of which must match. */
  readonly terms: readonly string[];
  /** Whether it is a stop word ("of", "the", "的"): ignored, unless the query has no other words. */
  readonly isStopWord: boolean;
}

export interface QueryWords {
  readonly words: readonly QueryWord[];
  /** Whether words beyond the limit were ignored. */
  readonly isCut: boolean;
}

/** Words of a query, about as many as a pasted sentence has; each costs a lookup. */
const MAX_WORDS = 32;

const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at by for from how in is of on or that the to was were what when where which who why with
   的 了 和 与 及 在 是 有 谁 吗 什么 哪些 哪个 怎么 如何 为什么`.split(/\s+/),
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function queryWordsOf(query: string): QueryWords {
  const typed = [...typedWords(query)];
  const words = typed.slice(0, MAX_WORDS);
  const isCut = typed.length > MAX_WORDS;
  // "The Who" is a name of stop words only.
  if (words.every(({ isStopWord }) => isStopWord))
    return { words: words.map((word) => ({ ...word, isStopWord: false })), isCut };
  return { words, isCut };
}

function* typedWords(query: string): Generator<QueryWord, void> {
  let run = '';
  let end = 0;
  for (const { term, start, end: own } of wordsIn(query)) {
    const isNext = run !== '' && isSpaceless(term) && start < end;
    if (!isNext && run !== '') {
      yield* spacelessWords(run);
      run = '';
    }
    if (!isSpaceless(term))
      yield { text: query.slice(start, own), terms: [term], isStopWord: STOP_WORDS.has(term) };
    else run += query.slice(isNext ? end : start, own);
    end = own;
  }
  if (run !== '') yield* spacelessWords(run);
}

function* spacelessWords(run: string): Generator<QueryWord, void> {
  for (const text of joinedSingles(run))
    yield { text, terms: coverOf(text), isStopWord: STOP_WORDS.has(text) };
}

/** Joins consecutive segments of one character: names of persons are split, as they are not in the dictionary. */
function* joinedSingles(run: string): Generator<string, void> {
  let singles = '';
  for (const { segment } of segmenter.segment(run)) {
    const isPart = isOneCharacter(segment) && !STOP_WORDS.has(segment);
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

/** The bigrams that cover a segment; of an odd number, the last two overlap. One character matches as a prefix. */
function coverOf(segment: string): string[] {
  const pairs = Array.from(wordsIn(segment), ({ term }) => term);
  const last = pairs.length - 1;
  if (last <= 0) return pairs;
  return pairs.filter((_, index) => index === last - 1 || (index % 2 === 0 && index < last));
}
