/** Corrections of words without a match. The maximal edit distance grows with the length of the word. */
import type MiniSearch from 'minisearch';
import type { SearchDocument } from './search-index.ts';
import { isSpaceless } from './words.ts';

/** Words of a query that are corrected. */
const MAX_WORDS = 4;
/** Results from which the corrections of a word are taken. */
const MAX_RESULTS = 50;
/** Corrections of a query. */
const MAX_CORRECTIONS = 4;

export function termCorrections(
  index: MiniSearch<SearchDocument>,
  terms: readonly string[],
): string[] {
  const corrections = terms
    .filter((term) => !isSpaceless(term) && term.length > 2 && term.length <= 32)
    .slice(0, MAX_WORDS)
    .flatMap((term) => correctionsOf(index, term));
  return [...new Set(corrections)].slice(0, MAX_CORRECTIONS);
}

function correctionsOf(index: MiniSearch<SearchDocument>, term: string): string[] {
  for (let distance = 1; distance <= Math.min(3, Math.floor(term.length / 2)); distance += 1) {
    const results = index.search(term, {
      prefix: false,
      fuzzy: distance,
      fields: ['label', 'alternative'],
    });
    const found = new Set(results.slice(0, MAX_RESULTS).flatMap((result) => result.terms));
    if (found.size > 0) return [...found].slice(0, 2);
  }
  return [];
}
