/** The matches of a pattern as what they are in the columns: positions that stand side by side. */
import { lowerBound, type Order, type OrderName } from './order.ts';
import type { TermId } from '../dictionary/term-dictionary.ts';
import type { TripleIndex } from './triple-index.ts';

/** Positions of an order, from `start` (inclusive) to `end` (exclusive). */
export interface Run {
  readonly order: Order;
  readonly start: number;
  readonly end: number;
}

export interface TriplePattern {
  readonly subject?: TermId | undefined;
  readonly predicate?: TermId | undefined;
  readonly object?: TermId | undefined;
}

export type IdTriple = Required<{ readonly [place in keyof TriplePattern]: TermId }>;

const PLACES = { s: 'subject', p: 'predicate', o: 'object' } as const;
type Letter = keyof typeof PLACES;

/** @param index of the default graph, which keeps all six orders. */
export function runOf(
  index: TripleIndex,
  pattern: TriplePattern,
  name: OrderName = orderFor(pattern),
): Run {
  const order = index.order(name);
  const [first, second, third] = lettersOf(name).map((letter) => pattern[PLACES[letter]]);
  if (first === undefined) return { order, start: order.start, end: order.end };
  let start = order.lower(first);
  let end = order.upper(first);
  for (const [column, id] of [
    [order.second, second],
    [order.third, third],
  ] as const) {
    if (id === undefined) break;
    start = lowerBound(column, id, start, end);
    end = lowerBound(column, id + 1, start, end);
  }
  return { order, start, end };
}

/** The order in which the known places come first. */
function orderFor({ subject, predicate, object }: TriplePattern): OrderName {
  if (subject !== undefined) return predicate === undefined && object !== undefined ? 'sop' : 'spo';
  if (predicate !== undefined) return 'pos';
  return object === undefined ? 'spo' : 'ops';
}

/** Triples of a run, from its `from`th one on. */
export function triplesOf({ order, start, end }: Run, from: number, count: number): IdTriple[] {
  const begin = Math.min(start + from, end);
  const length = Math.min(count, end - begin);
  const firsts = new Uint32Array(length);
  order.fillFirst(firsts, begin, length);
  const [first, second, third] = lettersOf(order.name).map((letter) => PLACES[letter]);
  return Array.from(
    firsts,
    (id, index) =>
      ({
        [first as string]: id,
        [second as string]: order.second[begin + index],
        [third as string]: order.third[begin + index],
      }) as unknown as IdTriple,
  );
}

/** How many triples of a run have each term in the second place of its order, in rising order of terms. */
export function secondsOf({ order, start, end }: Run): Map<TermId, number> {
  const counts = new Map<TermId, number>();
  for (let position = start; position < end;) {
    const id = order.second[position] as TermId;
    const next = lowerBound(order.second, id + 1, position, end);
    counts.set(id, next - position);
    position = next;
  }
  return counts;
}

const lettersOf = (name: OrderName) => name.split('') as [Letter, Letter, Letter];
