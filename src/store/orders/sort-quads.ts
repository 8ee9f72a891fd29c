/** Sorts rows of ids by counting: one pass per column, each stable, so that one order follows from another. */

import { release, scratchUint32 } from '../memory/scratch.ts';

/** Columns of equal length. */
export type Columns = readonly Uint32Array[];

/**
 * The rows sorted by column `by`, equal ones in the sequence they had. The result is scratch memory that the caller owns.
 * @param size one more than the largest id.
 * @param offsets filled with the runs of each id: row `offsets[id]` to `offsets[id + 1]`; size + 1 long.
 */
export function sortByColumn(
  columns: Columns,
  by: number,
  {
    size,
    offsets = scratchUint32(size + 1),
  }: { readonly size: number; readonly offsets?: Uint32Array },
): Uint32Array[] {
  const keys = columns[by] as Uint32Array;
  const { length } = keys;
  offsets.fill(0);
  for (let row = 0; row < length; row += 1) {
    const slot = (keys[row] as number) + 1;
    offsets[slot] = (offsets[slot] as number) + 1;
  }
  for (let id = 1; id < offsets.length; id += 1)
    offsets[id] = (offsets[id] as number) + (offsets[id - 1] as number);
  const next = scratchUint32(offsets.length);
  next.set(offsets);
  const places = scratchUint32(length);
  for (let row = 0; row < length; row += 1) {
    const key = keys[row] as number;
    const place = next[key] as number;
    places[row] = place;
    next[key] = place + 1;
  }
  const sortedColumns = columns.map((column) => {
    const sorted = scratchUint32(length);
    for (let row = 0; row < length; row += 1) sorted[places[row] as number] = column[row] as number;
    return sorted;
  });
  release(next, places);
  return sortedColumns;
}

/** The same, where the rows as they were are not needed any more. */
export function sortOnByColumn(
  columns: Columns,
  by: number,
  runs: { readonly size: number; readonly offsets?: Uint32Array },
): Uint32Array[] {
  const sorted = sortByColumn(columns, by, runs);
  release(...columns);
  return sorted;
}

/** The rows that differ from the one before; columns are shortened in place and may stay longer underneath. */
export function withoutRepeats(columns: Columns): Uint32Array[] {
  const { length } = columns[0] as Uint32Array;
  const width = columns.length;
  let kept = 0;
  for (let row = 0; row < length; row += 1) {
    let isNew = row === 0;
    for (let column = 0; column < width && !isNew; column += 1) {
      const values = columns[column] as Uint32Array;
      isNew = values[row] !== values[kept - 1];
    }
    if (!isNew) continue;
    if (kept !== row)
      for (let column = 0; column < width; column += 1) {
        const values = columns[column] as Uint32Array;
        values[kept] = values[row] as number;
      }
    kept += 1;
  }
  return columns.map((column) => column.subarray(0, kept));
}
