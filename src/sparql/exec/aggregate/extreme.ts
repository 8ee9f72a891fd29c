/** Minima and maxima by the order of ids. */
import { type Accumulator, type IdsOf, Numbers } from './accumulator.ts';
import type { Batch } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import type { GeneralAggregate } from './general-aggregate.ts';

/** MIN and MAX of terms of the store are the lowest and the highest id. */
export class Extreme implements Accumulator {
  readonly #isMin: boolean;
  readonly #best = new Numbers();
  readonly #ids: IdsOf;
  readonly #makeGeneral: () => GeneralAggregate;
  readonly #environment: Environment;
  #general: GeneralAggregate | undefined;

  constructor(
    name: 'min' | 'max',
    ids: IdsOf,
    general: () => GeneralAggregate,
    environment: Environment,
  ) {
    this.#isMin = name === 'min';
    this.#ids = ids;
    this.#makeGeneral = general;
    this.#environment = environment;
  }

  add(batch: Batch, numbers: Uint32Array | undefined, count: number): void {
    if (this.#general) {
      this.#general.add(batch, numbers);
      return;
    }
    const best = this.#best.reserve(count);
    const ids = this.#ids(batch);
    const { size } = this.#environment.terms.dictionary;
    for (let row = 0; row < batch.length; row += 1) {
      const id = ids[row] as number;
      const group = numbers ? (numbers[row] as number) : 0;
      if (id === 0 || id > size) {
        this.#handOver(ids, numbers, { row, length: batch.length, count });
        return;
      }
      const current = best[group] as number;
      if (current === 0 || (this.#isMin ? id < current : id > current)) best[group] = id;
    }
  }

  #handOver(
    ids: Uint32Array,
    numbers: Uint32Array | undefined,
    { row, length, count }: { row: number; length: number; count: number },
  ): void {
    const general = this.#makeGeneral();
    const valueOf = (id: number) => (id === 0 ? undefined : this.#environment.terms.valueOf(id));
    for (let group = 0; group < count; group += 1) {
      const id = this.#best.values[group] as number;
      if (id !== 0) general.addValue(group, valueOf(id));
    }
    for (let rest = row; rest < length; rest += 1)
      general.addValue(numbers ? (numbers[rest] as number) : 0, valueOf(ids[rest] as number));
    this.#general = general;
  }

  result(group: number): number {
    return this.#general ? this.#general.result(group) : (this.#best.values[group] ?? 0);
  }
}
