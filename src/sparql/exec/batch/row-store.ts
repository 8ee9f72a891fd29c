/** Rows that an operator stores: columns that grow. */
import { type Batch, FIRST_ROWS } from './batch.ts';

export class RowStore {
  #columns: Uint32Array[];
  #length = 0;

  constructor(width: number, capacity: number = FIRST_ROWS) {
    this.#columns = Array.from({ length: width }, () => new Uint32Array(capacity));
  }

  get length(): number {
    return this.#length;
  }

  /** The columns as they are now; longer than `length`, and replaced when they grow. */
  get columns(): readonly Uint32Array[] {
    return this.#columns;
  }

  append({ columns, length }: Batch): void {
    const needed = this.#length + length;
    this.#reserve(needed);
    for (let column = 0; column < this.#columns.length; column += 1) {
      const source = columns[column] as Uint32Array;
      (this.#columns[column] as Uint32Array).set(
        source.length === length ? source : source.subarray(0, length),
        this.#length,
      );
    }
    this.#length = needed;
  }

  /** Retains only the rows `rows[0..count)`, in that order. */
  retain(rows: Uint32Array, count: number): void {
    this.#columns = this.#columns.map((column) => {
      const selected = new Uint32Array(Math.max(count * 2, 64));
      for (let index = 0; index < count; index += 1)
        selected[index] = column[rows[index] as number] as number;
      return selected;
    });
    this.#length = count;
  }

  toBatch(): Batch {
    return { length: this.#length, columns: this.#columns };
  }

  #reserve(needed: number): void {
    const capacity = this.#columns[0]?.length ?? Infinity;
    if (needed <= capacity) return;
    const grown = Math.max(needed, capacity * 2);
    this.#columns = this.#columns.map((column) => {
      const wider = new Uint32Array(grown);
      wider.set(column.subarray(0, this.#length));
      return wider;
    });
  }
}
