/** COUNT in its four forms: no value is decoded. https://www.w3.org/TR/sparql11-query/#defn_aggCount */
import { type Accumulator, type IdsOf, integer, Numbers } from './accumulator.ts';
import type { Batch } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { SeenValues } from './seen-values.ts';
import { TupleTable } from '../batch/tuple-table.ts';

/** COUNT(*) */
export class RowCount implements Accumulator {
  readonly #counts = new Numbers();
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  add({ length }: Batch, numbers: Uint32Array | undefined, count: number): void {
    const counts = this.#counts.reserve(count);
    if (!numbers) counts[0] = (counts[0] as number) + length;
    else
      for (let row = 0; row < length; row += 1) {
        const group = numbers[row] as number;
        counts[group] = (counts[group] as number) + 1;
      }
  }

  result(group: number): number {
    return integer(this.#environment, this.#counts.values[group] ?? 0);
  }
}

/** COUNT(?x): errors and unbound ones do not count. */
export class BoundCount implements Accumulator {
  readonly #counts = new Numbers();
  readonly #ids: IdsOf;
  readonly #environment: Environment;

  constructor(ids: IdsOf, environment: Environment) {
    this.#ids = ids;
    this.#environment = environment;
  }

  add(batch: Batch, numbers: Uint32Array | undefined, count: number): void {
    const counts = this.#counts.reserve(count);
    const ids = this.#ids(batch);
    for (let row = 0; row < batch.length; row += 1) {
      if (ids[row] === 0) continue;
      const group = numbers ? (numbers[row] as number) : 0;
      counts[group] = (counts[group] as number) + 1;
    }
  }

  result(group: number): number {
    return integer(this.#environment, this.#counts.values[group] ?? 0);
  }
}

/** COUNT(DISTINCT ?x) */
export class DistinctCount implements Accumulator {
  readonly #counts = new Numbers();
  readonly #ids: IdsOf;
  readonly #environment: Environment;
  readonly #seen: SeenValues;

  constructor(ids: IdsOf, environment: Environment) {
    this.#ids = ids;
    this.#environment = environment;
    this.#seen = new SeenValues(environment);
  }

  add(batch: Batch, numbers: Uint32Array | undefined, count: number): void {
    const counts = this.#counts.reserve(count);
    const fresh = this.#seen.withoutSeen(this.#ids(batch), numbers, batch.length);
    for (let row = 0; row < batch.length; row += 1) {
      if (fresh[row] === 0) continue;
      const group = numbers ? (numbers[row] as number) : 0;
      counts[group] = (counts[group] as number) + 1;
    }
  }

  result(group: number): number {
    return integer(this.#environment, this.#counts.values[group] ?? 0);
  }
}

/** COUNT(DISTINCT *) */
export class DistinctRowCount implements Accumulator {
  readonly #counts = new Numbers();
  readonly #environment: Environment;
  readonly #table: TupleTable;

  constructor(width: number, environment: Environment) {
    this.#environment = environment;
    this.#table = new TupleTable(width + 1);
  }

  add({ columns, length }: Batch, numbers: Uint32Array | undefined, count: number): void {
    const counts = this.#counts.reserve(count);
    const rows = [numbers ?? new Uint32Array(length), ...columns];
    const before = this.#table.byteLength;
    for (let row = 0; row < length; row += 1) {
      if (this.#table.insert(rows, row) >= 0) continue;
      const group = numbers ? (numbers[row] as number) : 0;
      counts[group] = (counts[group] as number) + 1;
    }
    this.#environment.allocate(this.#table.byteLength - before);
  }

  result(group: number): number {
    return integer(this.#environment, this.#counts.values[group] ?? 0);
  }
}
