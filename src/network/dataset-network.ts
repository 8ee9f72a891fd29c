/** The network of a dataset, of a class or of a resource's neighbourhood, from the columns of its default graph. */
import { type Literal, splitIri } from '../rdf/index.ts';
import type { Store } from '../store/index.ts';
import { chooseNodes } from './choose-nodes.ts';
import { finishNetwork, type NetworkContext } from './finish-network.ts';
import type { Network } from './network.ts';
import { isNodeTerm, NetworkDraft, nodeIdOf } from './network-draft.ts';
import { NodeLinks } from './node-links.ts';
import type { Selection } from './selection.ts';
import { sizeLimits } from './size-limits.ts';
import { EventLoopYield } from '../event-loop.ts';

export interface DatasetNetworkOptions extends NetworkContext {
  readonly selection: Selection;
  /** Maximum number of nodes. */
  readonly limit: number;
  /** Title of the network of the entire dataset. */
  readonly title: string;
}

/**
 * Edges are all links between the nodes chosen; for a class, those at an instance.
 * @throws {GraphpressError} `unknown-selection`.
 */
export async function networkOfDataset(
  store: Store,
  { selection, limit, title, ...context }: DatasetNetworkOptions,
): Promise<Network> {
  const pause = new EventLoopYield();
  const { ids, core, limits } = await chooseNodes(store, selection, limit, pause);
  const chosen = new Set(ids);
  const draft = new NetworkDraft(sizeLimits(limit));
  const links = new NodeLinks(store);
  const { dictionary } = store;
  const triples = store.defaultIndex.order('spo');
  for (const id of ids) {
    await pause.yieldIfDue();
    const term = dictionary.termOf(id);
    const node = isNodeTerm(term) ? draft.admit(term) : undefined;
    if (!node) continue;
    for (let position = triples.lower(id); position < triples.upper(id); position += 1) {
      const predicate = triples.second[position] as typeof id;
      const object = triples.third[position] as typeof id;
      if (links.isTyping(predicate, object)) {
        node.types.add(dictionary.textOf(object));
        continue;
      }
      const isLink = object < links.endOfNodes;
      if (isLink && (!chosen.has(object) || (core && !core.has(id) && !core.has(object)))) continue;
      const value = dictionary.termOf(object);
      const property = dictionary.textOf(predicate);
      if (isNodeTerm(value))
        draft.addEdge({ source: node.id, target: nodeIdOf(value), predicate: property });
      else if (value.termType === 'Literal') draft.addValue(node, property, value as Literal);
      else draft.leaveOutTripleTerm();
    }
  }
  const network = await finishNetwork(draft, context, { title, limits });
  return { ...network, title: titleOf(network, selection) };
}

/** The title of a network of a part. */
function titleOf({ title, nodes }: Network, selection: Selection): string {
  switch (selection.kind) {
    case 'whole':
      return title;
    case 'class':
      return `${title}: ${splitIri(selection.iri).localName}`;
    case 'neighbourhood':
      return `${title}: ${nodes.find(({ id }) => id === selection.iri)?.label ?? selection.iri}`;
  }
}
