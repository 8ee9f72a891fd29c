/**
 * The graph of lists in JSON-LD. The kept parser streams: it makes the cells of an `@list` before it knows in which
 * graph the list stands, and leaves them in the default graph. https://www.w3.org/TR/json-ld11-api/#list-to-rdf-conversion
 */
import { type Quad, type Term, terms } from '../terms.ts';
import { rdf } from '../vocabulary.ts';

/** The quads with each cell in the graph of what points to it. @param nameless labels the parser made up itself. */
export function moveListCells(quads: readonly Quad[], nameless: ReadonlySet<string>): Quad[] {
  const isNameless = (term: Term) => term.termType === 'BlankNode' && nameless.has(term.value);
  const isCell = ({ subject, predicate, graph }: Quad) =>
    graph.termType === 'DefaultGraph' &&
    isNameless(subject) &&
    (predicate.equals(rdf('first')) || predicate.equals(rdf('rest')));
  const pointers = new Map(
    quads.filter(({ object }) => isNameless(object)).map((quad) => [quad.object.value, quad]),
  );
  const graphs = new Map<string, Quad['graph']>();
  const graphOf = (label: string): Quad['graph'] => {
    const path: string[] = [];
    let graph = graphs.get(label);
    for (let at = label; !graph; graph = graphs.get(at)) {
      path.push(at);
      const pointer = pointers.get(at);
      if (pointer && isCell(pointer)) at = pointer.subject.value;
      else graphs.set(at, pointer?.graph ?? terms.defaultGraph());
    }
    for (const passed of path) graphs.set(passed, graph);
    return graph;
  };
  return quads.map((quad) =>
    isCell(quad)
      ? terms.quad(quad.subject, quad.predicate, quad.object, graphOf(quad.subject.value))
      : quad,
  );
}
