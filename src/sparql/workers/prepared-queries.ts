/** Query text to plan, with what was learnt from queries before. */
import type { Store } from '../../store/index.ts';
import { prepareQuery, type PreparedQuery } from '../answer.ts';
import type { QueryRequest } from '../engine.ts';
import { LruMap } from '../../lru-map.ts';
import { startTranslating } from '../translate-text.ts';

/** Plans that are remembered, by the text of their query. */
const MAX_REMEMBERED = 4096;

export type Preparing = (
  text: string,
  given?: Pick<QueryRequest, 'bindings' | 'dataset'>,
) => PreparedQuery;

/** @returns a function that throws what parsing, translating and planning throw. */
export function startPreparing(store: Store, baseIri: string): Preparing {
  const translate = startTranslating(baseIri);
  const remembered = new LruMap<string, PreparedQuery>(MAX_REMEMBERED);
  return (text, { bindings, dataset } = {}) => {
    const isAlone =
      !bindings?.size && !dataset?.defaultGraphs.length && !dataset?.namedGraphs.length;
    const known = isAlone ? remembered.get(text) : undefined;
    if (known) return known;
    const prepared = prepareQuery(store, translate(text), {
      ...(bindings && { bindings }),
      ...(dataset && { dataset }),
    });
    // Graphs that a query chooses itself are merged into a view of their own, which is big.
    if (isAlone && !prepared.query.dataset) remembered.set(text, prepared);
    return prepared;
  };
}
