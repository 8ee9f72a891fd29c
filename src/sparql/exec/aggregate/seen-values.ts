/** DISTINCT inside an aggregate. */
import type { Environment } from '../context/environment.ts';
import { TupleTable } from '../batch/tuple-table.ts';

/** The values that occurred in each group. */
export class SeenValues {
  readonly #table = new TupleTable(2);
  readonly #bits: Uint32Array;
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#bits = new Uint32Array((environment.terms.dictionary.size >>> 5) + 1);
  }

  /** The ids, with 0 for those that occurred in their group before. */
  withoutSeen(ids: Uint32Array, numbers: Uint32Array | undefined, length: number): Uint32Array {
    const fresh = new Uint32Array(length);
    const { size } = this.#environment.terms.dictionary;
    const groups = numbers ?? new Uint32Array(length);
    const pair = [groups, ids];
    const before = this.#table.byteLength;
    for (let row = 0; row < length; row += 1) {
      const id = ids[row] as number;
      if (id === 0) continue;
      if (numbers || id > size) {
        if (this.#table.insert(pair, row) < 0) fresh[row] = id;
        continue;
      }
      const word = id >>> 5;
      const bit = 1 << (id & 31);
      const bits = this.#bits[word] as number;
      if ((bits & bit) !== 0) continue;
      this.#bits[word] = bits | bit;
      fresh[row] = id;
    }
    this.#environment.allocate(this.#table.byteLength - before);
    return fresh;
  }
}
