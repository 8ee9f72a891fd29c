/** The index of a store: one document for each resource, built once, in slices between other requests. */
import MiniSearch from 'minisearch';
import type { Prefixes, TextInLanguage } from '../../rdf/index.ts';
import type { Store, TermId } from '../../store/index.ts';
import { EventLoopYield } from '../../event-loop.ts';
import { nameText } from './name-text.ts';
import { TextReader } from './resource-texts.ts';
import { wordsIn } from './words.ts';

/** Most resources of one index, which then takes a quarter of a gigabyte. */
export const MAX_RESOURCES = 100_000;

/** Most characters of all their texts together. */
const MAX_CHARACTERS = 25_000_000;

export const FIELDS = ['label', 'alternative', 'name', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** Text by field, under the id of its resource. */
export type SearchDocument = Readonly<Record<Field, string>> & { readonly id: TermId };

export interface SearchIndex {
  readonly words: MiniSearch<SearchDocument>;
  /** Resources that can be found. */
  readonly indexed: number;
  /** Resources that there are. */
  readonly resources: number;
}

export async function buildSearchIndex(
  store: Store,
  prefixes: Prefixes,
  maxResources: number = MAX_RESOURCES,
): Promise<SearchIndex> {
  const words = new MiniSearch<SearchDocument>({
    fields: [...FIELDS],
    tokenize: (text) => Array.from(wordsIn(text), ({ term }) => term),
    processTerm: (term) => term,
    autoVacuum: false,
  });
  const pause = new EventLoopYield();
  const reader = new TextReader(store);
  let indexed = 0;
  let left = MAX_CHARACTERS;
  const subjects = iriSubjects(store);
  // What has a name goes first: where there is no room for all, the nameless are left out.
  for (const isNamed of [true, false])
    for (const id of subjects as Iterable<number> as Iterable<TermId>) {
      await pause.yieldIfDue();
      if (reader.hasLabel(id) !== isNamed) continue;
      if (indexed === maxResources || left <= 0) break;
      const { labels, alternatives, texts } = reader.textsOf(id);
      const document = {
        id,
        label: joined(labels),
        alternative: joined(alternatives),
        name: nameText(store.dictionary.textOf(id), prefixes),
        text: joined(texts),
      };
      words.add(document);
      indexed += 1;
      for (const field of FIELDS) left -= document[field].length;
    }
  return { words, indexed, resources: subjects.length };
}

/** Texts do not run into each other. */
const joined = (texts: readonly TextInLanguage[]) => texts.map(({ text }) => text).join(' \n ');

/** IRIs that are the subject of something, in their order. */
function iriSubjects({ dictionary, defaultIndex }: Store): Uint32Array<ArrayBuffer> {
  const [start, end] = dictionary.ranges.iris;
  const order = defaultIndex.order('spo');
  const found = new Uint32Array(end - start);
  let count = 0;
  for (let id = start; id < end; id += 1) {
    if (order.lower(id) >= order.upper(id)) continue;
    found[count] = id;
    count += 1;
  }
  return found.subarray(0, count);
}
