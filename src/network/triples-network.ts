/** The network of a stream of triples: the result of a CONSTRUCT or DESCRIBE. */
import { type Literal, type Quad, rdf } from '../rdf/index.ts';
import { finishNetwork, type NetworkContext } from './finish-network.ts';
import type { Network } from './network.ts';
import { isNodeTerm, NetworkDraft } from './network-draft.ts';
import { inWords, moreIsPossible, sizeLimits } from './size-limits.ts';
import { EventLoopYield } from '../event-loop.ts';

export interface TriplesNetworkOptions extends NetworkContext {
  /** Maximum number of nodes. */
  readonly limit: number;
  readonly title: string;
}

const TYPE = rdf('type').value;

/**
 * Contains only the given triples; but a node without a label among them gets its label from the dataset. Above the
 * limit the first nodes are retained; the other triples are still read, since they may describe these nodes.
 */
export async function networkOfTriples(
  quads: AsyncIterable<Quad> | Iterable<Quad>,
  { limit, title, ...context }: TriplesNetworkOptions,
): Promise<Network> {
  const pause = new EventLoopYield();
  const draft = new NetworkDraft(sizeLimits(limit));
  const edges = new Set<string>();
  let homeless = 0;
  for await (const { subject, predicate, object } of quads) {
    await pause.yieldIfDue();
    if (!isNodeTerm(subject)) continue;
    const node = draft.admit(subject);
    if (!node) {
      homeless += 1;
      continue;
    }
    const property = predicate.value;
    if (property === TYPE && object.termType === 'NamedNode') node.types.add(object.value);
    else if (isNodeTerm(object)) {
      const target = draft.admit(object);
      const key = `${node.id} ${property} ${target?.id}`;
      if (!target) homeless += 1;
      else if (!edges.has(key)) {
        edges.add(key);
        draft.addEdge({ source: node.id, target: target.id, predicate: property });
      }
    } else if (object.termType === 'Literal') draft.addValue(node, property, object as Literal);
    else draft.leaveOutTripleTerm();
  }
  const limits =
    homeless === 0
      ? []
      : [
          `Only the first ${inWords(limit)} nodes of the answer are here; ${inWords(homeless)} triples that name others are left out.${moreIsPossible(limit)}`,
        ];
  return finishNetwork(draft, context, { title, limits });
}
