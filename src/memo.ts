/**
 * What a publication retains beside its data: values derived from one state, each made at its first use. A memo belongs
 * to one state of one publication and ends with it, so that no value is ever out of date. This module lists all of them.
 */

/** By key: what is retained, and its bound. The module that derives a value is the only one to use its key. */
export const RETAINED = {
  'search-index':
    'words of all labels: about as large as the labels, for at most 100,000 resources',
  'dataset-counts': 'counts of the default graph: one entry for each class and property',
  'label-languages': 'number of labels by language',
  'page-paths': 'paths of all pages, for sitemaps: one for each subject below the base',
  'site-menu': 'entries of the menu',
  'harvest-subject': 'facts that all documents for harvesters share',
  dumps: 'dumps up to 16 MiB each, six at most; of larger ones size and checksum alone',
  'claim-sources': 'sources of 4,096 claims',
  ontology: 'classes, properties, shapes and their labels; 101 diagrams',
  'diagram-layouts': 'layouts of the diagrams that are retained',
  'written-names': '5,000 IRIs with their prefixed names',
  'explore-start': 'ids of the first nodes of the explorer, 8 at most',
  'page-replies': '512 pages as they were sent, of 128 KiB each at most',
  'sparql-requests': '4,096 parsed requests by URL and Accept',
} as const;

export type MemoKey = keyof typeof RETAINED;

export class Memo {
  readonly #values = new Map<MemoKey, unknown>();

  /** The value for a key; `make` is called once. A promise that rejects is forgotten: the next call tries again. */
  derive<Value>(key: MemoKey, make: () => Value): Value {
    if (this.#values.has(key)) return this.#values.get(key) as Value;
    const value = make();
    this.#values.set(key, value);
    if (value instanceof Promise) value.catch(() => this.#values.delete(key));
    return value;
  }

  /** Whether the value has been made, or is being made. */
  has(key: MemoKey): boolean {
    return this.#values.has(key);
  }
}
