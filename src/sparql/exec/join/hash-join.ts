/**
 * Join and LeftJoin of two independent sides, and MINUS: one side is stored in a table, the other one streams. Of a
 * join the plan names the side; LeftJoin and MINUS store the right side, since each row of the left one is a result.
 */
import type { JoinKeys, Plan } from '../../plan/plan.ts';
import { type Batch, select } from '../batch/batch.ts';
import { CompiledCondition } from '../context/compiled-condition.ts';
import type { Environment } from '../context/environment.ts';
import { JoinTable } from './join-table.ts';
import { keyColumns, pairRows } from './pair-rows.ts';
import { withUnmatched } from '../batch/unmatched-rows.ts';

/** https://www.w3.org/TR/sparql11-query/#defn_algJoin */
export function* hashJoin(
  plan: Plan & { kind: 'hashJoin' },
  environment: Environment,
): Generator<Batch> {
  const { left, right, join, variables } = plan;
  const [stored, streamed] = plan.stored === 'left' ? [left, right] : [right, left];
  const table = tableOf(stored, join, environment);
  if (table.length === 0) return;
  for (const batch of environment.execute(streamed))
    yield* pairRows(batch, table, { streamed, stored, join, variables }, environment);
}

/** https://www.w3.org/TR/sparql11-query/#defn_algLeftJoin */
export function* leftHashJoin(
  plan: Plan & { kind: 'leftHashJoin' },
  environment: Environment,
): Generator<Batch> {
  const { left, right, join, condition, variables } = plan;
  const table = tableOf(plan.right, plan.join, environment);
  // The condition reads the columns of both sides.
  const joined = [...new Set([...left.variables, ...right.variables])];
  const test = condition && new CompiledCondition(condition, joined, environment);
  for (const batch of environment.execute(left)) {
    const isMatched = new Uint8Array(batch.length);
    for (const paired of pairRows(
      batch,
      table,
      { streamed: left, stored: right, join, variables: joined },
      environment,
    )) {
      const selected = test ? test.select(paired) : undefined;
      const rows = selected?.rows;
      const count = selected?.count ?? paired.length;
      for (let index = 0; index < count; index += 1)
        isMatched[paired.streamedRows[rows ? (rows[index] as number) : index] as number] = 1;
      const matching = rows ? select(paired, rows, count) : paired;
      if (count > 0)
        yield {
          length: count,
          columns: variables.map((name) => matching.columns[joined.indexOf(name)] as Uint32Array),
        };
    }
    const rest = withUnmatched(batch, isMatched, { from: left.variables, to: variables });
    if (rest) yield rest;
  }
}

/** Removes the rows that are compatible with one on the right that shares a variable. https://www.w3.org/TR/sparql11-query/#defn_algMinus */
export function* minus(plan: Plan & { kind: 'minus' }, environment: Environment): Generator<Batch> {
  const { left, join, variables } = plan;
  const outputs = variables.map((name) => left.variables.indexOf(name));
  const project = (batch: Batch): Batch => ({
    length: batch.length,
    columns: outputs.map((column) => batch.columns[column] as Uint32Array),
  });
  if (join.keys.length + join.optionalKeys.length === 0) {
    for (const batch of environment.execute(left)) yield project(batch);
    return;
  }
  const table = tableOf(plan.right, plan.join, environment);
  const keys = keyColumns(left.variables, join.keys);
  const optionalKeys = join.optionalKeys.map((name) => ({
    left: left.variables.indexOf(name),
    right: table.rows.columns[plan.right.variables.indexOf(name)] as Uint32Array,
  }));
  for (const batch of environment.execute(left)) {
    const keyed = keys.map((column) => batch.columns[column] as Uint32Array);
    const rows = new Uint32Array(batch.length);
    let count = 0;
    let steps = 0;
    for (let row = 0; row < batch.length; row += 1) {
      let isTaken = false;
      let other = table.first(keyed, row);
      for (; other !== -1 && !isTaken; other = table.after(other, keyed, row)) {
        isTaken = isCompatibleAndOverlapping(batch, row, optionalKeys, other, keys.length > 0);
        steps += 1;
        if (steps === 4096) {
          environment.checkBudget(steps);
          steps = 0;
        }
      }
      if (!isTaken) rows[count++] = row;
    }
    environment.checkBudget(batch.length);
    if (count === batch.length) yield project(batch);
    else if (count > 0) yield project(select(batch, rows, count));
  }
}

function isCompatibleAndOverlapping(
  batch: Batch,
  row: number,
  optionalKeys: readonly { readonly left: number; readonly right: Uint32Array }[],
  other: number,
  sharesKeys: boolean,
): boolean {
  let shares = sharesKeys;
  for (const { left, right } of optionalKeys) {
    const a = (batch.columns[left] as Uint32Array)[row] as number;
    const b = right[other] as number;
    if (a === 0 || b === 0) continue;
    if (a !== b) return false;
    shares = true;
  }
  return shares;
}

function tableOf(plan: Plan, { keys }: JoinKeys, environment: Environment): JoinTable {
  return new JoinTable(environment.execute(plan), {
    width: plan.variables.length,
    keys: keyColumns(plan.variables, keys),
    environment,
  });
}
