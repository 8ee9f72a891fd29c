/** The rows that an operator hands down to a plan that starts from them. */
import { ROW_NUMBER } from '../../algebra/variables.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Batch } from '../batch/batch.ts';

/** The variables of the outer rows that a plan starts from. */
export function outerVariables(plan: Plan, correlation: number): readonly string[] {
  return findOuterRows(plan, correlation)?.variables ?? [];
}

function findOuterRows(plan: Plan, correlation: number): Plan | undefined {
  if (plan.kind === 'outerRows') return plan.correlation === correlation ? plan : undefined;
  const below =
    'inputs' in plan
      ? plan.inputs
      : 'left' in plan
        ? [plan.left, plan.right]
        : 'input' in plan
          ? [plan.input]
          : [];
  for (const child of below) {
    const found = findOuterRows(child, correlation);
    if (found) return found;
  }
  return undefined;
}

/** The named columns of a batch, and the number of each row as the column `ROW_NUMBER`. */
export function withRowNumbers(
  { columns, length }: Batch,
  from: readonly string[],
  to: readonly string[],
): Batch {
  return {
    length,
    columns: to.map((name) => {
      if (name !== ROW_NUMBER) return columns[from.indexOf(name)] as Uint32Array;
      const numbers = new Uint32Array(length);
      for (let row = 0; row < length; row += 1) numbers[row] = row;
      return numbers;
    }),
  };
}
