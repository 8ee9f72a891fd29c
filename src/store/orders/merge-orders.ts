/** Two sorted orders merged into one, with new ids; a triple of both appears once. */
import { release, scratchUint32 } from '../memory/scratch.ts';
import { gallop } from '../memory/gallop.ts';
import type { Order } from './order.ts';

/** An order, and new ids by its ids; the new ids rise with the old ones. */
export interface RenumberedOrder {
  readonly order: Order;
  readonly ids: Uint32Array;
}

/** First, second and third place of each triple. */
export type Places = readonly [first: Uint32Array, second: Uint32Array, third: Uint32Array];

/**
 * Writes the triples of both orders, sorted, from row `at` on. Costs a binary search in the first order for each triple
 * of the second.
 * @returns the row after the last one written.
 */
export function mergeOrders(
  first: RenumberedOrder,
  second: RenumberedOrder,
  { target, at }: { readonly target: Places; readonly at: number },
): number {
  const one = placesOf(first);
  const other = placesOf(second);
  const length = one[0].length;
  let next = 0;
  let row = at;
  const takeFirstUntil = (end: number) => {
    for (const [place, column] of target.entries())
      column.set((one[place] as Uint32Array).subarray(next, end), row);
    row += end - next;
    next = end;
  };
  for (let added = 0; added < other[0].length; added += 1) {
    const low = gallop(next, length, (position) => compareRows(one, position, other, added) < 0);
    takeFirstUntil(low);
    if (low < length && compareRows(one, low, other, added) === 0) continue;
    for (const [place, column] of target.entries())
      column[row] = (other[place] as Uint32Array)[added] as number;
    row += 1;
  }
  takeFirstUntil(length);
  release(...one, ...other);
  return row;
}

/** The three columns with new ids, in scratch memory that the caller owns. */
function placesOf({ order, ids }: RenumberedOrder): Places {
  const { start, end, second, third } = order;
  const length = end - start;
  const first = scratchUint32(length);
  order.fillFirst(first, start, length);
  const columns = [first, second.subarray(start, end), third.subarray(start, end)] as const;
  return columns.map((column) => {
    const renumbered = column === first ? first : scratchUint32(length);
    for (let row = 0; row < length; row += 1)
      renumbered[row] = ids[column[row] as number] as number;
    return renumbered;
  }) as unknown as Places;
}

// Called for each step of a search: an object for each would slow it down.
// oxlint-disable-next-line max-params
function compareRows(one: Places, row: number, other: Places, otherRow: number): number {
  for (let place = 0; place < 3; place += 1) {
    const left = (one[place] as Uint32Array)[row] as number;
    const right = (other[place] as Uint32Array)[otherRow] as number;
    if (left !== right) return left - right;
  }
  return 0;
}
