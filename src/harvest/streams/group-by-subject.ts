/** Groups statements by the resource that they describe. */
import { type Quad, termKey, terms } from '../../rdf/index.ts';

/** The statements about an IRI, and about the blank nodes reachable from it. https://www.w3.org/submissions/CBD/ */
export function groupBySubject(quads: readonly Quad[]): (iri: string) => readonly Quad[] {
  const bySubject = Map.groupBy(quads, ({ subject }) => termKey(subject));
  return (iri) => {
    const queue = [termKey(terms.namedNode(iri))];
    const seen = new Set(queue);
    const found: Quad[] = [];
    for (const key of queue)
      for (const quad of bySubject.get(key) ?? []) {
        found.push(quad);
        const next = termKey(quad.object);
        if (quad.object.termType !== 'BlankNode' || seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    return found;
  };
}
