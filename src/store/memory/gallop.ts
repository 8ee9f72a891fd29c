/** Exponential search: cheap where the result is close to the start of the range. */

/** The first position in [from, to) that is not below what is sought; `to` where there is none. */
export function gallop(from: number, to: number, isBelow: (position: number) => boolean): number {
  let low = from;
  let step = 1;
  while (low + step <= to && isBelow(low + step - 1)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
