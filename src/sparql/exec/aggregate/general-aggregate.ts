/** Aggregates that decode values. */
import { createAggregate } from '../../expression/aggregates.ts';
import type { Value } from '../../values/value.ts';
import type { AggregatePlan } from '../../plan/plan.ts';
import type { Accumulator, IdsOf } from './accumulator.ts';
import type { Batch } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { SeenValues } from './seen-values.ts';

/** Any aggregate, by values. */
export class GeneralAggregate implements Accumulator {
  readonly #groups: ReturnType<typeof createAggregate>[] = [];
  readonly #aggregate: AggregatePlan;
  readonly #ids: IdsOf;
  readonly #environment: Environment;
  readonly #seen: SeenValues | undefined;

  constructor(aggregate: AggregatePlan, ids: IdsOf, environment: Environment) {
    this.#aggregate = aggregate;
    this.#ids = ids;
    this.#environment = environment;
    this.#seen = aggregate.isDistinct ? new SeenValues(environment) : undefined;
  }

  add(batch: Batch, numbers: Uint32Array | undefined): void {
    const ids = this.#ids(batch);
    const fresh = this.#seen?.withoutSeen(ids, numbers, batch.length);
    for (let row = 0; row < batch.length; row += 1) {
      const id = ids[row] as number;
      // Errors count each time; a value that occurred before does not.
      if (fresh && id !== 0 && fresh[row] === 0) continue;
      this.addValue(numbers ? (numbers[row] as number) : 0, this.#valueOf(id));
    }
  }

  addValue(group: number, value: Value | undefined): void {
    this.#of(group).add(value);
    if (this.#aggregate.name === 'group_concat' && value && 'text' in value)
      this.#environment.allocate(value.text.length * 2);
  }

  result(group: number): number {
    const value = this.#of(group).result();
    return value ? this.#environment.terms.idOf(value) : 0;
  }

  #valueOf(id: number): Value | undefined {
    return id === 0 ? undefined : this.#environment.terms.valueOf(id);
  }

  #of(group: number): ReturnType<typeof createAggregate> {
    const { name, separator } = this.#aggregate;
    return (this.#groups[group] ??= createAggregate(name, { separator }));
  }
}
