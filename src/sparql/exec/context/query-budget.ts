/** The budget of one query: time, memory and, on the fast path, steps. */
import { QueryLimitError } from '../../errors/query-limit-error.ts';

export interface Limits {
  /** The deadline, on the clock of `performance.now()`. */
  readonly deadlineMs: number;
  /** Milliseconds from the start to the deadline, for the message. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** True once the client has closed the connection. */
  readonly isCancelled: () => boolean;
  /** Steps after which `StepBudgetExceeded` is thrown; default: unlimited. */
  readonly maxSteps?: number;
}

/** Not a fault of the query: a caller that sets `maxSteps` has another way of evaluating it. */
export class StepBudgetExceeded extends Error {}

/** Steps between two readings of the clock. */
const STEPS_PER_CHECK = 8192;

export class QueryBudget {
  readonly #limits: Limits;
  #allocatedBytes = 0;
  #steps = 0;
  #nextCheck: number;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#nextCheck = Math.min(STEPS_PER_CHECK, limits.maxSteps ?? Infinity);
  }

  /** Counts steps and reads the clock now and then. @throws {QueryLimitError} */
  checkBudget(steps: number): void {
    this.#steps += steps;
    if (this.#steps < this.#nextCheck) return;
    const { maxSteps = Infinity } = this.#limits;
    if (this.#steps >= maxSteps) throw new StepBudgetExceeded();
    this.#nextCheck = Math.min(this.#steps + STEPS_PER_CHECK, maxSteps);
    this.checkTime();
  }

  /** @throws {QueryLimitError} past the deadline; {DOMException} when cancelled. */
  checkTime(): void {
    if (this.#limits.isCancelled()) throw new DOMException('the query was cancelled', 'AbortError');
    if (performance.now() > this.#limits.deadlineMs)
      throw new QueryLimitError('time', this.#limits.timeoutMs);
  }

  /** Counts memory that is held until `free` or the end of the query. @throws {QueryLimitError} */
  allocate(bytes: number): void {
    this.#allocatedBytes += bytes;
    if (this.#allocatedBytes > this.#limits.maxBytes)
      throw new QueryLimitError('memory', this.#limits.maxBytes);
  }

  free(bytes: number): void {
    this.#allocatedBytes -= bytes;
  }
}
