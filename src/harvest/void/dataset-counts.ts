/** Exact counts of the default graph, by its indexes. https://www.w3.org/TR/void/#statistics */
import { rdf } from '../../rdf/index.ts';
import { firstTerms, type Store, type TermId } from '../../store/index.ts';
import type { HarvestSubject } from '../harvest-subject.ts';

export interface DatasetCounts {
  readonly triples: number;
  /** Distinct subjects that are IRIs below the base. */
  readonly entities: number;
  readonly distinctSubjects: number;
  readonly distinctObjects: number;
  /** In the order of the ids; counts of distinct instances. */
  readonly classes: readonly { readonly id: TermId; readonly entities: number }[];
  readonly properties: readonly {
    readonly id: TermId;
    readonly triples: number;
    readonly distinctSubjects: number;
    readonly distinctObjects: number;
  }[];
}

/** Counted once for each state of a publication. */
export const countDataset = ({ dataset, base, memo }: HarvestSubject): DatasetCounts =>
  memo.derive('dataset-counts', () => count(dataset, base));

function count(store: Store, base: string): DatasetCounts {
  const { defaultIndex: index, dictionary } = store;
  const { iris } = dictionary.ranges;
  // A base ends in a slash, so all IRIs that begin with it sort before those that begin with the next character.
  const own = [
    dictionary.lowerBoundText(iris, base),
    dictionary.lowerBoundText(iris, `${base.slice(0, -1)}0`),
  ] as const;
  let entities = 0;
  let distinctSubjects = 0;
  for (const id of firstTerms(index.order('spo'))) {
    distinctSubjects += 1;
    if (id >= own[0] && id < own[1]) entities += 1;
  }
  let distinctObjects = 0;
  for (const _ of firstTerms(index.order('osp'))) distinctObjects += 1;
  const properties = Array.from(firstTerms(index.order('pos')), (id) => {
    const { triples, subjects, objects } = index.predicateStatistics(id);
    return { id, triples, distinctSubjects: subjects, distinctObjects: objects };
  });
  return {
    triples: index.size,
    entities,
    distinctSubjects,
    distinctObjects,
    classes: countClasses(store),
    properties,
  };
}

function countClasses(store: Store): { id: TermId; entities: number }[] {
  const type = store.dictionary.idOf(rdf('type'));
  if (type === undefined) return [];
  const order = store.defaultIndex.order('pos');
  const classes: { id: TermId; entities: number }[] = [];
  for (let at = order.lower(type); at < order.upper(type); at += 1) {
    const id = order.second[at] as TermId;
    const last = classes.at(-1);
    if (last?.id === id) last.entities += 1;
    else classes.push({ id, entities: 1 });
  }
  return classes;
}
