/** GROUP BY and aggregates. https://www.w3.org/TR/sparql11-query/#aggregateAlgebra */
import type { Plan } from '../../plan/plan.ts';
import type { Accumulator } from '../aggregate/accumulator.ts';
import { makeAccumulator } from '../aggregate/accumulators.ts';
import { type Batch, BATCH_ROWS, gather } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { TupleTable } from '../batch/tuple-table.ts';

/** Estimated memory of one group besides its key. */
const BYTES_PER_GROUP = 48;

export function* group(plan: Plan & { kind: 'group' }, environment: Environment): Generator<Batch> {
  const { input, by, aggregates, variables } = plan;
  const accumulators = aggregates.map((aggregate) =>
    makeAccumulator(aggregate, input, environment),
  );
  const groups = new TupleTable(by.length);
  const keys = by.map((name) => input.variables.indexOf(name));
  for (const batch of environment.execute(input)) {
    environment.checkBudget(batch.length * (1 + accumulators.length));
    const previous = groups.length;
    const numbers = numberGroups(batch, keys, groups);
    environment.allocate(
      (groups.length - previous) * (BYTES_PER_GROUP * aggregates.length + by.length * 8),
    );
    const count = by.length === 0 ? 1 : groups.length;
    for (const accumulator of accumulators) accumulator.add(batch, numbers, count);
  }
  // Without GROUP BY there is one group, even of nothing.
  const count = by.length === 0 ? 1 : groups.length;
  yield* giveGroups({ variables, by, aggregates, accumulators, groups, count }, environment);
}

/** The number of each row's group; undefined where all rows are of one. */
function numberGroups(
  { columns, length }: Batch,
  keys: readonly number[],
  groups: TupleTable,
): Uint32Array | undefined {
  if (keys.length === 0) return undefined;
  const keyed = keys.map((column) => columns[column] ?? new Uint32Array(length));
  const numbers = new Uint32Array(length);
  const [first] = keyed as [Uint32Array];
  const isSingle = keyed.length === 1;
  let last = -1;
  for (let row = 0; row < length; row += 1) {
    // Rows are often sorted: the group of the previous row is tried first.
    if (isSingle && row > 0 && first[row] === first[row - 1]) {
      numbers[row] = last;
      continue;
    }
    const inserted = groups.insert(keyed, row);
    last = inserted < 0 ? -1 - inserted : inserted;
    numbers[row] = last;
  }
  return numbers;
}

function* giveGroups(
  {
    variables,
    by,
    aggregates,
    accumulators,
    groups,
    count,
  }: {
    readonly variables: readonly string[];
    readonly by: readonly string[];
    readonly aggregates: readonly { readonly variable: string }[];
    readonly accumulators: readonly Accumulator[];
    readonly groups: TupleTable;
    readonly count: number;
  },
  environment: Environment,
): Generator<Batch> {
  for (let from = 0; from < count; from += BATCH_ROWS) {
    const length = Math.min(BATCH_ROWS, count - from);
    environment.checkBudget(length);
    const rows = Uint32Array.from({ length }, (_, index) => from + index);
    yield {
      length,
      columns: variables.map((name) => {
        const key = by.indexOf(name);
        if (key >= 0) return gather(groups.columns[key] as Uint32Array, rows, length);
        const place = aggregates.findIndex(({ variable }) => variable === name);
        const accumulator = accumulators[place] as Accumulator;
        return rows.map((number) => accumulator.result(number));
      }),
    };
  }
}
