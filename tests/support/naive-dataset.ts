/** The dataset one would write first: an array, searched from end to end. The oracle of the real ones. */
import { type Quad, type Term, termKey, terms } from '../../src/rdf/index.ts';
import type { TermPattern } from '../../src/store/index.ts';

const PLACES = ['subject', 'predicate', 'object', 'graph'] as const;

/** The quads that match, each once; in the default graph, the triples of the graphs that `isInDefaultGraph`. */
export function filterQuads(
  quads: readonly Quad[],
  pattern: TermPattern,
  isInDefaultGraph: (graphIri: string) => boolean,
): Quad[] {
  const inDefaultGraph = pattern.graph?.termType === 'DefaultGraph';
  const fits = (quad: Quad) =>
    PLACES.every((place) => {
      if (place === 'graph' && inDefaultGraph) return isInDefaultGraph(quad.graph.value);
      return pattern[place] === undefined || (quad[place] as Term).equals(pattern[place]);
    });
  const found = quads
    .filter((quad) => fits(quad))
    .map((quad) => (inDefaultGraph ? terms.quad(quad.subject, quad.predicate, quad.object) : quad));
  return [...new Map(found.map((quad) => [quadKey(quad), quad])).values()];
}

/** A string that two quads share exactly if they are the same quad. */
export const quadKey = (quad: Quad): string =>
  JSON.stringify(PLACES.map((place) => termKey(quad[place] as Term)));
