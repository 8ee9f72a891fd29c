/** Rows of one side of a join, found by the ids they share with the other. */
import type { Batch } from '../batch/batch.ts';
import { RowStore } from '../batch/row-store.ts';
import { hashRow } from '../batch/tuple-table.ts';
import type { Environment } from '../context/environment.ts';

export class JoinTable {
  readonly rows: RowStore;
  readonly #keys: readonly number[];
  #heads = new Int32Array(0);
  #next = new Int32Array(0);

  /** @param keys columns of the rows by which they are found. */
  constructor(
    input: Iterable<Batch>,
    {
      width,
      keys,
      environment,
    }: { width: number; keys: readonly number[]; environment: Environment },
  ) {
    this.rows = new RowStore(width);
    this.#keys = keys;
    let counted = 0;
    for (const batch of input) {
      if (width === 0) counted += batch.length;
      else this.rows.append(batch);
      environment.allocate(batch.length * (width * 4 + 8));
      environment.checkBudget(batch.length);
    }
    this.length = width === 0 ? counted : this.rows.length;
    this.#index();
  }

  readonly length: number;

  /** The first row whose keys equal those of row `row` of `columns`; -1 for none. */
  first(columns: readonly Uint32Array[], row: number): number {
    if (this.length === 0) return -1;
    if (this.#keys.length === 0) return 0;
    const slot = hashRow(columns, row, columns.length) & (this.#heads.length - 1);
    const head = this.#heads[slot] as number;
    return head === -1 ? -1 : this.#matching(head, columns, row);
  }

  /** The next one after `found`; -1 for none. */
  after(found: number, columns: readonly Uint32Array[], row: number): number {
    if (this.#keys.length === 0) return found + 1 < this.length ? found + 1 : -1;
    return this.#matching(this.#next[found] as number, columns, row);
  }

  #matching(start: number, columns: readonly Uint32Array[], row: number): number {
    const own = this.rows.columns;
    const keys = this.#keys;
    let candidate = start;
    search: while (candidate !== -1) {
      for (let key = 0; key < keys.length; key += 1)
        if (
          (own[keys[key] as number] as Uint32Array)[candidate] !==
          (columns[key] as Uint32Array)[row]
        ) {
          candidate = this.#next[candidate] as number;
          continue search;
        }
      return candidate;
    }
    return -1;
  }

  #index(): void {
    if (this.#keys.length === 0) return;
    const { length } = this;
    let size = 16;
    while (size < length * 2) size *= 2;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(length);
    const columns = this.#keys.map((key) => this.rows.columns[key] as Uint32Array);
    // From the last to the first, so that chains are in the sequence of the rows.
    for (let row = length - 1; row >= 0; row -= 1) {
      const slot = hashRow(columns, row, columns.length) & (size - 1);
      this.#next[row] = this.#heads[slot] as number;
      this.#heads[slot] = row;
    }
  }
}
