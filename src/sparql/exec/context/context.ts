/** What one run of a plan shares: data, terms made on the way, limits, counts. */
import type { TripleIndex } from '../../../store/index.ts';
import { QueryLimitError } from '../../errors/query-limit-error.ts';
import type { DatasetView } from '../../plan/dataset-view.ts';
import type { FunctionContext } from '../../expression/functions.ts';
import type { GraphSlot, Plan } from '../../plan/plan.ts';
import type { Batch } from '../batch/batch.ts';
import type { QueryTerms } from '../../values/query-terms.ts';

export interface Limits {
  /** When to give up, on the clock of `performance.now()`. */
  readonly deadlineMs: number;
  /** What that is from the start, for the message. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** True once nobody waits any more. */
  readonly isCancelled: () => boolean;
  /** Steps of work after which `StepBudgetExceeded` is thrown; default: any number. */
  readonly maxSteps?: number;
}

/** Nothing is wrong: whoever set `maxSteps` has somebody else who does the work. */
export class StepBudgetExceeded extends Error {}

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 8192;

export class ExecContext {
  readonly view: DatasetView;
  readonly terms: QueryTerms;
  readonly functions: FunctionContext;
  /** Batches handed down to seeds, by their number. */
  readonly seeds: (Batch | undefined)[] = [];
  /** The graph of each scope at the moment. */
  readonly scopes: number[] = [];
  /** Solutions that each plan gave, by its number. */
  readonly counts: Float64Array;
  readonly #execute: (plan: Plan, context: ExecContext) => Iterable<Batch>;
  readonly #limits: Limits;
  #heldBytes = 0;
  #steps = 0;
  #nextLook: number;

  constructor(options: {
    readonly view: DatasetView;
    readonly terms: QueryTerms;
    readonly functions: FunctionContext;
    readonly limits: Limits;
    readonly planCount: number;
    /** Runs a plan. Operators ask for it here, since it knows all of them. */
    readonly execute: (plan: Plan, context: ExecContext) => Iterable<Batch>;
  }) {
    this.view = options.view;
    this.terms = options.terms;
    this.functions = options.functions;
    this.#limits = options.limits;
    this.#nextLook = Math.min(STEPS_PER_LOOK, options.limits.maxSteps ?? Infinity);
    this.#execute = options.execute;
    this.counts = new Float64Array(options.planCount);
  }

  /** The solutions of a plan, made as they are asked for. Their columns are in the order of its variables. */
  execute(plan: Plan): Iterable<Batch> {
    return this.#execute(plan, this);
  }

  /** Counts work, and looks at the clock now and then. @throws {QueryLimitError} */
  work(steps: number): void {
    this.#steps += steps;
    if (this.#steps < this.#nextLook) return;
    const { maxSteps = Infinity } = this.#limits;
    if (this.#steps >= maxSteps) throw new StepBudgetExceeded();
    this.#nextLook = Math.min(this.#steps + STEPS_PER_LOOK, maxSteps);
    this.checkTime();
  }

  /** @throws {QueryLimitError} past the deadline; {DOMException} when cancelled. */
  checkTime(): void {
    if (this.#limits.isCancelled()) throw new DOMException('the query was cancelled', 'AbortError');
    if (performance.now() > this.#limits.deadlineMs)
      throw new QueryLimitError('time', this.#limits.timeoutMs);
  }

  /** Counts memory that is held until the query ends. @throws {QueryLimitError} */
  hold(bytes: number): void {
    this.#heldBytes += bytes;
    if (this.#heldBytes > this.#limits.maxBytes)
      throw new QueryLimitError('memory', this.#limits.maxBytes);
  }

  release(bytes: number): void {
    this.#heldBytes -= bytes;
  }

  /** The index of the one graph that a slot means; not for variables. */
  indexOf(graph: GraphSlot): TripleIndex {
    switch (graph.kind) {
      case 'default':
        return this.view.defaultIndex;
      case 'named':
        return this.view.graphIndex(graph.id);
      case 'scope':
        return this.view.graphIndex(this.scopes[graph.scope] as never);
      case 'variable':
        throw new Error('a variable is no one graph');
    }
  }

  count(plan: Plan, rows: number): void {
    this.counts[plan.number] = (this.counts[plan.number] as number) + rows;
  }
}
