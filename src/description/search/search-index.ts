/** The inverted index of a store: one document per resource. Indexing yields to other requests. */
import MiniSearch from 'minisearch';
import type { Prefixes, TextInLanguage } from '../../rdf/index.ts';
import type { Store, TermId } from '../../store/index.ts';
import { EventLoopYield } from '../../event-loop.ts';
import { nameText } from './name-text.ts';
import { TextReader } from './resource-texts.ts';
import { wordsIn } from './words.ts';

/** Resources of one index, which then needs about 250 MB. */
export const MAX_RESOURCES = 100_000;

/** Characters of all texts of one index together. */
const MAX_CHARACTERS = 25_000_000;

export const FIELDS = ['label', 'alternative', 'name', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** The text of a resource by field, with the id of the resource. */
export type SearchDocument = Readonly<Record<Field, string>> & { readonly id: TermId };

export interface SearchIndex {
  readonly words: MiniSearch<SearchDocument>;
  /** Number of resources in the index. */
  readonly indexed: number;
  /** Number of resources in the store. */
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
  let remaining = MAX_CHARACTERS;
  const subjects = iriSubjects(store);
  // Resources with a label first: if a limit is reached, those without a label are omitted.
  for (const isLabelled of [true, false])
    for (const id of subjects as Iterable<number> as Iterable<TermId>) {
      await pause.yieldIfDue();
      if (reader.hasLabel(id) !== isLabelled) continue;
      if (indexed === maxResources || remaining <= 0) break;
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
      for (const field of FIELDS) remaining -= document[field].length;
    }
  return { words, indexed, resources: subjects.length };
}

/** Joins texts with a separator, so that no word spans two texts. */
const joined = (texts: readonly TextInLanguage[]) => texts.map(({ text }) => text).join(' \n ');

/** IRIs that are a subject, sorted. */
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
