/**
 * The graph of lists in JSON-LD. The kept parser streams: it makes the cells of an `@list` before it knows in which
 * graph the list stands, and leaves them in the default graph. https://www.w3.org/TR/json-ld11-api/#list-to-rdf-conversion
 */
import { type Quad, terms } from './terms.ts';
import { rdf } from './vocabulary.ts';

/** The quads with each cell in the graph of what points to it. @param nameless labels the parser made up itself. */
export function moveListCells(quads: readonly Quad[], nameless: ReadonlySet<string>): Quad[] {
  const pointers = new Map(
    quads
      .filter(({ object }) => isNameless(object, nameless))
      .map((quad) => [quad.object.value, quad]),
  );
  return quads.map((quad) => {
    let top = quad;
    while (isCell(top, nameless)) {
      const pointer = pointers.get(top.subject.value);
      if (!pointer) break;
      top = pointer;
    }
    return top === quad ? quad : terms.quad(quad.subject, quad.predicate, quad.object, top.graph);
  });
}

const isNameless = (term: { termType: string; value: string }, nameless: ReadonlySet<string>) =>
  term.termType === 'BlankNode' && nameless.has(term.value);

const isCell = ({ subject, predicate, graph }: Quad, nameless: ReadonlySet<string>) =>
  graph.termType === 'DefaultGraph' &&
  isNameless(subject, nameless) &&
  (predicate.equals(rdf('first')) || predicate.equals(rdf('rest')));
