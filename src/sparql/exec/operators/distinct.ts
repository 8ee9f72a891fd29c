/** Each solution once. https://www.w3.org/TR/sparql11-query/#defn_algDistinct */
import type { Plan } from '../../plan/plan.ts';
import { type Batch, select } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { TupleTable } from '../batch/tuple-table.ts';

export function* distinct(
  plan: Plan & { kind: 'distinct' },
  environment: Environment,
): Generator<Batch> {
  const { input, variables } = plan;
  if (variables.length === 0) {
    for (const { length } of environment.execute(input)) {
      if (length === 0) continue;
      yield { length: 1, columns: [] };
      return;
    }
    return;
  }
  const seen =
    variables.length === 1 ? new IdSet(environment) : new RowSet(variables.length, environment);
  for (const batch of environment.execute(input)) {
    environment.checkBudget(batch.length);
    const rows = new Uint32Array(batch.length);
    let count = 0;
    for (let row = 0; row < batch.length; row += 1)
      if (seen.add(batch.columns, row)) rows[count++] = row;
    if (count === batch.length) yield batch;
    else if (count > 0) yield select(batch, rows, count);
  }
}

/** Ids of the store as bits, others as numbers. */
class IdSet {
  readonly #bits: Uint32Array;
  readonly #made = new Set<number>();
  readonly #size: number;

  constructor({ terms }: Environment) {
    this.#size = terms.dictionary.size;
    this.#bits = new Uint32Array((this.#size >>> 5) + 1);
  }

  /** @returns whether it is new. */
  add(columns: readonly Uint32Array[], row: number): boolean {
    const id = (columns[0] as Uint32Array)[row] as number;
    if (id > this.#size) {
      if (this.#made.has(id)) return false;
      this.#made.add(id);
      return true;
    }
    const word = id >>> 5;
    const bit = 1 << (id & 31);
    const bits = this.#bits[word] as number;
    if ((bits & bit) !== 0) return false;
    this.#bits[word] = bits | bit;
    return true;
  }
}

class RowSet {
  readonly #table: TupleTable;
  readonly #environment: Environment;
  #held = 0;

  constructor(width: number, environment: Environment) {
    this.#table = new TupleTable(width);
    this.#environment = environment;
  }

  add(columns: readonly Uint32Array[], row: number): boolean {
    const isNew = this.#table.insert(columns, row) < 0;
    if (this.#table.byteLength !== this.#held) {
      this.#environment.allocate(this.#table.byteLength - this.#held);
      this.#held = this.#table.byteLength;
    }
    return isNew;
  }
}
