/** Nodes and every link between them: of a chosen few, or of the best linked of the whole. */
import type { IdTriple, Store, TermId } from '../../store/index.ts';
import { chooseNodes } from '../choose-nodes.ts';
import { NodeLinks } from '../node-links.ts';
import { EventLoopYield } from '../../event-loop.ts';
import { EdgeViews } from './edge-views.ts';
import type { GraphPiece } from './explored.ts';
import { type ExploreContext, GraphNames } from './graph-names.ts';
import { nodeIn } from './node-id.ts';

/** As many as a browser draws. */
export const MAX_EXPLORED = 5000;
const MAX_EDGES = 20_000;
/** Triples looked at for one answer. */
const MAX_STEPS = 2_000_000;

/** The links between nodes; those that there are not are left out. rdf:type is no link here. */
export async function exploreLinks(
  store: Store,
  nodes: readonly string[],
  context: ExploreContext,
): Promise<GraphPiece> {
  const ids = nodes.slice(0, MAX_EXPLORED).map((node) => nodeIn(store, node));
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  return pieceOf(store, known, { context, total: known.length });
}

/** The whole, or the best linked nodes of it. */
export async function exploreWhole(
  store: Store,
  limit: number,
  context: ExploreContext,
): Promise<GraphPiece> {
  const pause = new EventLoopYield();
  const most = Math.min(limit, MAX_EXPLORED);
  const { ids, total } = await chooseNodes(store, { kind: 'whole' }, most, pause);
  return pieceOf(store, ids, { context, total: total ?? ids.length });
}

async function pieceOf(
  store: Store,
  ids: readonly TermId[],
  { context, total }: { readonly context: ExploreContext; readonly total: number },
): Promise<GraphPiece> {
  const pause = new EventLoopYield();
  const names = new GraphNames(store, context);
  const views = new EdgeViews(store, names);
  const { triples, isWhole } = await linksBetween(store, ids, pause);
  const nodes = [];
  for (const id of ids) {
    await pause.yieldIfDue();
    nodes.push(names.summaryOf(id));
  }
  const edges = [];
  for (const triple of triples) {
    await pause.yieldIfDue();
    edges.push(views.edgeOf(triple));
  }
  return { nodes, edges, graphs: views.named, total, isWhole };
}

async function linksBetween(
  store: Store,
  ids: readonly TermId[],
  pause: EventLoopYield,
): Promise<{ readonly triples: readonly IdTriple[]; readonly isWhole: boolean }> {
  const links = new NodeLinks(store);
  const chosen = new Set(ids);
  const order = store.defaultIndex.order('spo');
  const triples: IdTriple[] = [];
  let steps = 0;
  for (const subject of ids)
    for (let at = order.lower(subject); at < order.upper(subject); at += 1) {
      steps += 1;
      if (steps % 1000 === 0) await pause.yieldIfDue();
      const object = order.third[at] as TermId;
      const predicate = order.second[at] as TermId;
      if (!chosen.has(object) || links.isTyping(predicate, object)) continue;
      if (triples.length >= MAX_EDGES || steps > MAX_STEPS) return { triples, isWhole: false };
      triples.push({ subject, predicate, object });
    }
  return { triples, isWhole: true };
}
