/** The search of a store. The index is built at the first search and stored in the memo of the publication. */
import type { Memo } from '../../memo.ts';
import type { Prefixes } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { Search } from './search.ts';
import { buildSearchIndex } from './search-index.ts';

export const openSearch = (store: Store, prefixes: Prefixes, memo: Memo): Promise<Search> =>
  memo.derive('search-index', async () => {
    const index = await buildSearchIndex(store, prefixes);
    return new Search(store, prefixes, index);
  });

/** Whether a search starts without a long wait for the index. */
export const isSearchQuick = (store: Store, memo: Memo): boolean =>
  memo.has('search-index') || store.defaultIndex.size <= QUICK_TRIPLES;

/** Triples that are indexed in about one second. */
const QUICK_TRIPLES = 50_000;
