/** The search of a store, indexed at the first search and retained in the memo of its publication. */
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

/** Whether a search does not have to wait for a long indexing. */
export const isSearchQuick = (store: Store, memo: Memo): boolean =>
  memo.has('search-index') || store.defaultIndex.size <= QUICK_TRIPLES;

/** Indexed in about a second. */
const QUICK_TRIPLES = 50_000;
