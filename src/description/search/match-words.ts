/**
 * Matches the words of a query against the index, in stages from strict to tolerant: all words, exactly or as a
 * prefix; then all words, those without a match within an edit distance; then some of the words.
 */
import type MiniSearch from 'minisearch';
import type { Query, SearchOptions, SearchResult } from 'minisearch';
import type { QueryWord } from './query-words.ts';
import type { Field, SearchDocument } from './search-index.ts';
import { isOneCharacter, isSpaceless } from './words.ts';

export interface Matches {
  readonly results: readonly SearchResult[];
  /** Whether each result has all words as typed, all words or similar ones, or only some. */
  readonly fit: 'all' | 'similar' | 'some';
  readonly substitutions: readonly Substitution[];
}

/** A word without a match, and the terms of the index that were matched instead. */
export interface Substitution {
  readonly typed: string;
  readonly matched: readonly string[];
}

const MAX_SUBSTITUTES = 3;

/** Boost of a match, by field. */
const BOOST: Readonly<Record<Field, number>> = { label: 8, alternative: 5, name: 4, text: 1 };

/** Whether a term matches as a prefix. A prefix of one letter would match too many terms. */
const hasPrefix = (term: string) => (isSpaceless(term) ? isOneCharacter(term) : term.length > 1);

/** Maximal edit distance by the length of a word; 0 for numbers and for very long words. */
function maxEdits(term: string): number {
  if (term.length < 4 || !allowsEdits(term)) return 0;
  return term.length < 8 ? 1 : 2;
}

/** The same for suggestions, with a larger distance. */
function maxSuggestionEdits(term: string): number {
  if (term.length < 3 || !allowsEdits(term)) return 0;
  return term.length < 5 ? 1 : 2;
}

const allowsEdits = (term: string) =>
  term.length <= 32 && !isSpaceless(term) && !/^\p{N}+$/u.test(term);

export interface MatchOptions {
  readonly fields?: readonly Field[];
  /** Boost of a resource, independent of the query. */
  readonly boost: (id: number) => number;
  /** Whether the larger edit distance of suggestions applies. */
  readonly isSuggestion?: boolean;
}

export function matchWords(
  index: MiniSearch<SearchDocument>,
  typed: readonly QueryWord[],
  { fields, boost, isSuggestion = false }: MatchOptions,
): Matches {
  const words = typed.filter(({ isStopWord }) => !isStopWord);
  const options: SearchOptions = {
    boost: { ...BOOST },
    boostDocument: boost,
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
  if (strict.length > 0) return { results: strict, fit: 'all', substitutions: [] };
  const withEdits = (word: QueryWord) =>
    fuzzyQuery(word, isSuggestion ? maxSuggestionEdits : maxEdits);
  const isIndexed = new Map(words.map((word) => [word, search([asTyped(word)], 'AND').length > 0]));
  const corrected = words.map((word) => (isIndexed.get(word) ? asTyped(word) : withEdits(word)));
  const substitutions = (results: readonly SearchResult[]) =>
    words
      .filter((word) => !isIndexed.get(word))
      .map((word) => {
        const similar = new Set(search([withEdits(word)], 'AND').flatMap((result) => result.terms));
        const matched = new Set(
          results.flatMap((result) => result.terms).filter((term) => similar.has(term)),
        );
        return { typed: word.text, matched: [...matched].slice(0, MAX_SUBSTITUTES) };
      })
      .filter(({ matched }) => matched.length > 0);
  for (const queries of [corrected, words.map(withEdits)]) {
    const results = search(queries, 'AND');
    if (results.length > 0)
      return { results, fit: 'similar', substitutions: substitutions(results) };
  }
  const some = byMatchedWords(search(corrected, 'OR'));
  return { results: some, fit: 'some', substitutions: substitutions(some) };
}

const asTyped = ({ terms }: QueryWord): Query => ({ combineWith: 'AND', queries: [...terms] });

const fuzzyQuery = ({ terms }: QueryWord, edits: (term: string) => number): Query => ({
  combineWith: 'AND',
  queries: terms.map((term) => ({
    combineWith: 'OR',
    queries: [
      { queries: [term], fuzzy: edits },
      { queries: transpositions(term), prefix: false, boostTerm: () => 0.5 },
    ],
  })),
});

/** Terms with two adjacent letters transposed: one typing error, but an edit distance of two. */
function transpositions(term: string): string[] {
  if (maxEdits(term) !== 1) return [];
  return Array.from(
    { length: term.length - 1 },
    (_, at) => term.slice(0, at) + term[at + 1] + term[at] + term.slice(at + 2),
  );
}

/** By number of matched words, then by score. */
const byMatchedWords = (results: readonly SearchResult[]) =>
  results.toSorted((a, b) => b.queryTerms.length - a.queryTerms.length || b.score - a.score);
