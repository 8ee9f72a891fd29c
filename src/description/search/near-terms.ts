/** What a word that stands nowhere may have been meant to be: more mistakes are allowed the longer it is. */
import type MiniSearch from 'minisearch';
import type { SearchDocument } from './search-index.ts';
import { isSpaceless } from './words.ts';

/** Words that are looked at, results whose words count, words that are named. */
const MAX_WORDS = 4;
const LOOKED_AT = 50;
const MAX_NEAR = 4;

export function nearTerms(index: MiniSearch<SearchDocument>, terms: readonly string[]): string[] {
  const near = terms
    .filter((term) => !isSpaceless(term) && term.length > 2 && term.length <= 32)
    .slice(0, MAX_WORDS)
    .flatMap((term) => nearTo(index, term));
  return [...new Set(near)].slice(0, MAX_NEAR);
}

function nearTo(index: MiniSearch<SearchDocument>, term: string): string[] {
  for (let distance = 1; distance <= Math.min(3, Math.floor(term.length / 2)); distance += 1) {
    const results = index.search(term, {
      prefix: false,
      fuzzy: distance,
      fields: ['label', 'alternative'],
    });
    const found = new Set(results.slice(0, LOOKED_AT).flatMap((result) => result.terms));
    if (found.size > 0) return [...found].slice(0, 2);
  }
  return [];
}
