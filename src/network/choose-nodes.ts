/** Which nodes of a dataset a network has. */
import { GraphpressError } from '../errors.ts';
import { rdf, terms } from '../rdf/index.ts';
import { lowerBound, type Store, type TermId } from '../store/index.ts';
import { NodeLinks } from './node-links.ts';
import type { Selection } from './selection.ts';
import { inWords, moreIsPossible } from './size-limits.ts';
import type { EventLoopYield } from '../event-loop.ts';

export interface ChosenNodes {
  readonly ids: readonly TermId[];
  /** If present, only edges at one of these nodes belong to the network. */
  readonly core?: ReadonlySet<TermId>;
  /** What was left out, as sentences. */
  readonly limits: readonly string[];
  /** For the entire dataset: the number of nodes. */
  readonly total?: number;
}

/** In a count: any term. */
const ANY = 0 as TermId;

/** @throws {GraphpressError} `unknown-selection` for a resource or a class without statements. */
export async function chooseNodes(
  store: Store,
  selection: Selection,
  limit: number,
  pause: EventLoopYield,
): Promise<ChosenNodes> {
  switch (selection.kind) {
    case 'whole':
      return best(store, limit, pause);
    case 'class':
      return instances(store, selection.iri, limit, pause);
    case 'neighbourhood':
      return neighbourhood(store, selection, limit, pause);
  }
}

/** Degrees above this are ranked as equal, so that the sort keys below are exact. */
const MAX_DEGREE = 2 ** 20;

/** All nodes in descending order of degree: if they exceed the limit, those with the most links are selected. */
async function best(store: Store, limit: number, pause: EventLoopYield): Promise<ChosenNodes> {
  const links = new NodeLinks(store);
  // Descending degree in the high digits, ascending id in the low ones: typed arrays sort numbers fast.
  const keys = new Float64Array(links.endOfNodes);
  let total = 0;
  for (let id = 1; id < links.endOfNodes; id += 1) {
    if (id % 1000 === 0) await pause.yieldIfDue();
    const degree = links.degree(id as TermId);
    if (degree === undefined) continue;
    keys[total] = (MAX_DEGREE - Math.min(degree, MAX_DEGREE)) * 2 ** 32 + id;
    total += 1;
  }
  const sorted = keys.subarray(0, total).sort().subarray(0, limit);
  return {
    ids: Array.from(sorted, (key) => (key % 2 ** 32) as TermId),
    total,
    limits:
      total <= limit
        ? []
        : [
            `Only ${inWords(limit)} of ${inWords(total)} nodes are here, those with the most links, and the edges between them.${moreIsPossible(limit)}`,
          ],
  };
}

/** The instances of a class in the order of their ids, then their neighbours. */
async function instances(
  store: Store,
  iri: string,
  limit: number,
  pause: EventLoopYield,
): Promise<ChosenNodes> {
  const { dictionary, defaultIndex } = store;
  const type = dictionary.idOf(rdf('type'));
  const id = dictionary.idOf(terms.namedNode(iri));
  const total = type === undefined || id === undefined ? 0 : defaultIndex.count(ANY, type, id);
  if (total === 0 || type === undefined || id === undefined)
    throw new GraphpressError(
      'unknown-selection',
      `class: nothing in the data is a ${shortened(iri)}: take the IRI of a class that has instances`,
    );
  const byType = defaultIndex.order('pos');
  const from = lowerBound(byType.second, id, byType.lower(type), byType.upper(type));
  const ids = Array.from(
    byType.third.subarray(from, from + Math.min(total, limit)),
    (subject) => subject as TermId,
  );
  const core = new Set(ids);
  const limits: string[] = [];
  if (total > limit)
    limits.push(
      `Only ${inWords(limit)} of ${inWords(total)} instances of ${iri} are here, the first in the order of their IRIs, and none of their neighbours.${moreIsPossible(limit)}`,
    );
  const { isComplete, chosen } = await withNeighbours(store, ids, { depth: 1, limit }, pause);
  if (total <= limit && !isComplete)
    limits.push(
      `All ${inWords(total)} instances of ${iri} are here, but not all of their neighbours.${moreIsPossible(limit)}`,
    );
  return { ids: chosen, core, limits };
}

async function neighbourhood(
  store: Store,
  { iri, depth }: Selection & { kind: 'neighbourhood' },
  limit: number,
  pause: EventLoopYield,
): Promise<ChosenNodes> {
  const id = store.dictionary.idOf(terms.namedNode(iri));
  const { defaultIndex } = store;
  const isThere = (node: TermId) =>
    defaultIndex.count(node, ANY, ANY) > 0 || defaultIndex.count(ANY, ANY, node) > 0;
  if (id === undefined || !isThere(id))
    throw new GraphpressError(
      'unknown-selection',
      `resource: the data says nothing of ${shortened(iri)}: take an IRI that stands in it`,
    );
  const { isComplete, chosen } = await withNeighbours(store, [id], { depth, limit }, pause);
  return {
    ids: chosen,
    limits: isComplete
      ? []
      : [
          `More than ${inWords(limit)} nodes are at most ${depth} ${depth === 1 ? 'step' : 'steps'} away from ${iri}: only the first ${inWords(limit)} are here, the nearest first, and the edges between them.${moreIsPossible(limit)}`,
        ],
  };
}

/** Breadth first, in both directions. */
async function withNeighbours(
  store: Store,
  start: readonly TermId[],
  { depth, limit }: { readonly depth: number; readonly limit: number },
  pause: EventLoopYield,
): Promise<{ readonly chosen: readonly TermId[]; readonly isComplete: boolean }> {
  const links = new NodeLinks(store);
  const chosen = new Set(start);
  let ring: readonly TermId[] = start;
  for (let step = 0; step < depth; step += 1) {
    const next: TermId[] = [];
    for (const node of ring) {
      await pause.yieldIfDue();
      for (const neighbour of links.neighbours(node)) {
        if (chosen.has(neighbour)) continue;
        if (chosen.size >= limit) return { chosen: [...chosen], isComplete: false };
        chosen.add(neighbour);
        next.push(neighbour);
      }
    }
    ring = next;
  }
  return { chosen: [...chosen], isComplete: true };
}

const shortened = (iri: string) => (iri.length > 200 ? `${iri.slice(0, 200)}…` : iri);
