/**
 * Where the matches of a pattern are: which order has its bound positions first, and which range of that order. The
 * only file that knows which order answers what.
 */
import type { TermId } from '../dictionary/term-dictionary.ts';
import { lowerBound, type Order, type OrderName } from './order.ts';

export type TriplePosition = 'subject' | 'predicate' | 'object';

/** The positions of each order, the first sort key first. */
export const POSITIONS_OF_ORDER: Readonly<
  Record<OrderName, readonly [TriplePosition, TriplePosition, TriplePosition]>
> = {
  spo: ['subject', 'predicate', 'object'],
  sop: ['subject', 'object', 'predicate'],
  pso: ['predicate', 'subject', 'object'],
  pos: ['predicate', 'object', 'subject'],
  osp: ['object', 'subject', 'predicate'],
  ops: ['object', 'predicate', 'subject'],
};

/** The ids of a pattern; undefined or 0 stands for any term. */
export interface TriplePattern {
  readonly subject?: TermId | undefined;
  readonly predicate?: TermId | undefined;
  readonly object?: TermId | undefined;
}

export type IdTriple = Required<{ readonly [position in keyof TriplePattern]: TermId }>;

/** Rows of an order, from `start` (inclusive) to `end` (exclusive). */
export interface PatternRange {
  readonly order: Order;
  readonly start: number;
  readonly end: number;
}

/** Ids from `from` (inclusive) to `to` (exclusive). */
export interface IdInterval {
  readonly from: number;
  readonly to: number;
}

/** An index that has some of the orders. */
export interface OrderedIndex {
  order(name: OrderName): Order;
}

/** Of the three orders that every index has, the one for each set of bound positions: 4 subject, 2 predicate, 1 object. */
const BASIC_ORDER = ['spo', 'osp', 'pos', 'pos', 'spo', 'osp', 'spo', 'spo'] as const;
/** The same of all six orders, where the free positions come in the order in which they are usually grouped. */
const FULL_ORDER = ['spo', 'ops', 'pos', 'pos', 'spo', 'sop', 'spo', 'spo'] as const;

const boundMask = ({ subject, predicate, object }: TriplePattern): number =>
  (subject ? 4 : 0) | (predicate ? 2 : 0) | (object ? 1 : 0);

/** The order, of the three that every index has, whose first positions are those that the pattern binds. */
export const basicOrder = (pattern: TriplePattern): 'spo' | 'pos' | 'osp' =>
  BASIC_ORDER[boundMask(pattern)] ?? 'spo';

/** The same for an index with all six orders, such as that of the default graph. */
export const fullOrder = (pattern: TriplePattern): OrderName =>
  FULL_ORDER[boundMask(pattern)] ?? 'spo';

/**
 * The rows of an order that begin with `prefix`, and whose next position is within `interval`.
 * @param prefix at most three ids, in the positions of the order.
 */
export function rangeOfPrefix(
  order: Order,
  prefix: readonly number[],
  interval?: IdInterval,
): { readonly from: number; readonly to: number } {
  const [first, second, third] = prefix;
  if (first === undefined)
    return interval
      ? { from: order.lower(interval.from), to: order.lower(interval.to) }
      : { from: order.start, to: order.end };
  let from = order.lower(first);
  let to = order.upper(first);
  if (second !== undefined) {
    from = lowerBound(order.second, second, from, to);
    to = lowerBound(order.second, second + 1, from, to);
  }
  if (third !== undefined) {
    from = lowerBound(order.third, third, from, to);
    to = lowerBound(order.third, third + 1, from, to);
  }
  if (interval && third === undefined) {
    const column = second === undefined ? order.second : order.third;
    from = lowerBound(column, interval.from, from, to);
    to = lowerBound(column, interval.to, from, to);
  }
  return { from, to };
}

/** @param name an order in which the bound positions are first; default: one of all six orders. */
export function patternRange(
  index: OrderedIndex,
  pattern: TriplePattern,
  name: OrderName = fullOrder(pattern),
): PatternRange {
  const order = index.order(name);
  const prefix: number[] = [];
  for (const position of POSITIONS_OF_ORDER[name]) {
    const id = pattern[position];
    if (!id) break;
    prefix.push(id);
  }
  const { from, to } = rangeOfPrefix(order, prefix);
  return { order, start: from, end: to };
}

/** `count` triples of a range, from its row `from` on. */
export function triplesIn(
  { order, start, end }: PatternRange,
  from: number,
  count: number,
): IdTriple[] {
  const begin = Math.min(start + from, end);
  const length = Math.min(count, end - begin);
  const firsts = new Uint32Array(length);
  order.fillFirst(firsts, begin, length);
  const [first, second, third] = POSITIONS_OF_ORDER[order.name];
  return Array.from(
    firsts,
    (id, index) =>
      ({
        [first]: id,
        [second]: order.second[begin + index],
        [third]: order.third[begin + index],
      }) as unknown as IdTriple,
  );
}

/** The number of triples of a range by the term in the second position of its order, in the order of terms. */
export function countsBySecond({ order, start, end }: PatternRange): Map<TermId, number> {
  const counts = new Map<TermId, number>();
  for (let row = start; row < end;) {
    const id = order.second[row] as TermId;
    const next = lowerBound(order.second, id + 1, row, end);
    counts.set(id, next - row);
    row = next;
  }
  return counts;
}

/** The terms in the first position of an order, in the order of terms. */
export function* firstTerms({ offsets, first, start, end }: Order): Generator<TermId, void> {
  if (offsets) {
    for (let id = 1; id + 1 < offsets.length; id += 1)
      if (offsets[id] !== offsets[id + 1]) yield id as TermId;
    return;
  }
  for (let row = start; row < end; row += 1)
    if (row === start || first?.[row] !== first?.[row - 1]) yield first?.[row] as TermId;
}
