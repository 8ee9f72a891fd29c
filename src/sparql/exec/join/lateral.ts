/** Joins whose right side starts from the rows of the left one, batch by batch. */
import type { Plan } from '../../plan/plan.ts';
import { type Batch, gather, select } from '../batch/batch.ts';
import { CompiledCondition } from '../context/compiled-condition.ts';
import type { ExecContext } from '../context/context.ts';
import { seedVariables, withRowNumbers } from '../context/seed-rows.ts';
import { withUnmatched } from '../batch/unmatched-rows.ts';

export function* lateral(plan: Plan & { kind: 'lateral' }, context: ExecContext): Generator<Batch> {
  const { left, right, seed, variables } = plan;
  const outputs = variables.map((name) => right.variables.indexOf(name));
  for (const batch of context.execute(left)) {
    context.seeds[seed] = batch;
    for (const { columns, length } of context.execute(right))
      yield { length, columns: outputs.map((column) => columns[column] as Uint32Array) };
  }
}

/** https://www.w3.org/TR/sparql11-query/#defn_algLeftJoin */
export function* leftLateral(
  plan: Plan & { kind: 'leftLateral' },
  context: ExecContext,
): Generator<Batch> {
  const { left, right, seed, condition, variables } = plan;
  const shared = seedVariables(right, seed);
  const row = right.variables.indexOf('#row');
  // The left side may have row numbers of its own, those of an OPTIONAL around this one.
  const joined = [
    ...new Set([...left.variables, ...right.variables.filter((name) => name !== '#row')]),
  ];
  const test = condition && new CompiledCondition(condition, joined, context);
  const names = test ? joined : variables;
  for (const batch of context.execute(left)) {
    context.seeds[seed] = withRowNumbers(batch, left.variables, shared);
    const isMatched = new Uint8Array(batch.length);
    for (const found of context.execute(right)) {
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
      const kept = test?.select(merged);
      const count = kept?.count ?? merged.length;
      for (let index = 0; index < count; index += 1)
        isMatched[rows[kept?.rows ? (kept.rows[index] as number) : index] as number] = 1;
      if (count === 0) continue;
      const matching = kept?.rows ? select(merged, kept.rows, count) : merged;
      yield {
        length: count,
        columns: variables.map((name) => matching.columns[names.indexOf(name)] as Uint32Array),
      };
    }
    const rest = withUnmatched(batch, isMatched, { from: left.variables, to: variables });
    if (rest) yield rest;
  }
}
