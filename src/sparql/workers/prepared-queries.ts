/** Query text to plan, with a cache of prepared queries. */
import type { Store } from '../../store/index.ts';
import { prepareQuery, type PreparedQuery } from '../answer.ts';
import type { QueryRequest } from '../engine.ts';
import { LruMap } from '../../lru-map.ts';
import { startTranslating } from '../translate-text.ts';

/** Number of cached plans, by the text of their query. */
const MAX_CACHED = 4096;

export type PrepareQuery = (
  text: string,
  given?: Pick<QueryRequest, 'bindings' | 'dataset'>,
) => PreparedQuery;

/** @returns a function that throws what parsing, translating and planning throw. */
export function createPreparedQueryCache(store: Store, baseIri: string): PrepareQuery {
  const translate = startTranslating(baseIri);
  const cache = new LruMap<string, PreparedQuery>(MAX_CACHED);
  return (text, { bindings, dataset } = {}) => {
    const isCacheable =
      !bindings?.size && !dataset?.defaultGraphs.length && !dataset?.namedGraphs.length;
    const cached = isCacheable ? cache.get(text) : undefined;
    if (cached) return cached;
    const prepared = prepareQuery(store, translate(text), {
      ...(bindings && { bindings }),
      ...(dataset && { dataset }),
    });
    // A query with FROM has a merged view of its own, which is too big to cache.
    if (isCacheable && !prepared.query.dataset) cache.set(text, prepared);
    return prepared;
  };
}
