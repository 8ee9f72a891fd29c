/**
 * Which accumulator serves which aggregate. Counts, sums of exact numbers, and minima of stored terms need no decoding;
 * all others decode the values of the terms.
 */
import type { AggregatePlan, Plan } from '../../plan/plan.ts';
import type { Accumulator } from './accumulator.ts';
import type { Batch } from '../batch/batch.ts';
import { CompiledCondition } from '../context/compiled-condition.ts';
import type { Environment } from '../context/environment.ts';
import { BoundCount, DistinctCount, DistinctRowCount, RowCount } from './count-accumulators.ts';
import { Extreme } from './extreme.ts';
import { GeneralAggregate } from './general-aggregate.ts';
import { NumberSum } from './number-sum.ts';

export function makeAccumulator(
  aggregate: AggregatePlan,
  input: Plan,
  environment: Environment,
): Accumulator {
  const { condition, isDistinct, name } = aggregate;
  if (!condition)
    return isDistinct
      ? new DistinctRowCount(input.variables.length, environment)
      : new RowCount(environment);
  const compiled = new CompiledCondition(condition, input.variables, environment);
  const ids = (batch: Batch) => compiled.column(batch);
  if (name === 'count')
    return isDistinct ? new DistinctCount(ids, environment) : new BoundCount(ids, environment);
  const general = () => new GeneralAggregate(aggregate, ids, environment);
  if ((name === 'sum' || name === 'avg') && !isDistinct)
    return new NumberSum({ name, ids, general }, environment);
  if (name === 'min' || name === 'max') return new Extreme(name, ids, general, environment);
  return general();
}
