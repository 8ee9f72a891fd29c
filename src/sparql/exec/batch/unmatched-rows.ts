/** The rows of an OPTIONAL's left side that have no match: they are retained, with the variables of the right side unbound. */
import { type Batch, gather } from './batch.ts';

export function withUnmatched(
  batch: Batch,
  isMatched: Uint8Array,
  names: { readonly from: readonly string[]; readonly to: readonly string[] },
): Batch | undefined {
  const rows = new Uint32Array(batch.length);
  let count = 0;
  for (let row = 0; row < batch.length; row += 1) if (isMatched[row] === 0) rows[count++] = row;
  if (count === 0) return undefined;
  return {
    length: count,
    columns: names.to.map((name) => {
      const column = batch.columns[names.from.indexOf(name)];
      return column ? gather(column, rows, count) : new Uint32Array(count);
    }),
  };
}
