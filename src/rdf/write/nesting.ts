/**
 * Which blank nodes of a graph can be written in the place of the one reference to them, and which of those are lists.
 * What Turtle puts into brackets, JSON-LD puts into objects.
 */
import { type Quad, type Term, termKey } from '../terms.ts';
import { rdf } from '../vocabulary.ts';

/** The triples of one graph, in the order in which subjects appear. */
export interface Nesting {
  /** The triples of each subject that stands at the top: all but the nested ones. */
  readonly roots: readonly (readonly Quad[])[];
  /** The triples of a blank node that stands in the place of its reference, or undefined for any other term. */
  nested(term: Term): readonly Quad[] | undefined;
  /** The items of a whole list that stands in the place of its reference, or undefined for any other term. */
  list(term: Term): readonly Term[] | undefined;
  /** Whether some triple points to the blank node, so that it needs a label where it is not nested. */
  isReferenced(term: Term): boolean;
}

/** Writers descend by recursion, and readers lose track: what is deeper stands at the top. */
const MAX_DEPTH = 32;

const [FIRST, REST, NIL] = [rdf('first'), rdf('rest'), rdf('nil')];

/** @param labelled keys of blank nodes that must keep their label, for they stand outside this graph too. */
export function nestBlankNodes(quads: readonly Quad[], labelled: ReadonlySet<string>): Nesting {
  const bySubject = Map.groupBy(quads, (quad) => termKey(quad.subject));
  const references = countReferences(quads);
  const isCandidate = (key: string) =>
    key.startsWith('_') && references.get(key) === 1 && !labelled.has(key);
  const candidates = new Set([...bySubject.keys()].filter((key) => isCandidate(key)));
  const rootKeys = new Set([...bySubject.keys()].filter((key) => !candidates.has(key)));
  const cells = wholeListCells(bySubject, candidates);
  const reached = new Set<string>();
  const descend = (key: string, depth: number): void => {
    reached.add(key);
    for (const { object, predicate } of bySubject.get(key) ?? []) {
      const next = termKey(object);
      if (!candidates.has(next) || reached.has(next)) continue;
      // The cells of a list stand side by side.
      const below = cells.has(key) && predicate.equals(REST) ? depth : depth + 1;
      if (below > MAX_DEPTH) rootKeys.add(next);
      queue.push([next, below > MAX_DEPTH ? 0 : below]);
    }
  };
  const queue: [key: string, depth: number][] = [];
  const drain = () => {
    for (let next = queue.pop(); next; next = queue.pop()) descend(...next);
  };
  for (const key of rootKeys) queue.push([key, 0]);
  drain();
  // What is left are rings of blank nodes: each is opened at one of them, but no list in the middle.
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
    // Inside a triple term a blank node can be named, not described.
    if (term.termType === 'Quad')
      for (const part of [term.subject, term.predicate, term.object]) count(part, Infinity);
  };
  for (const { object } of quads) count(object, 1);
  return references;
}

/** A cell of one item, one rest and nothing else. */
const restOf = (triples: readonly Quad[] | undefined): Term | undefined =>
  triples?.length === 2 && triples.some(({ predicate }) => predicate.equals(FIRST))
    ? triples.find(({ predicate }) => predicate.equals(REST))?.object
    : undefined;

/** The cells of lists that are whole, down to rdf:nil: the first one of each, and those behind it. */
function wholeListCells(
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
    if (!first || !rest) throw new Error('a whole list is not whole');
    items.push(first.object);
    cell = rest;
  }
  return items;
}
