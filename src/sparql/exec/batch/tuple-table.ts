/** A set of rows of ids, each with a number from 0 in the sequence of insertion. Open addressing. */

export class TupleTable {
  readonly #width: number;
  #slots = new Int32Array(64).fill(-1);
  #columns: Uint32Array[];
  #length = 0;

  constructor(width: number) {
    this.#width = width;
    this.#columns = Array.from({ length: width }, () => new Uint32Array(32));
  }

  /** How many different rows there are. */
  get length(): number {
    return this.#length;
  }

  /** The rows by number; the columns may be longer than `length`. */
  get columns(): readonly Uint32Array[] {
    return this.#columns;
  }

  get byteLength(): number {
    return this.#slots.byteLength + (this.#columns[0]?.byteLength ?? 0) * this.#width;
  }

  /** The number of row `row` of `columns`; -1 - number where it is new. */
  insert(columns: readonly Uint32Array[], row: number): number {
    if (this.#length * 2 >= this.#slots.length) this.#grow();
    const mask = this.#slots.length - 1;
    const width = this.#width;
    let slot = hashRow(columns, row, width) & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === -1) break;
      let column = 0;
      while (
        column < width &&
        (this.#columns[column] as Uint32Array)[number] === (columns[column] as Uint32Array)[row]
      )
        column += 1;
      if (column === width) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.#length;
    this.#slots[slot] = number;
    for (let column = 0; column < width; column += 1)
      (this.#columns[column] as Uint32Array)[number] = (columns[column] as Uint32Array)[
        row
      ] as number;
    this.#length += 1;
    return -1 - number;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    const slots = new Int32Array(size).fill(-1);
    const mask = size - 1;
    for (let number = 0; number < this.#length; number += 1) {
      let slot = hashRow(this.#columns, number, this.#width) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
    this.#columns = this.#columns.map((column) => {
      const wider = new Uint32Array(size);
      wider.set(column.subarray(0, this.#length));
      return wider;
    });
  }
}

/** Mixes the ids of a row; every bit of each reaches the low bits. */
export function hashRow(columns: readonly Uint32Array[], row: number, width: number): number {
  let hash = 0;
  for (let column = 0; column < width; column += 1) {
    hash = Math.imul(hash ^ ((columns[column] as Uint32Array)[row] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
