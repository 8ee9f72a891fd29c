/** The rows that an operator hands down to a plan that starts from them. */
import type { Plan } from '../../plan/plan.ts';
import type { Batch } from '../batch/batch.ts';

/** The variables of the seed, as its node in the plan has them. */
export function seedVariables(plan: Plan, seed: number): readonly string[] {
  return findSeed(plan, seed)?.variables ?? [];
}

function findSeed(plan: Plan, seed: number): Plan | undefined {
  if (plan.kind === 'seed') return plan.seed === seed ? plan : undefined;
  const below =
    'inputs' in plan
      ? plan.inputs
      : 'left' in plan
        ? [plan.left, plan.right]
        : 'input' in plan
          ? [plan.input]
          : [];
  for (const child of below) {
    const found = findSeed(child, seed);
    if (found) return found;
  }
  return undefined;
}

/** The named columns of a batch, and the number of each row as the column "#row". */
export function withRowNumbers(
  { columns, length }: Batch,
  from: readonly string[],
  to: readonly string[],
): Batch {
  return {
    length,
    columns: to.map((name) => {
      if (name !== '#row') return columns[from.indexOf(name)] as Uint32Array;
      const numbers = new Uint32Array(length);
      for (let row = 0; row < length; row += 1) numbers[row] = row;
      return numbers;
    }),
  };
}
