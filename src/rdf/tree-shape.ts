/**
 * Whether triples have a shape that the pretty Turtle writer keeps whole. It puts every blank node with one reference
 * where that reference stands, and takes every subject of rdf:first for the cell of a list: a ring of blank nodes it
 * never reaches, a cell that says more it cuts short, and a list that bites its tail it follows for ever.
 */
import { type Quad, type Term, termKey } from './terms.ts';
import { rdf } from './vocabulary.ts';

const [TYPE, FIRST, REST, NIL] = [rdf('type'), rdf('first'), rdf('rest'), rdf('nil')];

/** Whether all blank nodes hang from roots and all lists are well formed. */
export function isTreeShaped(quads: readonly Quad[]): boolean {
  const bySubject = Map.groupBy(quads, (quad) => termKey(quad.subject));
  const references = new Map<string, number>();
  for (const { predicate, object } of quads) {
    if (predicate.equals(TYPE) && object.termType === 'BlankNode') return false;
    references.set(termKey(object), (references.get(termKey(object)) ?? 0) + 1);
  }
  const roots: string[] = [];
  for (const [key, group] of bySubject) {
    const isNested = group[0]?.subject.termType === 'BlankNode' && references.get(key) === 1;
    if (!isNested) roots.push(key);
    if (group.some(isCellProperty) && !(isNested && isWholeCell(group, bySubject))) return false;
  }
  return reach(roots, bySubject) === bySubject.size;
}

const isCellProperty = ({ predicate }: Quad) => predicate.equals(FIRST) || predicate.equals(REST);

/** One item, one rest, and nothing else. */
function isWholeCell(group: readonly Quad[], bySubject: ReadonlyMap<string, Quad[]>): boolean {
  const first = group.find(({ predicate }) => predicate.equals(FIRST));
  const rest = group.find(({ predicate }) => predicate.equals(REST))?.object as Term | undefined;
  if (group.length !== 2 || !first || !rest) return false;
  return rest.equals(NIL) || (bySubject.get(termKey(rest))?.some(isCellProperty) ?? false);
}

/** How many subjects can be reached from the roots, themselves among them. */
function reach(roots: readonly string[], bySubject: ReadonlyMap<string, readonly Quad[]>): number {
  const reached = new Set(roots);
  for (const key of reached)
    for (const { object } of bySubject.get(key) ?? []) {
      const next = termKey(object);
      if (bySubject.has(next)) reached.add(next);
    }
  return reached.size;
}
