/** Query text to algebra, with what was learnt from queries of the same shape. */
import type { TranslatedQuery } from './algebra/algebra.ts';
import { refuse } from './embedded-engine.ts';
import { parseQuery } from './syntax/parse.ts';
import { algebraOf } from './syntax/query-algebra.ts';
import { fillShape, shapeOf } from './syntax/query-template.ts';
import { LruMap } from '../lru-map.ts';

/** Queries whose algebra is remembered. */
const MAX_REMEMBERED = 1000;

/** @returns a function that throws what parsing and translating throw. */
export function startTranslating(baseIri: string): (text: string) => TranslatedQuery {
  const remembered = new LruMap<string, TranslatedQuery>(MAX_REMEMBERED);
  const translate = (text: string): TranslatedQuery => {
    const query = parseQuery(text);
    refuse(query);
    return algebraOf(query, baseIri);
  };
  const recall = (text: string): TranslatedQuery => {
    let translated = remembered.get(text);
    if (!translated) {
      translated = translate(text);
      remembered.set(text, translated);
    }
    return translated;
  };
  return (text) => {
    // The pattern of SERVICE goes to others as the parser has it.
    const shape = /\bSERVICE\b/i.test(text) ? undefined : shapeOf(text);
    if (!shape) return recall(text);
    try {
      return fillShape(recall(shape.text), shape.constants);
    } catch {
      // Its own text says best what is wrong with it.
      return translate(text);
    }
  };
}
