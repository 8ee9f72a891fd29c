/** Collects rows until they make a batch. */
import { type Batch, BATCH_ROWS } from './batch.ts';

export class RowWriter {
  #columns: Uint32Array[] = [];
  #capacity = 32;
  #length = 0;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
    this.#renew();
  }

  get length(): number {
    return this.#length;
  }

  /** Adds a row. @returns whether a batch is full and should be taken. */
  write(row: ArrayLike<number>): boolean {
    if (this.#length === this.#capacity) this.#grow();
    for (let column = 0; column < this.#width; column += 1)
      (this.#columns[column] as Uint32Array)[this.#length] = row[column] as number;
    this.#length += 1;
    return this.#length === BATCH_ROWS;
  }

  /** The rows so far, as a batch that is the taker's. */
  take(): Batch {
    const batch = { length: this.#length, columns: this.#columns };
    this.#length = 0;
    this.#renew();
    return batch;
  }

  #renew(): void {
    this.#columns = Array.from({ length: this.#width }, () => new Uint32Array(this.#capacity));
  }

  #grow(): void {
    this.#capacity = Math.min(this.#capacity * 8, BATCH_ROWS);
    this.#columns = this.#columns.map((column) => {
      const wider = new Uint32Array(this.#capacity);
      wider.set(column);
      return wider;
    });
  }
}
