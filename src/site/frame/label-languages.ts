/** The languages of labels, with the number of labels in each. */
import { LABEL_PROPERTIES } from '../../description/index.ts';
import type { Publication } from '../../publication/index.ts';
import type { Store, TermId } from '../../store/index.ts';

export interface LanguageCount {
  /** Lower case; empty for names without a language. */
  readonly language: string;
  readonly count: number;
}

/** Sorted by count, largest first. */
export const labelLanguages = ({ dataset, memo }: Publication): readonly LanguageCount[] =>
  memo.derive('label-languages', () => count(dataset));

function count({ defaultIndex, dictionary }: Store): LanguageCount[] {
  const order = defaultIndex.order('pos');
  const [start, end] = [dictionary.ranges.blankNodes[1], dictionary.ranges.tripleTerms[0]];
  const counts = new Map<string, number>();
  for (const property of LABEL_PROPERTIES) {
    const id = dictionary.idOf(property);
    if (id === undefined) continue;
    for (let at = order.lower(id); at < order.upper(id); at += 1) {
      const object = order.second[at] as TermId;
      if (object < start || object >= end || isIri(dictionary.ranges.iris, object)) continue;
      const language = dictionary.literalTypes[dictionary.typeOf(object)]?.language ?? '';
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([language, total]) => ({ language, count: total })).toSorted(
    (a, b) => b.count - a.count || (a.language < b.language ? -1 : 1),
  );
}

const isIri = ([start, end]: readonly [number, number], id: number) => id >= start && id < end;
