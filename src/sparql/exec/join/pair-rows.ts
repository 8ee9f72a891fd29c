/** Pairs of compatible rows of two sides. https://www.w3.org/TR/sparql11-query/#defn_algJoin */
import type { JoinKeys, Plan } from '../../plan/plan.ts';
import { type Batch, BATCH_ROWS, gather } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import type { JoinTable } from './join-table.ts';

export interface Pairing {
  readonly left: Plan;
  readonly right: Plan;
  readonly join: JoinKeys;
  /** The columns to be given. */
  readonly variables: readonly string[];
}

/** Columns of `right` that make up the keys. */
export const keyColumns = (variables: readonly string[], names: readonly string[]): number[] =>
  names.map((name) => variables.indexOf(name));

export interface PairedBatch extends Batch {
  /** The row of the left batch behind each row. */
  readonly leftRows: Uint32Array;
}

/** All pairs of the rows of `batch` with rows of the table. */
export function* pairRows(
  batch: Batch,
  table: JoinTable,
  { left, right, join, variables }: Pairing,
  environment: Environment,
): Generator<PairedBatch> {
  const keys = keyColumns(left.variables, join.keys).map(
    (column) => batch.columns[column] as Uint32Array,
  );
  const loose = join.loose.map((name) => ({
    left: batch.columns[left.variables.indexOf(name)] as Uint32Array,
    right: right.variables.indexOf(name),
  }));
  let leftRows = new Uint32Array(BATCH_ROWS);
  let rightRows = new Uint32Array(BATCH_ROWS);
  let count = 0;
  const flush = (): PairedBatch => {
    const paired = {
      length: count,
      leftRows,
      columns: variables.map((name) =>
        joinedColumn(
          {
            left: batch.columns[left.variables.indexOf(name)],
            right: table.rows.columns[right.variables.indexOf(name)],
          },
          { leftRows, rightRows, count, isLoose: join.loose.includes(name) },
        ),
      ),
    };
    leftRows = new Uint32Array(BATCH_ROWS);
    rightRows = new Uint32Array(BATCH_ROWS);
    count = 0;
    return paired;
  };
  for (let row = 0; row < batch.length; row += 1) {
    let steps = 1;
    for (let other = table.first(keys, row); other !== -1; other = table.after(other, keys, row)) {
      steps += 1;
      if (steps > 1024) {
        environment.checkBudget(steps);
        steps = 0;
      }
      if (!isCompatible(loose, row, other, table)) continue;
      leftRows[count] = row;
      rightRows[count] = other;
      count += 1;
      if (count === BATCH_ROWS) yield flush();
    }
    environment.checkBudget(steps);
  }
  if (count > 0) yield flush();
}

/** Whether what both rows bind is the same. */
function isCompatible(
  loose: readonly { readonly left: Uint32Array; readonly right: number }[],
  row: number,
  other: number,
  table: JoinTable,
): boolean {
  for (const { left, right } of loose) {
    const a = left[row] as number;
    const b = (table.rows.columns[right] as Uint32Array)[other] as number;
    if (a !== b && a !== 0 && b !== 0) return false;
  }
  return true;
}

function joinedColumn(
  columns: { readonly left: Uint32Array | undefined; readonly right: Uint32Array | undefined },
  rows: {
    readonly leftRows: Uint32Array;
    readonly rightRows: Uint32Array;
    readonly count: number;
    readonly isLoose: boolean;
  },
): Uint32Array {
  const { left, right } = columns;
  const { leftRows, rightRows, count, isLoose } = rows;
  if (!left) return gather(right as Uint32Array, rightRows, count);
  const column = gather(left, leftRows, count);
  if (isLoose && right)
    for (let index = 0; index < count; index += 1)
      if (column[index] === 0) column[index] = right[rightRows[index] as number] as number;
  return column;
}
