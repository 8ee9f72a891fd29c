/**
 * Solution mappings, column by column. https://www.w3.org/TR/sparql11-query/#sparqlSolutions
 * A batch is never written after it was handed on: columns may be shared with the store.
 */

/** Rows that operators try to put in one batch: enough to amortise calls, few enough to stay in cache. */
export const BATCH_ROWS = 2048;

/**
 * Rows of the first batch of an operator: a column of so many ids is the longest that V8 allocates among small objects,
 * without a block of memory of its own.
 */
export const FIRST_ROWS = 16;

/** A run of solutions. `columns[i]` holds the term ids of variable `i`; 0 is unbound. At least `length` are valid. */
export interface Batch {
  readonly length: number;
  readonly columns: readonly Uint32Array[];
}

/** The rows `rows[0..count)` of a column. */
export function gather(column: Uint32Array, rows: Uint32Array, count: number): Uint32Array {
  const gathered = new Uint32Array(count);
  for (let index = 0; index < count; index += 1)
    gathered[index] = column[rows[index] as number] as number;
  return gathered;
}

/** The rows `rows[0..count)` of a batch, in that order. */
export function select(batch: Batch, rows: Uint32Array, count: number): Batch {
  return { length: count, columns: batch.columns.map((column) => gather(column, rows, count)) };
}

/** Rows `start` (inclusive) to `end` (exclusive), sharing memory with `batch`. */
export function sliceBatch(batch: Batch, start: number, end: number): Batch {
  return {
    length: end - start,
    columns: batch.columns.map((column) => column.subarray(start, end)),
  };
}
