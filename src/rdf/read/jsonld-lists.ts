/**
 * The graph of lists in JSON-LD. The streaming parser emits the cells of an `@list` before it has read the graph of the
 * list, and so leaves them in the default graph. https://www.w3.org/TR/json-ld11-api/#list-to-rdf-conversion
 */
import { type Quad, type Term, terms } from '../terms.ts';
import { rdf } from '../vocabulary.ts';

/** The quads, with each cell in the graph of the quad that refers to it. @param generated labels from the parser. */
export function moveListCells(quads: readonly Quad[], generated: ReadonlySet<string>): Quad[] {
  const isGenerated = (term: Term) => term.termType === 'BlankNode' && generated.has(term.value);
  const isCell = ({ subject, predicate, graph }: Quad) =>
    graph.termType === 'DefaultGraph' &&
    isGenerated(subject) &&
    (predicate.equals(rdf('first')) || predicate.equals(rdf('rest')));
  const references = new Map(
    quads.filter(({ object }) => isGenerated(object)).map((quad) => [quad.object.value, quad]),
  );
  const graphs = new Map<string, Quad['graph']>();
  const graphOf = (label: string): Quad['graph'] => {
    const path: string[] = [];
    let graph = graphs.get(label);
    for (let at = label; !graph; graph = graphs.get(at)) {
      path.push(at);
      const reference = references.get(at);
      if (reference && isCell(reference)) at = reference.subject.value;
      else graphs.set(at, reference?.graph ?? terms.defaultGraph());
    }
    for (const visited of path) graphs.set(visited, graph);
    return graph;
  };
  return quads.map((quad) =>
    isCell(quad)
      ? terms.quad(quad.subject, quad.predicate, quad.object, graphOf(quad.subject.value))
      : quad,
  );
}
