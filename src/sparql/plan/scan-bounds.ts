/** The positions of the matches of a pattern in an order. */
import { lowerBound, type Order } from '../../store/index.ts';
import type { IdRange, PatternPlan } from './plan.ts';
import { POSITIONS_OF_ORDER } from './plan-builder.ts';
import type { OrderName } from '../../store/index.ts';

/** The ids of the constants that an order starts with. */
export function prefixOf(pattern: PatternPlan, order: OrderName): number[] {
  const prefix: number[] = [];
  for (const position of POSITIONS_OF_ORDER[order]) {
    const term = pattern[position];
    if (term.kind !== 'constant') break;
    prefix.push(term.id);
  }
  return prefix;
}

/** Positions from `from` (inclusive) to `to` (exclusive) of the triples that start with `prefix`. */
export function boundsOf(
  order: Order,
  prefix: readonly number[],
  range: IdRange | undefined,
): { readonly from: number; readonly to: number } {
  const [first, second, third] = prefix;
  let from = first === undefined ? order.start : order.lower(first);
  let to = first === undefined ? order.end : order.upper(first);
  if (second !== undefined) {
    from = lowerBound(order.second, second, from, to);
    to = lowerBound(order.second, second + 1, from, to);
  }
  if (third !== undefined) {
    from = lowerBound(order.third, third, from, to);
    to = lowerBound(order.third, third + 1, from, to);
  }
  if (range && prefix.length === 0)
    return { from: order.lower(range.from), to: order.lower(range.to) };
  if (range && prefix.length < 3) {
    const column = prefix.length === 1 ? order.second : order.third;
    from = lowerBound(column, range.from, from, to);
    to = lowerBound(column, range.to, from, to);
  }
  return { from, to };
}
