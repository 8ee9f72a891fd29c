/** For each row, the matches of a pattern that the row's values bind. */
import { type Order, POSITIONS_OF_ORDER } from '../../../store/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Batch, BATCH_ROWS, FIRST_ROWS, gather } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { hasRepeats, matchRows } from './match-rows.ts';

export function* indexJoin(
  plan: Plan & { kind: 'indexJoin' },
  environment: Environment,
): Generator<Batch> {
  const { input, pattern, order: name, variables } = plan;
  const terms = POSITIONS_OF_ORDER[name].map((place) => pattern[place]);
  const isPlain =
    pattern.graph.kind !== 'variable' &&
    !hasRepeats(pattern) &&
    terms.every(
      (term) =>
        term.kind === 'constant' ||
        input.boundVariables.has(term.name) ||
        !input.variables.includes(term.name),
    );
  if (!isPlain) {
    const rows = environment.execute(input);
    yield* matchRows(rows, { pattern, inputVariables: input.variables, variables }, environment);
    return;
  }
  // The start of the order that is bound, by a constant or by a column of the input.
  const constants: number[] = [];
  const columns: number[] = [];
  for (const term of terms) {
    const column = term.kind === 'constant' ? -1 : input.variables.indexOf(term.name);
    if (term.kind !== 'constant' && column < 0) break;
    constants.push(term.kind === 'constant' ? term.id : 0);
    columns.push(column);
  }
  const free = terms
    .slice(columns.length)
    .map((term) => (term.kind === 'variable' ? term.name : ''));
  const probe = new Probe(environment.indexOf(pattern.graph).order(name), constants, columns);
  const outputs = variables.map((variable) => {
    const place = free.indexOf(variable);
    return place >= 0
      ? { isFresh: true, from: columns.length + place }
      : { isFresh: false, from: input.variables.indexOf(variable) };
  });
  const countsAlone = variables.length === 0;
  const needed = [0, 1, 2].map((place) =>
    outputs.some(({ isFresh, from }) => isFresh && from === place),
  );

  let capacity = FIRST_ROWS;
  for (const batch of environment.execute(input)) {
    probe.start(batch);
    environment.checkBudget(batch.length * 4);
    if (countsAlone) {
      const length = probe.countAll();
      if (length > 0) yield { length, columns: [] };
      continue;
    }
    for (;;) {
      const count = probe.fill(capacity, needed);
      if (count === 0) break;
      environment.checkBudget(count);
      yield {
        length: count,
        columns: outputs.map(({ isFresh, from }) =>
          isFresh
            ? (probe.fresh[from] as Uint32Array)
            : gather(batch.columns[from] as Uint32Array, probe.rows, count),
        ),
      };
      if (count === capacity) capacity = Math.min(capacity * 8, BATCH_ROWS);
    }
  }
}

/** Looks up the rows of a batch, and stores its position between two calls of `fill`. */
class Probe {
  /** The row of the input behind each match of the last filling. */
  rows = new Uint32Array(0);
  /** The values of the places that were free, by place of the order. */
  fresh: (Uint32Array | undefined)[] = [];
  readonly #order: Order;
  readonly #constants: readonly number[];
  readonly #columns: readonly number[];
  readonly #depth: number;
  #batch: Batch = { length: 0, columns: [] };
  #row = 0;
  /** The matches of the row before `#row` that are not given yet. */
  #from = 0;
  #to = 0;
  /** The run of a constant first place, and where the last search in it ended. */
  readonly #constantRun: { readonly from: number; readonly to: number } | undefined;
  #lastSecond = 0;
  #lastPosition = 0;

  constructor(order: Order, constants: readonly number[], columns: readonly number[]) {
    this.#order = order;
    this.#constants = constants;
    this.#columns = columns;
    this.#depth = columns.length;
    const [first = 0] = constants;
    if (this.#depth === 0) this.#constantRun = { from: order.start, to: order.end };
    else if (columns[0] === -1)
      this.#constantRun = { from: order.lower(first), to: order.upper(first) };
    this.#lastPosition = this.#constantRun?.from ?? 0;
  }

  start(batch: Batch): void {
    this.#batch = batch;
    this.#row = 0;
    this.#from = 0;
    this.#to = 0;
  }

  /** How many matches all rows have together. */
  countAll(): number {
    let total = 0;
    for (let row = 0; row < this.#batch.length; row += 1) {
      this.#find(row);
      total += this.#to - this.#from;
    }
    return total;
  }

  /** Gives up to `capacity` further matches. @returns how many. */
  fill(capacity: number, needed: readonly boolean[]): number {
    const rows = new Uint32Array(capacity);
    const { second, third } = this.#order;
    const firsts = needed[0] ? new Uint32Array(capacity) : undefined;
    const seconds = needed[1] ? new Uint32Array(capacity) : undefined;
    const thirds = needed[2] ? new Uint32Array(capacity) : undefined;
    const { length } = this.#batch;
    let count = 0;
    while (count < capacity) {
      if (this.#from === this.#to) {
        if (this.#row === length) break;
        this.#find(this.#row);
        this.#row += 1;
        continue;
      }
      const row = this.#row - 1;
      const from = this.#from;
      const many = Math.min(this.#to - from, capacity - count);
      if (firsts) this.#order.fillFirst(firsts.subarray(count, count + many), from, many);
      for (let index = 0; index < many; index += 1) {
        rows[count] = row;
        if (seconds) seconds[count] = second[from + index] as number;
        if (thirds) thirds[count] = third[from + index] as number;
        count += 1;
      }
      this.#from = from + many;
    }
    this.rows = rows;
    this.fresh = [firsts, seconds, thirds];
    return count;
  }

  /** Sets `#from` and `#to` to the matches of a row. */
  #find(row: number): void {
    const order = this.#order;
    const depth = this.#depth;
    let from: number;
    let to: number;
    if (this.#constantRun) {
      ({ from, to } = this.#constantRun);
    } else {
      const first = this.#valueAt(0, row);
      const { offsets } = order;
      if (offsets) {
        if (first + 1 >= offsets.length) {
          this.#from = this.#to = 0;
          return;
        }
        from = offsets[first] as number;
        to = offsets[first + 1] as number;
      } else {
        from = order.lower(first);
        to = order.upper(first);
      }
    }
    if (depth > 1) {
      const value = this.#valueAt(1, row);
      const { second } = order;
      // In the range of a constant, the match of a sorted row is close after the previous match.
      if (this.#constantRun && value >= this.#lastSecond && this.#lastPosition < to) {
        from = gallop(second, value, this.#lastPosition, to);
      } else from = search(second, value, from, to);
      if (this.#constantRun) {
        this.#lastSecond = value;
        this.#lastPosition = from;
      }
      to = endOfRun(second, value, from, to);
    }
    if (depth > 2) {
      const value = this.#valueAt(2, row);
      const { third } = order;
      from = search(third, value, from, to);
      to = from < to && third[from] === value ? from + 1 : from;
    }
    this.#from = from;
    this.#to = to;
  }

  #valueAt(place: number, row: number): number {
    const column = this.#columns[place] as number;
    return column < 0
      ? (this.#constants[place] as number)
      : ((this.#batch.columns[column] as Uint32Array)[row] as number);
  }
}

/** The first position in [from, to) whose value is not below `value`. Short ranges are scanned linearly. */
function search(column: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (high - low > 8) {
    const middle = (low + high) >>> 1;
    if ((column[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  while (low < high && (column[low] as number) < value) low += 1;
  return low;
}

/** The same, for a position that is probably close to `from`. */
function gallop(column: Uint32Array, value: number, from: number, to: number): number {
  let step = 1;
  let low = from;
  let high = from;
  while (high < to && (column[high] as number) < value) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  return search(column, value, low, Math.min(high, to));
}

/** The end of the run of `value` that starts at `from`. */
function endOfRun(column: Uint32Array, value: number, from: number, to: number): number {
  let end = from;
  const linearLimit = Math.min(to, from + 8);
  while (end < linearLimit && column[end] === value) end += 1;
  return end < linearLimit || end === to ? end : gallop(column, value + 1, end, to);
}
