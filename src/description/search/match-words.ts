/**
 * Words against the index, the strictest reading first: all of them as they are or as the beginning of a word; then
 * those that stand nowhere with a letter or two mistaken; then whatever has some of them.
 */
import type MiniSearch from 'minisearch';
import type { Query, SearchOptions, SearchResult } from 'minisearch';
import type { QueryWord } from './query-words.ts';
import type { Field, SearchDocument } from './search-index.ts';
import { isOneCharacter, isSpaceless } from './words.ts';

export interface Matches {
  readonly results: readonly SearchResult[];
  /** Whether each has all words as they were typed, all words or ones like them, or only some. */
  readonly fit: 'all' | 'similar' | 'some';
  readonly readings: readonly Reading[];
}

/** A word that stands nowhere, and what was found in its place. */
export interface Reading {
  readonly typed: string;
  readonly read: readonly string[];
}

const MAX_READINGS = 3;

/** What a match is worth, by where it stands. */
const BOOST: Readonly<Record<Field, number>> = { label: 8, alternative: 5, name: 4, text: 1 };

/** Of a word that is one letter long everything would be a continuation. */
const hasPrefix = (term: string) => (isSpaceless(term) ? isOneCharacter(term) : term.length > 1);

/** Maximal edit distance by the length of a word; none for figures and for very long words. */
function mistakesIn(term: string): number {
  if (term.length < 4 || !mayBeMistaken(term)) return 0;
  return term.length < 8 ? 1 : 2;
}

/** The same for suggestions, with a larger distance. */
function guessesIn(term: string): number {
  if (term.length < 3 || !mayBeMistaken(term)) return 0;
  return term.length < 5 ? 1 : 2;
}

const mayBeMistaken = (term: string) =>
  term.length <= 32 && !isSpaceless(term) && !/^\p{N}+$/u.test(term);

export interface MatchOptions {
  readonly fields?: readonly Field[];
  /** What a resource is worth beside its words. */
  readonly worth: (id: number) => number;
  /** Whether more may be mistaken. */
  readonly isGuess?: boolean;
}

export function matchWords(
  index: MiniSearch<SearchDocument>,
  typed: readonly QueryWord[],
  { fields, worth, isGuess = false }: MatchOptions,
): Matches {
  const words = typed.filter(({ isSmall }) => !isSmall);
  const options: SearchOptions = {
    boost: { ...BOOST },
    boostDocument: worth,
    tokenize: (text) => [text],
    processTerm: (term) => term,
    prefix: hasPrefix,
    fuzzy: false,
    weights: { prefix: 0.7, fuzzy: 0.3 },
    ...(fields && { fields: [...fields] }),
  };
  const search = (queries: Query[], combineWith: 'AND' | 'OR') =>
    queries.length === 0 ? [] : index.search({ queries, combineWith }, options);
  const strict = search(words.map(asTyped), 'AND');
  if (strict.length > 0) return { results: strict, fit: 'all', readings: [] };
  const withMistakes = (word: QueryWord) => mistaken(word, isGuess ? guessesIn : mistakesIn);
  const isKnown = new Map(words.map((word) => [word, search([asTyped(word)], 'AND').length > 0]));
  const repaired = words.map((word) => (isKnown.get(word) ? asTyped(word) : withMistakes(word)));
  const readings = (results: readonly SearchResult[]) =>
    words
      .filter((word) => !isKnown.get(word))
      .map((word) => {
        const like = new Set(search([withMistakes(word)], 'AND').flatMap((result) => result.terms));
        const read = new Set(
          results.flatMap((result) => result.terms).filter((term) => like.has(term)),
        );
        return { typed: word.text, read: [...read].slice(0, MAX_READINGS) };
      })
      .filter(({ read }) => read.length > 0);
  for (const queries of [repaired, words.map(withMistakes)]) {
    const results = search(queries, 'AND');
    if (results.length > 0) return { results, fit: 'similar', readings: readings(results) };
  }
  const some = mostFirst(search(repaired, 'OR'));
  return { results: some, fit: 'some', readings: readings(some) };
}

const asTyped = ({ terms }: QueryWord): Query => ({ combineWith: 'AND', queries: [...terms] });

const mistaken = ({ terms }: QueryWord, mistakes: (term: string) => number): Query => ({
  combineWith: 'AND',
  queries: terms.map((term) => ({
    combineWith: 'OR',
    queries: [
      { queries: [term], fuzzy: mistakes },
      { queries: swaps(term), prefix: false, boostTerm: () => 0.5 },
    ],
  })),
});

/** Two neighbours in the wrong order are one mistake for people, and two for a computer. */
function swaps(term: string): string[] {
  if (mistakesIn(term) !== 1) return [];
  return Array.from(
    { length: term.length - 1 },
    (_, at) => term.slice(0, at) + term[at + 1] + term[at] + term.slice(at + 2),
  );
}

/** What has more of the words is before what has one of them often. */
const mostFirst = (results: readonly SearchResult[]) =>
  results.toSorted((a, b) => b.queryTerms.length - a.queryTerms.length || b.score - a.score);
