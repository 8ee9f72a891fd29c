/** Blank nodes that several graphs of a document share. https://www.w3.org/TR/rdf11-concepts/#section-dataset */
import { type Quad, termKey } from '../terms.ts';

/** Keys of the blank nodes that name a graph or occur in several graphs: these need a label. */
export function sharedBlankNodes(
  byGraph: ReadonlyMap<string, readonly Quad[]>,
): ReadonlySet<string> {
  const graphOf = new Map<string, string>();
  const shared = new Set([...byGraph.keys()].filter((key) => key.startsWith('_')));
  for (const [graph, quads] of byGraph)
    for (const { subject, object } of quads)
      for (const key of [termKey(subject), termKey(object)]) {
        if (!key.startsWith('_')) continue;
        if (graphOf.has(key) && graphOf.get(key) !== graph) shared.add(key);
        graphOf.set(key, graph);
      }
  return shared;
}
