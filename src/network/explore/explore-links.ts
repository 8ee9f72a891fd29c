/** Nodes and every link between them: of given nodes, or of the nodes with the most links. */
import type { IdTriple, Store, TermId } from '../../store/index.ts';
import { chooseNodes } from '../choose-nodes.ts';
import { NodeLinks } from '../node-links.ts';
import { EventLoopYield } from '../../event-loop.ts';
import { EdgeViews } from './edge-views.ts';
import type { GraphPart } from './explored.ts';
import { type ExploreContext, GraphNames } from './graph-names.ts';
import { nodeIn } from './node-id.ts';

/** The maximum number that a browser can draw. */
export const MAX_EXPLORED = 5000;
const MAX_EDGES = 20_000;
/** Triples read for one response. */
const MAX_STEPS = 2_000_000;

/** The links between nodes; unknown nodes are left out. rdf:type is not a link here. */
export async function exploreLinks(
  store: Store,
  nodes: readonly string[],
  context: ExploreContext,
): Promise<GraphPart> {
  const ids = nodes.slice(0, MAX_EXPLORED).map((node) => nodeIn(store, node));
  const existing = [...new Set(ids.filter((id) => id !== undefined))];
  return graphPartOf(store, existing, { context, total: existing.length });
}

/** All nodes of the dataset, or those with the most links. */
export async function exploreDataset(
  store: Store,
  limit: number,
  context: ExploreContext,
): Promise<GraphPart> {
  const pause = new EventLoopYield();
  const most = Math.min(limit, MAX_EXPLORED);
  const { ids, total } = await chooseNodes(store, { kind: 'whole' }, most, pause);
  return graphPartOf(store, ids, { context, total: total ?? ids.length });
}

async function graphPartOf(
  store: Store,
  ids: readonly TermId[],
  { context, total }: { readonly context: ExploreContext; readonly total: number },
): Promise<GraphPart> {
  const pause = new EventLoopYield();
  const names = new GraphNames(store, context);
  const views = new EdgeViews(store, names);
  const { triples, isComplete } = await linksBetween(store, ids, pause);
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
  return { nodes, edges, graphs: views.named, total, isWhole: isComplete };
}

async function linksBetween(
  store: Store,
  ids: readonly TermId[],
  pause: EventLoopYield,
): Promise<{ readonly triples: readonly IdTriple[]; readonly isComplete: boolean }> {
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
      if (triples.length >= MAX_EDGES || steps > MAX_STEPS) return { triples, isComplete: false };
      triples.push({ subject, predicate, object });
    }
  return { triples, isComplete: true };
}
