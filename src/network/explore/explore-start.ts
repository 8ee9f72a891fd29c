/**
 * Start nodes for exploring a graph: the example or root resources that the dataset declares,
 * else the labelled nodes with the most links. https://www.w3.org/TR/void/#example-resource
 */
import type { Memo } from '../../memo.ts';
import { terms, voidVocabulary } from '../../rdf/index.ts';
import { matchQuads, type Store, type TermId } from '../../store/index.ts';
import { chooseNodes } from '../choose-nodes.ts';
import { NodeLinks } from '../node-links.ts';
import { EventLoopYield } from '../../event-loop.ts';
import type { NodeSummary } from './explored.ts';
import { type ExploreContext, GraphNames } from './graph-names.ts';
import { nodeIn } from './node-id.ts';

const MAX_BEGINNINGS = 8;
/** Number of nodes with the most links that are searched for labels. */
const MAX_CANDIDATES = 500;

/** The best first; none for a dataset without links. */
export async function exploreStart(
  store: Store,
  context: ExploreContext,
  memo: Memo,
): Promise<NodeSummary[]> {
  const ids = memo.derive('explore-start', () => findBeginnings(store, context));
  const names = new GraphNames(store, context);
  return (await ids).map((id) => names.summaryOf(id));
}

async function findBeginnings(store: Store, context: ExploreContext): Promise<readonly TermId[]> {
  const links = new NodeLinks(store);
  const degree = (id: TermId) => links.degree(id) ?? 0;
  const declared = ['exampleResource', 'rootResource'].flatMap((name) =>
    objectsOf(store, name).toSorted((a, b) => degree(b) - degree(a)),
  );
  const { ids } = await chooseNodes(store, { kind: 'whole' }, MAX_CANDIDATES, new EventLoopYield());
  const names = new GraphNames(store, context);
  const isThing = (id: TermId) => {
    const { kind, label, iri } = names.summaryOf(id);
    return kind !== 'none' && kind !== 'concept' && !iri.startsWith('_:') && label !== iri;
  };
  const linked = [...ids.filter(isThing), ...ids];
  return [...new Set([...declared, ...linked])].slice(0, MAX_BEGINNINGS);
}

function objectsOf(store: Store, name: string): TermId[] {
  const found = matchQuads(store, {
    predicate: voidVocabulary(name),
    graph: terms.defaultGraph(),
  });
  return Iterator.from(found)
    .filter(({ object }) => object.termType === 'NamedNode')
    .map(({ object }) => nodeIn(store, object.value))
    .filter((id) => id !== undefined)
    .take(MAX_CANDIDATES)
    .toArray();
}
