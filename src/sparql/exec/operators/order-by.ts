/** ORDER BY. Ids of the store are in the order of terms already, so that most sorting is of numbers. https://www.w3.org/TR/sparql11-query/#modOrderBy */
import { compareForOrder } from '../../values/compare.ts';

import type { Plan } from '../../plan/plan.ts';
import { type Batch, BATCH_ROWS, gather, sliceBatch } from '../batch/batch.ts';
import { CompiledCondition } from '../context/compiled-condition.ts';
import type { Environment } from '../context/environment.ts';
import { RowStore } from '../batch/row-store.ts';

/** Below this many rows a comparing sort is quicker than counting digits. */
const RADIX_ROWS = 4096;

export function* orderBy(
  plan: Plan & { kind: 'orderBy' },
  environment: Environment,
): Generator<Batch> {
  const { input, keys, limit, variables } = plan;
  const compiled = keys.map(
    ({ condition }) => new CompiledCondition(condition, input.variables, environment),
  );
  const width = input.variables.length;
  const rows = new RowStore(width + keys.length);
  const sorted = (): Uint32Array => {
    const columns = rows.columns.slice(width).map((ids, key) =>
      toRanks(ids.subarray(0, rows.length), {
        isDescending: keys[key]?.isDescending === true,
        environment,
      }),
    );
    return sortRows(columns, rows.length, environment);
  };
  // Of unsorted input, twice as many rows as the limit are retained, then reduced to the limit.
  const most = limit === Infinity ? Infinity : Math.max(2 * limit, 4 * BATCH_ROWS);
  for (const batch of environment.execute(input)) {
    const keyColumns = compiled.map((condition) => condition.column(batch));
    rows.append({ length: batch.length, columns: [...batch.columns, ...keyColumns] });
    environment.checkBudget(batch.length);
    if (rows.length > most) rows.retain(sorted(), limit);
    else environment.allocate(batch.length * (width + keys.length) * 4);
  }
  const total = Math.min(rows.length, limit);
  if (total === 0) return;
  const sequence = sorted();
  const outputs = variables.map(
    (name) => rows.columns[input.variables.indexOf(name)] as Uint32Array,
  );
  for (let from = 0; from < total; from += BATCH_ROWS) {
    const to = Math.min(total, from + BATCH_ROWS);
    const part = sequence.subarray(from, to);
    yield sliceBatch(
      { length: to - from, columns: outputs.map((column) => gather(column, part, to - from)) },
      0,
      to - from,
    );
  }
}

/** Numbers in the order of the terms: equal for equal values, reversed when descending. */
function toRanks(
  ids: Uint32Array,
  {
    isDescending,
    environment,
  }: { readonly isDescending: boolean; readonly environment: Environment },
): Uint32Array {
  const { terms } = environment;
  const { dictionary } = terms;
  const ranks = new Uint32Array(ids.length);
  let hasMade = false;
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] as number;
    if (id > dictionary.size) {
      hasMade = true;
      break;
    }
    ranks[row] = id === 0 ? 0 : dictionary.rankOf(id as never);
  }
  if (hasMade) rankByValue(ids, ranks, environment);
  if (isDescending)
    for (let row = 0; row < ranks.length; row += 1) ranks[row] = ~(ranks[row] as number) >>> 0;
  return ranks;
}

/** With terms that the query made, the different ids are sorted by value once. */
function rankByValue(ids: Uint32Array, ranks: Uint32Array, { terms }: Environment): void {
  const different = [...new Set(ids)]
    .filter((id) => id !== 0)
    .map((id) => ({ id, value: terms.valueOf(id) }))
    .toSorted((a, b) => compareForOrder(a.value, b.value));
  const rankOf = new Map<number, number>([[0, 0]]);
  let rank = 0;
  for (const [place, { id, value }] of different.entries()) {
    const before = different[place - 1];
    if (!before || compareForOrder(before.value, value) !== 0) rank += 1;
    rankOf.set(id, rank);
  }
  for (let row = 0; row < ids.length; row += 1)
    ranks[row] = rankOf.get(ids[row] as number) as number;
}

/** The rows in the order of the columns, the first one deciding first; equal rows stay in sequence. */
function sortRows(
  columns: readonly Uint32Array[],
  length: number,
  environment: Environment,
): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) rows[row] = row;
  if (length < RADIX_ROWS)
    return rows.sort((a, b) => {
      for (const column of columns) {
        const difference = (column[a] as number) - (column[b] as number);
        if (difference !== 0) return difference;
      }
      return a - b;
    });
  let from: Uint32Array = rows;
  let to: Uint32Array = new Uint32Array(length);
  for (const column of columns.toReversed())
    for (const shift of [0, 16]) {
      if (!sortByDigit(column, { from, to, shift })) continue;
      [from, to] = [to, from];
      environment.checkBudget(length);
    }
  return from;
}

/** One stable counting sort by 16 bits. @returns false where all digits are the same. */
function sortByDigit(
  column: Uint32Array,
  { from, to, shift }: { from: Uint32Array; to: Uint32Array; shift: number },
): boolean {
  const counts = new Uint32Array(65_537);
  for (let index = 0; index < from.length; index += 1) {
    const digit = ((column[index] as number) >>> shift) & 0xffff;
    counts[digit + 1] = (counts[digit + 1] as number) + 1;
  }
  if (counts.includes(from.length)) return false;
  for (let digit = 1; digit < counts.length; digit += 1)
    counts[digit] = (counts[digit] as number) + (counts[digit - 1] as number);
  for (let index = 0; index < from.length; index += 1) {
    const row = from[index] as number;
    const digit = ((column[row] as number) >>> shift) & 0xffff;
    const place = counts[digit] as number;
    to[place] = row;
    counts[digit] = place + 1;
  }
  return true;
}
