/** The first picture of a thing: itself and, where they are few, the things around it. */
import type { LinkCount, NodeDetails } from './graph-api.ts';
import { EMPTY_PICTURE, type Picture, type Step } from './exploration-state.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** What a thing is, and which statements speak of it: true of everything, and of no interest at first. */
const UNINFORMATIVE_PREDICATES = new Set(
  ['type', 'subject', 'predicate', 'object'].map((name) => RDF + name),
);
/** A predicate with more links than this is left to the reader. */
const MANY = 12;
const MAX_NEIGHBOURS = 20;
const MAX_PREDICATES = 14;

export function initialState({ iri, predicates }: NodeDetails): Picture {
  const links = predicates.filter((one) => !UNINFORMATIVE_PREDICATES.has(one.iri));
  // Short lists first: many sides of a thing show more of it than many things on one side.
  const few = links.filter(({ count }) => count <= MANY).toSorted((a, b) => a.count - b.count);
  const chosen: LinkCount[] = [];
  let sum = 0;
  for (const link of few) {
    if (chosen.length >= MAX_PREDICATES || sum + link.count > MAX_NEIGHBOURS) continue;
    chosen.push(link);
    sum += link.count;
  }
  // Around a hub the shortest of its long lists; around what has a class alone, that.
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
  return { ...EMPTY_PICTURE, steps, selected: iri };
}
