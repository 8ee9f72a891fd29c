/** The search of a store, made when somebody first searches and kept as long as the store is. */
import type { Prefixes } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { Search } from './search.ts';
import { buildSearchIndex } from './search-index.ts';

const opened = new WeakMap<Store, Promise<Search>>();

export function openSearch(store: Store, prefixes: Prefixes): Promise<Search> {
  const known = opened.get(store);
  if (known) return known;
  const made = buildSearchIndex(store, prefixes).then(
    (index) => new Search(store, prefixes, index),
  );
  opened.set(store, made);
  // A failure is not for ever: the next search tries again.
  made.catch(() => opened.delete(store));
  return made;
}

/** Whether a search would have to wait for nothing long. */
export const isSearchQuick = (store: Store): boolean =>
  opened.has(store) || store.defaultIndex.size <= QUICK_TRIPLES;

/** Indexed in about a second. */
const QUICK_TRIPLES = 50_000;
