/**
 * All quads as canonical N-Quads, the lines sorted by code points: equal data gives equal bytes, and `diff` shows the
 * changes between two versions. https://www.w3.org/TR/rdf12-n-quads/#canonical-quads
 */
import type { Store, TermId } from '../../store/index.ts';
import { canonicalTerm } from './canonical-term.ts';

/** The lines, in chunks. @param leftOut graphs that are not part of the dump. */
export function* dumpLines(store: Store, leftOut: ReadonlySet<string>): Generator<string, void> {
  const { dictionary } = store;
  const quads = bySubject(store, leftOut);
  const nameOf = (id: number) => canonicalTerm(dictionary.termOf(id as TermId));
  let chunk = '';
  for (const subject of inOrderOfLines(store, quads.subjects)) {
    const name = nameOf(subject);
    const lines: string[] = [];
    for (const { predicate, object, graph } of quads.of(subject))
      lines.push(`${name} ${nameOf(predicate)} ${nameOf(object)} ${nameOf(graph)} .\n`);
    chunk += lines.toSorted(byCodePoints).join('');
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Characters of a chunk: a few milliseconds of work. */
const CHUNK_LENGTH = 64 * 1024;

interface QuadsBySubject {
  /** Ascending. */
  readonly subjects: Iterable<TermId>;
  readonly of: (subject: TermId) => Iterable<{ predicate: number; object: number; graph: number }>;
}

/** The quads of all graphs sorted by their subjects, by counting. */
function bySubject(store: Store, leftOut: ReadonlySet<string>): QuadsBySubject {
  const graphs = store.graphs
    .filter((graph) => !leftOut.has(store.dictionary.textOf(graph)))
    .map((graph) => ({ graph, order: store.graphIndex(graph).order('spo') }));
  const columns = graphs.map(({ order }) => {
    const first = new Uint32Array(order.end - order.start);
    order.fillFirst(first, order.start, first.length);
    return first;
  });
  const starts = new Uint32Array(store.dictionary.size + 2);
  for (const column of columns) for (const id of column) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 1; id < starts.length; id += 1)
    starts[id] = (starts[id] as number) + (starts[id - 1] as number);
  const total = starts.at(-1) ?? 0;
  const [graphNumbers, positions] = [new Uint32Array(total), new Uint32Array(total)];
  const next = starts.slice();
  for (const [number, column] of columns.entries())
    for (let row = 0; row < column.length; row += 1) {
      const id = column[row] as number;
      const at = next[id] as number;
      graphNumbers[at] = number;
      positions[at] = (graphs[number]?.order.start ?? 0) + row;
      next[id] = at + 1;
    }
  return {
    subjects: idsWithRuns(starts),
    *of(subject) {
      for (let at = starts[subject] as number; at < (starts[subject + 1] as number); at += 1) {
        const { graph, order } = graphs[graphNumbers[at] as number] as (typeof graphs)[number];
        const position = positions[at] as number;
        yield {
          predicate: order.second[position] as number,
          object: order.third[position] as number,
          graph,
        };
      }
    },
  };
}

function* idsWithRuns(starts: Uint32Array): Generator<TermId, void> {
  for (let id = 1; id + 1 < starts.length; id += 1)
    if (starts[id] !== starts[id + 1]) yield id as TermId;
}

/**
 * Subjects in the order of the lines that begin with them. The store has them in the order of their texts, blank
 * nodes first; in a line "<" sorts before "_", and an IRI is followed by ">", so it may be after longer ones.
 */
function* inOrderOfLines(store: Store, rising: Iterable<TermId>): Generator<TermId, void> {
  const { dictionary } = store;
  const [, endOfBlankNodes] = dictionary.ranges.blankNodes;
  const blankNodes: TermId[] = [];
  const waiting: { readonly id: TermId; readonly iri: string }[] = [];
  for (const id of rising) {
    if (id < endOfBlankNodes) {
      blankNodes.push(id);
      continue;
    }
    const iri = dictionary.textOf(id);
    for (;;) {
      const shorter = waiting.at(-1);
      if (!shorter || (iri.startsWith(shorter.iri) && (iri[shorter.iri.length] ?? '') < '>')) break;
      waiting.pop();
      yield shorter.id;
    }
    waiting.push({ id, iri });
  }
  for (const { id } of waiting.toReversed()) yield id;
  // A label has no delimiter at its end; it is followed by a space, which sorts before all characters.
  yield* blankNodes;
}

/** Compares as bytes of UTF-8 do; JavaScript compares texts by UTF-16 code units. */
function byCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  let at = 0;
  while (a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
  return rank(left) - rank(right);
}

/** Surrogates encode code points that are greater than all other code units. */
const rank = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit);
