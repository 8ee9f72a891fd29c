/** Triples sorted by three places, as columns. */
export type OrderName = 'spo' | 'sop' | 'pso' | 'pos' | 'osp' | 'ops';

/** What an order is made of. */
export interface OrderColumns {
  readonly second: Uint32Array;
  readonly third: Uint32Array;
  /** Run of id i in the first place: [offsets[i], offsets[i + 1]). Either this or `first` is there. */
  readonly offsets?: Uint32Array | undefined;
  /** Ids of the first place by position. */
  readonly first?: Uint32Array | undefined;
}

/** The triples from position `start` (inclusive) to `end` (exclusive) of columns that are sorted there. */
export class Order {
  readonly name: OrderName;
  readonly start: number;
  readonly end: number;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
  readonly offsets: Uint32Array | undefined;
  readonly first: Uint32Array | undefined;

  constructor(
    name: OrderName,
    { second, third, offsets, first }: OrderColumns,
    start = 0,
    end: number = second.length,
  ) {
    this.name = name;
    this.second = second;
    this.third = third;
    this.offsets = offsets;
    this.first = first;
    this.start = start;
    this.end = end;
  }

  /** The first position whose first place is not below `id`. */
  lower(id: number): number {
    if (this.offsets) return id < this.offsets.length ? (this.offsets[id] as number) : this.end;
    return lowerBound(this.first as Uint32Array, id, this.start, this.end);
  }

  /** The first position whose first place is above `id`. */
  upper(id: number): number {
    return this.lower(id + 1);
  }

  /** Writes the ids of the first place from position `from` on. */
  fillFirst(target: Uint32Array, from: number, length: number): void {
    const { first, offsets } = this;
    if (first) {
      target.set(first.subarray(from, from + length));
      return;
    }
    if (!offsets || length === 0) return;
    let id = lowerBound(offsets, from + 1, 0, offsets.length) - 1;
    for (let index = 0; index < length; index += 1) {
      while ((offsets[id + 1] as number) <= from + index) id += 1;
      target[index] = id;
    }
  }
}

/** The first position in [from, to) whose value is not below `value`; `to` where there is none. */
export function lowerBound(column: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
