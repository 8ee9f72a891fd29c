/** The initial exploration of a resource: its node and a limited number of neighbours. */
import type { LinkCount, NodeDetails } from './graph-api.ts';
import { EMPTY_EXPLORATION, type ExplorationState, type Step } from './exploration-state.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Types and reification: most resources have these links, so they are not expanded initially. */
const UNINFORMATIVE_PREDICATES = new Set(
  ['type', 'subject', 'predicate', 'object'].map((name) => RDF + name),
);
/** A predicate with more links than this is not expanded initially. */
const MANY_LINKS = 12;
const MAX_NEIGHBOURS = 20;
const MAX_PREDICATES = 14;

export function initialState({ iri, predicates }: NodeDetails): ExplorationState {
  const links = predicates.filter((one) => !UNINFORMATIVE_PREDICATES.has(one.iri));
  // Predicates with few links first: many predicates describe a resource better than many values of one.
  const few = links
    .filter(({ count }) => count <= MANY_LINKS)
    .toSorted((a, b) => a.count - b.count);
  const chosen: LinkCount[] = [];
  let sum = 0;
  for (const link of few) {
    if (chosen.length >= MAX_PREDICATES || sum + link.count > MAX_NEIGHBOURS) continue;
    chosen.push(link);
    sum += link.count;
  }
  // For a hub the predicate with the fewest links; for a node that has only uninformative links, one of those.
  const [shortest] = (links.length > 0 ? links : predicates).toSorted((a, b) => a.count - b.count);
  if (chosen.length === 0 && shortest) chosen.push(shortest);
  const steps: Step[] = [
    { kind: 'add', node: iri },
    ...chosen.map(({ iri: predicate, direction }): Step => ({
      kind: 'expand',
      node: iri,
      predicate,
      direction,
      pages: 1,
    })),
    ...(chosen.length > 0 ? [{ kind: 'connect' } as const] : []),
  ];
  return { ...EMPTY_EXPLORATION, steps, selected: iri };
}
