/** The extent of a bar, and its certain part: a statement bounds a quantity from both sides or from one. */

/** The kinds of ends of a bar. */
export const BAR_ENDS = ['exact', 'over', 'under', 'range', 'about'] as const;
export type BarEnd = (typeof BAR_ENDS)[number];

/** From one quantity to another, the one closer to zero first. */
export type Stretch = readonly [from: number, to: number];

export interface BarExtent {
  readonly end: BarEnd;
  /** The quantity at which the bar ends, or is open. */
  readonly at: number;
  /** The direction of the end. */
  readonly direction: 1 | -1;
  /** The certain part. */
  readonly solid?: Stretch;
  /** The possible part. */
  readonly hatched?: Stretch;
}

interface Quantity {
  readonly value: number;
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}

const finite = (bound: number | undefined): number | undefined =>
  bound !== undefined && Number.isFinite(bound) ? bound : undefined;

/** Undefined if no bound and no value is finite. */
export function barExtent(quantity: Quantity): BarExtent | undefined {
  const lower = finite(quantity.lower);
  const upper = finite(quantity.upper);
  if (lower !== undefined && upper !== undefined && lower <= upper)
    return lower === upper ? exact(lower) : range(lower, upper);
  if (lower !== undefined && upper === undefined) return over(lower);
  if (upper !== undefined && lower === undefined) return under(upper);
  if (!Number.isFinite(quantity.value)) return undefined;
  const { value } = quantity;
  return { end: 'about', at: value, direction: value < 0 ? -1 : 1, hatched: [0, value] };
}

const exact = (value: number): BarExtent => ({
  end: 'exact',
  at: value,
  direction: value < 0 ? -1 : 1,
  solid: [0, value],
});

function range(lower: number, upper: number): BarExtent {
  if (lower >= 0)
    return { end: 'range', at: upper, direction: 1, solid: [0, lower], hatched: [lower, upper] };
  if (upper <= 0)
    return { end: 'range', at: lower, direction: -1, solid: [0, upper], hatched: [upper, lower] };
  return { end: 'range', at: upper, direction: 1, hatched: [lower, upper] };
}

/** At least a negative number: nothing is certain, and zero and more are possible. */
function over(lower: number): BarExtent {
  return lower < 0
    ? { end: 'over', at: 0, direction: 1, hatched: [lower, 0] }
    : { end: 'over', at: lower, direction: 1, solid: [0, lower] };
}

/** At most a negative number: certain from zero to the bound, and open beyond. */
function under(upper: number): BarExtent {
  return upper < 0
    ? { end: 'over', at: upper, direction: -1, solid: [0, upper] }
    : { end: 'under', at: upper, direction: 1, hatched: [0, upper] };
}
