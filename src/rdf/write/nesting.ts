/**
 * Which blank nodes of a graph can be nested where their only reference is, and which of them are lists. Turtle nests
 * them in brackets, JSON-LD in objects.
 */
import { type Quad, type Term, termKey } from '../terms.ts';
import { rdf } from '../vocabulary.ts';

/** The triples of one graph, by subject, in the order of first occurrence. */
export interface Nesting {
  /** The triples of each subject at the top level: all except the nested ones. */
  readonly roots: readonly (readonly Quad[])[];
  /** The triples of a nested blank node; undefined for any other term. */
  nested(term: Term): readonly Quad[] | undefined;
  /** The items of a nested, complete list; undefined for any other term. */
  list(term: Term): readonly Term[] | undefined;
  /** Whether a triple refers to the blank node, so that it needs a label unless it is nested. */
  isReferenced(term: Term): boolean;
}

/** Depth of nesting; deeper blank nodes are at the top level. Bounds the recursion of the writers. */
const MAX_DEPTH = 32;

const [FIRST, REST, NIL] = [rdf('first'), rdf('rest'), rdf('nil')];

/** @param labelled keys of blank nodes that need a label, because they occur outside this graph too. */
export function nestBlankNodes(quads: readonly Quad[], labelled: ReadonlySet<string>): Nesting {
  const bySubject = Map.groupBy(quads, (quad) => termKey(quad.subject));
  const references = countReferences(quads);
  const isCandidate = (key: string) =>
    key.startsWith('_') && references.get(key) === 1 && !labelled.has(key);
  const candidates = new Set([...bySubject.keys()].filter((key) => isCandidate(key)));
  const rootKeys = new Set([...bySubject.keys()].filter((key) => !candidates.has(key)));
  const cells = completeListCells(bySubject, candidates);
  const reached = new Set<string>();
  const descend = (key: string, depth: number): void => {
    reached.add(key);
    for (const { object, predicate } of bySubject.get(key) ?? []) {
      const next = termKey(object);
      if (!candidates.has(next) || reached.has(next)) continue;
      // The cells of a list are at the same depth.
      const nextDepth = cells.has(key) && predicate.equals(REST) ? depth : depth + 1;
      if (nextDepth > MAX_DEPTH) rootKeys.add(next);
      queue.push([next, nextDepth > MAX_DEPTH ? 0 : nextDepth]);
    }
  };
  const queue: [key: string, depth: number][] = [];
  const drain = () => {
    for (let next = queue.pop(); next; next = queue.pop()) descend(...next);
  };
  for (const key of rootKeys) queue.push([key, 0]);
  drain();
  // The rest are cycles of blank nodes: one node of each becomes a root, but no inner cell of a list.
  for (const key of candidates) {
    if (reached.has(key) || cells.get(key) === 'inner') continue;
    rootKeys.add(key);
    queue.push([key, 0]);
    drain();
  }
  const nested = (term: Term) => {
    const key = termKey(term);
    return candidates.has(key) && !rootKeys.has(key) ? bySubject.get(key) : undefined;
  };
  return {
    roots: [...bySubject].filter(([key]) => rootKeys.has(key)).map(([, group]) => group),
    nested,
    list: (term) => {
      if (term.equals(NIL)) return [];
      return cells.has(termKey(term)) && nested(term) ? readList(term, bySubject) : undefined;
    },
    isReferenced: (term) => labelled.has(termKey(term)) || references.has(termKey(term)),
  };
}

function countReferences(quads: readonly Quad[]): ReadonlyMap<string, number> {
  const references = new Map<string, number>();
  const count = (term: Term, weight: number): void => {
    const key = termKey(term);
    references.set(key, (references.get(key) ?? 0) + weight);
    // In a triple term a blank node cannot be nested, so it needs a label.
    if (term.termType === 'Quad')
      for (const part of [term.subject, term.predicate, term.object]) count(part, Infinity);
  };
  for (const { object } of quads) count(object, 1);
  return references;
}

/** The rdf:rest of a well-formed list cell, which has one rdf:first, one rdf:rest and no other triple. */
const restOf = (triples: readonly Quad[] | undefined): Term | undefined =>
  triples?.length === 2 && triples.some(({ predicate }) => predicate.equals(FIRST))
    ? triples.find(({ predicate }) => predicate.equals(REST))?.object
    : undefined;

/** The cells of lists that are complete, up to rdf:nil: the head of each list, and the inner cells. */
function completeListCells(
  bySubject: ReadonlyMap<string, readonly Quad[]>,
  candidates: ReadonlySet<string>,
): ReadonlyMap<string, 'head' | 'inner'> {
  const before = new Map<string, string>();
  const found = new Map<string, 'head' | 'inner'>();
  const tails: string[] = [];
  for (const key of candidates) {
    const rest = restOf(bySubject.get(key));
    if (rest?.equals(NIL)) tails.push(key);
    else if (rest) before.set(termKey(rest), key);
  }
  for (const tail of tails) {
    let cell = tail;
    for (let next = before.get(cell); next !== undefined; next = before.get(cell)) {
      found.set(cell, 'inner');
      cell = next;
    }
    found.set(cell, 'head');
  }
  return found;
}

function readList(head: Term, bySubject: ReadonlyMap<string, readonly Quad[]>): readonly Term[] {
  const items: Term[] = [];
  for (let cell = head; !cell.equals(NIL);) {
    const triples = bySubject.get(termKey(cell)) ?? [];
    const first = triples.find(({ predicate }) => predicate.equals(FIRST));
    const rest = restOf(triples);
    if (!first || !rest) throw new Error('a complete list has an incomplete cell');
    items.push(first.object);
    cell = rest;
  }
  return items;
}
