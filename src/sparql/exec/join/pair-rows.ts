/** Pairs of compatible rows of two sides. https://www.w3.org/TR/sparql11-query/#defn_algJoin */
import type { JoinKeys, Plan } from '../../plan/plan.ts';
import { type Batch, BATCH_ROWS, gather } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import type { JoinTable } from './join-table.ts';

export interface Pairing {
  readonly streamed: Plan;
  readonly stored: Plan;
  readonly join: JoinKeys;
  /** The columns to be given. */
  readonly variables: readonly string[];
}

/** The columns of the keys. */
export const keyColumns = (variables: readonly string[], names: readonly string[]): number[] =>
  names.map((name) => variables.indexOf(name));

export interface PairedBatch extends Batch {
  /** The row of the streamed batch behind each row; valid until the next batch is pulled. */
  readonly streamedRows: Uint32Array;
}

/** Steps between two checks of the budget. */
const STEPS_PER_CHECK = 4096;

/** All pairs of the rows of `batch` with rows of the table. */
export function* pairRows(
  batch: Batch,
  table: JoinTable,
  { streamed, stored, join, variables }: Pairing,
  environment: Environment,
): Generator<PairedBatch> {
  const keys = keyColumns(streamed.variables, join.keys).map(
    (column) => batch.columns[column] as Uint32Array,
  );
  const optionalKeys = join.optionalKeys.map((name) => ({
    streamed: batch.columns[streamed.variables.indexOf(name)] as Uint32Array,
    stored: stored.variables.indexOf(name),
  }));
  const streamedRows = new Uint32Array(BATCH_ROWS);
  const storedRows = new Uint32Array(BATCH_ROWS);
  let count = 0;
  const flush = (): PairedBatch => {
    const paired = {
      length: count,
      streamedRows,
      columns: variables.map((name) =>
        joinedColumn(
          {
            streamed: batch.columns[streamed.variables.indexOf(name)],
            stored: table.rows.columns[stored.variables.indexOf(name)],
          },
          { streamedRows, storedRows, count, isOptional: join.optionalKeys.includes(name) },
        ),
      ),
    };
    count = 0;
    return paired;
  };
  let steps = batch.length;
  for (let row = 0; row < batch.length; row += 1) {
    for (let other = table.first(keys, row); other !== -1; other = table.after(other, keys, row)) {
      steps += 1;
      if (steps > STEPS_PER_CHECK) {
        environment.checkBudget(steps);
        steps = 0;
      }
      if (!isCompatible(optionalKeys, row, other, table)) continue;
      streamedRows[count] = row;
      storedRows[count] = other;
      count += 1;
      if (count === BATCH_ROWS) yield flush();
    }
  }
  environment.checkBudget(steps);
  if (count > 0) yield flush();
}

/** Whether what both rows bind is the same. */
function isCompatible(
  optionalKeys: readonly { readonly streamed: Uint32Array; readonly stored: number }[],
  row: number,
  other: number,
  table: JoinTable,
): boolean {
  for (const { streamed, stored } of optionalKeys) {
    const a = streamed[row] as number;
    const b = (table.rows.columns[stored] as Uint32Array)[other] as number;
    if (a !== b && a !== 0 && b !== 0) return false;
  }
  return true;
}

function joinedColumn(
  columns: { readonly streamed: Uint32Array | undefined; readonly stored: Uint32Array | undefined },
  rows: {
    readonly streamedRows: Uint32Array;
    readonly storedRows: Uint32Array;
    readonly count: number;
    readonly isOptional: boolean;
  },
): Uint32Array {
  const { streamed, stored } = columns;
  const { streamedRows, storedRows, count, isOptional } = rows;
  if (!streamed) return gather(stored as Uint32Array, storedRows, count);
  const column = gather(streamed, streamedRows, count);
  if (isOptional && stored)
    for (let index = 0; index < count; index += 1)
      if (column[index] === 0) column[index] = stored[storedRows[index] as number] as number;
  return column;
}
