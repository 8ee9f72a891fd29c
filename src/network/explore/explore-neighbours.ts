/** The neighbours of a node by one predicate, a page at a time. */
import { terms } from '../../rdf/index.ts';
import {
  type IdTriple,
  lowerBound,
  patternRange,
  type Store,
  triplesIn,
} from '../../store/index.ts';
import { EdgeViews } from './edge-views.ts';
import type { Direction, GraphPart } from './explored.ts';
import { type ExploreContext, GraphNames } from './graph-names.ts';
import { nodeIn } from './node-id.ts';

/** Neighbours in one response. */
export const MAX_PAGE = 500;

export interface NeighbourPage {
  readonly node: string;
  /** IRI of a predicate. */
  readonly predicate: string;
  readonly direction: Direction;
  readonly offset: number;
  readonly limit: number;
}

/** Undefined for an unknown node; empty for one that has no such links. */
export function exploreNeighbours(
  store: Store,
  { node, predicate: predicateIri, direction, offset, limit }: NeighbourPage,
  context: ExploreContext,
): GraphPart | undefined {
  const id = nodeIn(store, node);
  if (id === undefined) return undefined;
  const predicate = store.dictionary.idOf(terms.namedNode(predicateIri));
  const names = new GraphNames(store, context);
  const edges = new EdgeViews(store, names);
  const run =
    predicate === undefined
      ? undefined
      : direction === 'out'
        ? nodesOnly(store, patternRange(store.defaultIndex, { subject: id, predicate }))
        : patternRange(store.defaultIndex, { predicate, object: id });
  const triples: IdTriple[] = run ? triplesIn(run, offset, Math.min(limit, MAX_PAGE)) : [];
  const others = triples.map(({ subject, object }) => (direction === 'out' ? object : subject));
  return {
    nodes: others.map((other) => names.summaryOf(other)),
    edges: triples.map((triple) => edges.edgeOf(triple)),
    graphs: edges.named,
    total: run ? run.end - run.start : 0,
    isWhole: true,
  };
}

/** In the order of terms, literals are after nodes. */
function nodesOnly(
  store: Store,
  run: ReturnType<typeof patternRange>,
): ReturnType<typeof patternRange> {
  const [, endOfNodes] = store.dictionary.ranges.iris;
  return { ...run, end: lowerBound(run.order.third, endOfNodes, run.start, run.end) };
}
