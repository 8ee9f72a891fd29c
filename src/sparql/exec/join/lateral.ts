/** Joins whose right side starts from the rows of the left one, batch by batch. */
import { ROW_NUMBER } from '../../algebra/variables.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Batch, gather, select } from '../batch/batch.ts';
import { CompiledCondition } from '../context/compiled-condition.ts';
import type { Environment } from '../context/environment.ts';
import { outerVariables, withRowNumbers } from '../context/outer-rows.ts';
import { withUnmatched } from '../batch/unmatched-rows.ts';

export function* lateral(
  plan: Plan & { kind: 'lateral' },
  environment: Environment,
): Generator<Batch> {
  const { left, right, correlation, variables } = plan;
  const outputs = variables.map((name) => right.variables.indexOf(name));
  for (const batch of environment.execute(left)) {
    const inner = environment.withOuterRows(correlation, batch);
    for (const { columns, length } of inner.execute(right))
      yield { length, columns: outputs.map((column) => columns[column] as Uint32Array) };
  }
}

/** https://www.w3.org/TR/sparql11-query/#defn_algLeftJoin */
export function* leftLateral(
  plan: Plan & { kind: 'leftLateral' },
  environment: Environment,
): Generator<Batch> {
  const { left, right, correlation, condition, variables } = plan;
  const shared = outerVariables(right, correlation);
  const row = right.variables.indexOf(ROW_NUMBER);
  // The left side may have row numbers of its own, those of an OPTIONAL around this one.
  const joined = [
    ...new Set([...left.variables, ...right.variables.filter((name) => name !== ROW_NUMBER)]),
  ];
  const test = condition && new CompiledCondition(condition, joined, environment);
  const names = test ? joined : variables;
  for (const batch of environment.execute(left)) {
    const inner = environment.withOuterRows(
      correlation,
      withRowNumbers(batch, left.variables, shared),
    );
    const isMatched = new Uint8Array(batch.length);
    for (const found of inner.execute(right)) {
      const rows = found.columns[row] as Uint32Array;
      const merged: Batch = {
        length: found.length,
        columns: names.map((name) => {
          const column = batch.columns[left.variables.indexOf(name)];
          return column
            ? gather(column, rows, found.length)
            : (found.columns[right.variables.indexOf(name)] as Uint32Array);
        }),
      };
      const selected = test?.select(merged);
      const count = selected?.count ?? merged.length;
      for (let index = 0; index < count; index += 1)
        isMatched[rows[selected?.rows ? (selected.rows[index] as number) : index] as number] = 1;
      if (count === 0) continue;
      const matching = selected?.rows ? select(merged, selected.rows, count) : merged;
      yield {
        length: count,
        columns: variables.map((name) => matching.columns[names.indexOf(name)] as Uint32Array),
      };
    }
    const rest = withUnmatched(batch, isMatched, { from: left.variables, to: variables });
    if (rest) yield rest;
  }
}
