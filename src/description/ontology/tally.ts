/** Counts by key, and the most frequent keys. */
import { type TermId, type GraphReader } from '../../store/index.ts';
import type { Usage } from './ontology.ts';

/** Entries of one list of uses that a page shows. */
const MAX_ITEMS = 10;

/** The id of a term, or the IRI of a datatype, which need not be in the dictionary. */
export type TallyKey = TermId | string;

export class Tally<Key extends TallyKey = TallyKey> {
  readonly #counts = new Map<Key, number>();

  add(key: Key): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  entries(): Iterable<readonly [Key, number]> {
    return this.#counts;
  }
}

export const NO_USAGE: Usage = { items: [], omitted: 0, sampleSize: undefined };

/** @param sampleSize the size of the sample; undefined if all were counted. */
export function usageOf<Key extends TallyKey>(
  tally: Tally<Key> | undefined,
  { store }: GraphReader,
  sampleSize: number | undefined,
): Usage {
  if (!tally) return { ...NO_USAGE, sampleSize };
  const all = Array.from(tally.entries(), ([key, count]) => ({
    iri: typeof key === 'string' ? key : store.dictionary.textOf(key),
    count,
  })).toSorted((a, b) => b.count - a.count || (a.iri < b.iri ? -1 : 1));
  return {
    items: all.slice(0, MAX_ITEMS),
    omitted: Math.max(0, all.length - MAX_ITEMS),
    sampleSize,
  };
}
