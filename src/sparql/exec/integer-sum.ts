/** Sums and means of integers, by their doubles while those are exact. */
import { xsd } from '../../rdf/index.ts';
import { divide } from '../expression/functions/operators.ts';
import { integerValue } from '../expression/value.ts';
import { type Accumulator, type IdsOf, integer, Numbers } from './accumulator.ts';
import type { Batch } from './batch.ts';
import type { ExecContext } from './context.ts';
import type { GeneralAggregate } from './general-aggregate.ts';

/** SUM and AVG while all values are integers of the store and sums stay exact; the rest goes to the general one. */
export class IntegerSum implements Accumulator {
  readonly #name: 'sum' | 'avg';
  readonly #sums = new Numbers();
  readonly #counts = new Numbers();
  readonly #ids: IdsOf;
  readonly #makeGeneral: () => GeneralAggregate;
  readonly #context: ExecContext;
  readonly #isInteger: Uint8Array;
  /** Groups that hold something else; their integers so far are handed over as one value each. */
  #general: GeneralAggregate | undefined;

  // oxlint-disable-next-line max-params
  constructor(
    name: 'sum' | 'avg',
    isDistinct: boolean,
    ids: IdsOf,
    general: () => GeneralAggregate,
    context: ExecContext,
  ) {
    this.#name = name;
    this.#ids = ids;
    this.#makeGeneral = general;
    this.#context = context;
    this.#isInteger = Uint8Array.from(context.terms.dictionary.literalTypes, ({ datatype }) =>
      datatype === xsd('integer').value ? 1 : 0,
    );
    if (isDistinct) this.#general = general();
  }

  add(batch: Batch, numbers: Uint32Array | undefined, count: number): void {
    if (this.#general) {
      this.#general.add(batch, numbers);
      return;
    }
    this.#addIntegers(this.#ids(batch), numbers, { length: batch.length, count });
  }

  #addIntegers(
    ids: Uint32Array,
    numbers: Uint32Array | undefined,
    { length, count }: { length: number; count: number },
  ): void {
    const sums = this.#sums.reserve(count);
    const counts = this.#counts.reserve(count);
    const { dictionary } = this.#context.terms;
    const [start, end] = dictionary.ranges.numbers;
    for (let row = 0; row < length; row += 1) {
      const id = ids[row] as number;
      const group = numbers ? (numbers[row] as number) : 0;
      const sum =
        id >= start && id < end && this.#isInteger[dictionary.typeOf(id as never)] === 1
          ? (sums[group] as number) + dictionary.numberOf(id as never)
          : Number.NaN;
      if (Number.isSafeInteger(sum)) {
        sums[group] = sum;
        counts[group] = (counts[group] as number) + 1;
        continue;
      }
      this.#handOver(ids, numbers, { row, length, count });
      return;
    }
  }

  /** From here on values decide; sums so far are exact, so that they are values like others. */
  #handOver(
    ids: Uint32Array,
    numbers: Uint32Array | undefined,
    { row, length, count }: { row: number; length: number; count: number },
  ): void {
    const general = this.#makeGeneral();
    for (let group = 0; group < count; group += 1) {
      const values = this.#counts.values[group] as number;
      if (values === 0) continue;
      general.addValue(group, integerValue(this.#sums.values[group] as number));
      // For the mean: the number of values counts too.
      for (let more = 1; more < values && this.#name === 'avg'; more += 1)
        general.addValue(group, integerValue(0));
    }
    for (let rest = row; rest < length; rest += 1) {
      const id = ids[rest] as number;
      general.addValue(
        numbers ? (numbers[rest] as number) : 0,
        id === 0 ? undefined : this.#context.terms.valueOf(id),
      );
    }
    this.#general = general;
  }

  result(group: number): number {
    if (this.#general) return this.#general.result(group);
    const sum = this.#sums.values[group] ?? 0;
    const count = this.#counts.values[group] ?? 0;
    if (this.#name === 'sum' || count === 0) return integer(this.#context, sum);
    const mean = divide(integerValue(sum), integerValue(count));
    return mean ? this.#context.terms.idOf(mean) : 0;
  }
}
