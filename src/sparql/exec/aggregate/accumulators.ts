/**
 * Which accumulator serves which aggregate. Counts, sums of exact numbers, and minima of stored terms need no decoding;
 * everything else goes through the values of the terms.
 */
import type { AggregatePlan, Plan } from '../../plan/plan.ts';
import type { Accumulator } from './accumulator.ts';
import type { Batch } from '../batch/batch.ts';
import { CompiledCondition } from '../context/compiled-condition.ts';
import type { ExecContext } from '../context/context.ts';
import { BoundCount, DistinctCount, DistinctRowCount, RowCount } from './count-accumulators.ts';
import { Extreme } from './extreme.ts';
import { GeneralAggregate } from './general-aggregate.ts';
import { NumberSum } from './number-sum.ts';

export function makeAccumulator(
  aggregate: AggregatePlan,
  input: Plan,
  context: ExecContext,
): Accumulator {
  const { condition, isDistinct, name } = aggregate;
  if (!condition)
    return isDistinct
      ? new DistinctRowCount(input.variables.length, context)
      : new RowCount(context);
  const compiled = new CompiledCondition(condition, input.variables, context);
  const ids = (batch: Batch) => compiled.column(batch);
  if (name === 'count')
    return isDistinct ? new DistinctCount(ids, context) : new BoundCount(ids, context);
  const general = () => new GeneralAggregate(aggregate, ids, context);
  if ((name === 'sum' || name === 'avg') && !isDistinct)
    return new NumberSum({ name, ids, general }, context);
  if (name === 'min' || name === 'max') return new Extreme(name, ids, general, context);
  return general();
}
