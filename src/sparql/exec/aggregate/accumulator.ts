/** What aggregates over batches have in common: one accumulator holds the state of all groups. */
import type { Batch } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';

export interface Accumulator {
  /**
   * Takes the rows of a batch in.
   * @param numbers the group of each row; undefined where all are of group 0.
   * @param count how many groups there are by now.
   */
  add(batch: Batch, numbers: Uint32Array | undefined, count: number): void;
  /** The id of a group's result; 0 for an error. */
  result(group: number): number;
}

/** The ids of the aggregated values of a batch; 0 for errors. */
export type IdsOf = (batch: Batch) => Uint32Array;

/** Columns that grow with the groups. */
export class Numbers {
  values: Float64Array<ArrayBuffer> = new Float64Array(1);

  reserve(count: number): Float64Array {
    if (count > this.values.length) {
      const wider = new Float64Array(Math.max(count, this.values.length * 2));
      wider.set(this.values);
      this.values = wider;
    }
    return this.values;
  }
}

/** The id of an integer. */
export const integer = (environment: Environment, value: number): number =>
  environment.terms.internInteger(value);
