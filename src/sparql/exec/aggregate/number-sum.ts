/**
 * Sums and means of integers and decimals of the store: as integers scaled by a power of ten, exact while doubles
 * are. Anything else is passed to the general aggregate, with the sums so far.
 */
import { xsd } from '../../../rdf/index.ts';
import type { TermId } from '../../../store/index.ts';
import { divide } from '../../expression/functions/operators.ts';
import { decimalValue, integerValue, type NumberValue } from '../../values/value.ts';
import { type Accumulator, type IdsOf, Numbers } from './accumulator.ts';
import type { Batch } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import type { GeneralAggregate } from './general-aggregate.ts';

export interface NumberSumOptions {
  readonly name: 'sum' | 'avg';
  readonly ids: IdsOf;
  readonly general: () => GeneralAggregate;
}

/** Digits behind the point beyond which decimals are left to the general aggregate. */
const MAX_SCALE = 9;

export class NumberSum implements Accumulator {
  readonly #options: NumberSumOptions;
  readonly #environment: Environment;
  /** Sums times 10 to the `#scale`. */
  readonly #sums = new Numbers();
  readonly #counts = new Numbers();
  /** 1 for a group that holds a decimal, whose sum is one too. */
  readonly #areDecimal = new Numbers();
  #scale = 0;
  #unit = 1;
  #general: GeneralAggregate | undefined;
  /** By type of literal: 1 for integers, 2 for decimals. */
  readonly #kinds: Uint8Array;
  readonly #scales = new Map<number, number>();

  constructor(options: NumberSumOptions, environment: Environment) {
    this.#options = options;
    this.#environment = environment;
    this.#kinds = Uint8Array.from(environment.terms.dictionary.literalTypes, ({ datatype }) =>
      datatype === xsd('integer').value ? 1 : datatype === xsd('decimal').value ? 2 : 0,
    );
  }

  add(batch: Batch, numbers: Uint32Array | undefined, count: number): void {
    if (this.#general) {
      this.#general.add(batch, numbers);
      return;
    }
    const ids = this.#options.ids(batch);
    const sums = this.#sums.reserve(count);
    const counts = this.#counts.reserve(count);
    const areDecimal = this.#areDecimal.reserve(count);
    const { dictionary } = this.#environment.terms;
    const [start, end] = dictionary.ranges.numbers;
    for (let row = 0; row < batch.length; row += 1) {
      const id = ids[row] as number;
      const group = numbers ? (numbers[row] as number) : 0;
      const kind =
        id >= start && id < end ? (this.#kinds[dictionary.typeOf(id as TermId)] as number) : 0;
      const isTaken = kind === 1 || (kind === 2 && this.#widenTo(id));
      const number = Math.round(dictionary.numberOf(id as TermId) * this.#unit);
      const sum = isTaken ? (sums[group] as number) + number : Number.NaN;
      if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(number)) {
        this.#handOver(ids, numbers, { row, length: batch.length, count });
        return;
      }
      sums[group] = sum;
      counts[group] = (counts[group] as number) + 1;
      if (kind === 2) areDecimal[group] = 1;
    }
  }

  result(group: number): number {
    if (this.#general) return this.#general.result(group);
    const count = this.#counts.values[group] ?? 0;
    const sum = this.#sumOf(group);
    if (this.#options.name === 'sum' || count === 0) return this.#environment.terms.idOf(sum);
    const mean = divide(sum, integerValue(count));
    return mean ? this.#environment.terms.idOf(mean) : 0;
  }

  #sumOf(group: number): NumberValue {
    const sum = this.#sums.values[group] ?? 0;
    return this.#areDecimal.values[group] === 1
      ? decimalValue({ unscaled: BigInt(sum), scale: this.#scale })
      : integerValue(sum / this.#unit);
  }

  /** Makes room for the digits of a decimal behind the point. @returns false where it has too many. */
  #widenTo(id: number): boolean {
    let scale = this.#scales.get(id);
    if (scale === undefined) {
      const text = this.#environment.terms.dictionary.textOf(id as TermId);
      const point = text.indexOf('.');
      scale = point < 0 ? 0 : text.length - point - 1;
      this.#scales.set(id, scale);
    }
    if (scale <= this.#scale) return true;
    if (scale > MAX_SCALE) return false;
    const factor = 10 ** (scale - this.#scale);
    const { values } = this.#sums;
    if (values.some((sum) => !Number.isSafeInteger(sum * factor))) return false;
    for (let group = 0; group < values.length; group += 1)
      values[group] = (values[group] as number) * factor;
    this.#scale = scale;
    this.#unit = 10 ** scale;
    return true;
  }

  /** From here on values are decoded; the sums so far are exact, so that they are passed on as values. */
  #handOver(
    ids: Uint32Array,
    numbers: Uint32Array | undefined,
    { row, length, count }: { row: number; length: number; count: number },
  ): void {
    const general = this.#options.general();
    for (let group = 0; group < count; group += 1) {
      const values = this.#counts.values[group] as number;
      if (values === 0) continue;
      general.addValue(group, this.#sumOf(group));
      // For the mean, the number of values counts too.
      for (let more = 1; more < values && this.#options.name === 'avg'; more += 1)
        general.addValue(group, integerValue(0));
    }
    for (let rest = row; rest < length; rest += 1) {
      const id = ids[rest] as number;
      general.addValue(
        numbers ? (numbers[rest] as number) : 0,
        id === 0 ? undefined : this.#environment.terms.valueOf(id),
      );
    }
    this.#general = general;
  }
}
