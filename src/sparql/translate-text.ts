/** Query text to algebra, with the cached algebra of queries of the same template. */
import type { TranslatedQuery } from './algebra/algebra.ts';
import { refuse } from './embedded-engine.ts';
import { parseQuery } from './syntax/parse.ts';
import { algebraOf } from './syntax/query-algebra.ts';
import { bindPlaceholders, templateOf } from './syntax/query-template.ts';
import { LruMap } from '../lru-map.ts';

/** Queries whose algebra is cached. */
const MAX_CACHED = 1000;

/** @returns a function that throws what parsing and translating throw. */
export function startTranslating(baseIri: string): (text: string) => TranslatedQuery {
  const cached = new LruMap<string, TranslatedQuery>(MAX_CACHED);
  const translate = (text: string): TranslatedQuery => {
    const query = parseQuery(text);
    refuse(query);
    return algebraOf(query, baseIri);
  };
  const translateCached = (text: string): TranslatedQuery => {
    let translated = cached.get(text);
    if (!translated) {
      translated = translate(text);
      cached.set(text, translated);
    }
    return translated;
  };
  return (text) => {
    // The pattern of SERVICE is sent to other endpoints as the parser returns it.
    const template = /\bSERVICE\b/i.test(text) ? undefined : templateOf(text);
    if (!template) return translateCached(text);
    try {
      return bindPlaceholders(translateCached(template.text), template.constants);
    } catch {
      // Errors refer to the text of the query, not of the template.
      return translate(text);
    }
  };
}
