/**
 * What a plan is executed in: the state that all operators of a query share, and the rows and graphs that enclosing
 * operators hand down. Environments are immutable; an operator that hands something down makes one for each execution
 * of its inner plan, so that several executions may be pulled alternately.
 */
import type { TermId, TripleIndex } from '../../../store/index.ts';
import type { FunctionContext } from '../../expression/function-registry.ts';
import type { DatasetView } from '../../plan/dataset-view.ts';
import type { GraphPattern, Plan } from '../../plan/plan.ts';
import type { QueryTerms } from '../../values/query-terms.ts';
import type { Batch } from '../batch/batch.ts';
import type { QueryBudget } from './query-budget.ts';

/** Shared by all operators of one execution of a query. */
export interface Execution {
  readonly view: DatasetView;
  readonly terms: QueryTerms;
  readonly functions: FunctionContext;
  readonly budget: QueryBudget;
  /** Solutions that each plan gave, by its number. */
  readonly counts: Float64Array;
  /** Executes a plan. A parameter, since operators cannot import the module that imports all of them. */
  readonly execute: (plan: Plan, environment: Environment) => Iterable<Batch>;
}

interface HandedDown {
  /** Outer rows by the number of the plan node that reads them. */
  readonly outerRows: ReadonlyMap<number, Batch>;
  /** The current graph of each scope. */
  readonly graphs: ReadonlyMap<number, TermId>;
}

const NOTHING: HandedDown = { outerRows: new Map(), graphs: new Map() };

export class Environment {
  readonly view: DatasetView;
  readonly terms: QueryTerms;
  readonly functions: FunctionContext;
  readonly #execution: Execution;
  readonly #handedDown: HandedDown;
  readonly #budget: QueryBudget;

  constructor(execution: Execution, handedDown: HandedDown = NOTHING) {
    this.view = execution.view;
    this.terms = execution.terms;
    this.functions = execution.functions;
    this.#execution = execution;
    this.#handedDown = handedDown;
    this.#budget = execution.budget;
  }

  /** The solutions of a plan, made as they are pulled. Their columns are in the order of its variables. */
  execute(plan: Plan): Iterable<Batch> {
    return this.#execution.execute(plan, this);
  }

  withOuterRows(correlation: number, rows: Batch): Environment {
    const { outerRows, graphs } = this.#handedDown;
    return new Environment(this.#execution, {
      outerRows: new Map(outerRows).set(correlation, rows),
      graphs,
    });
  }

  withGraph(scope: number, graph: TermId): Environment {
    const { outerRows, graphs } = this.#handedDown;
    return new Environment(this.#execution, {
      outerRows,
      graphs: new Map(graphs).set(scope, graph),
    });
  }

  outerRows(correlation: number): Batch {
    const rows = this.#handedDown.outerRows.get(correlation);
    if (!rows) throw new Error(`no outer rows were handed down for ${correlation}`);
    return rows;
  }

  graphOf(scope: number): TermId {
    const graph = this.#handedDown.graphs.get(scope);
    if (graph === undefined) throw new Error(`no graph was handed down for scope ${scope}`);
    return graph;
  }

  /** The index of the one graph that a term of a pattern refers to; not for variables. */
  indexOf(graph: GraphPattern): TripleIndex {
    switch (graph.kind) {
      case 'default':
        return this.view.defaultIndex;
      case 'named':
        return this.view.graphIndex(graph.id);
      case 'scope':
        return this.view.graphIndex(this.graphOf(graph.scope));
      case 'variable':
        throw new Error('a variable is not one graph');
    }
  }

  /** Counts steps and reads the clock now and then. @throws {QueryLimitError} */
  checkBudget(steps: number): void {
    this.#budget.checkBudget(steps);
  }

  /** @throws {QueryLimitError} past the deadline; {DOMException} when cancelled. */
  checkTime(): void {
    this.#budget.checkTime();
  }

  /** Counts memory that is held until `free` or the end of the query. @throws {QueryLimitError} */
  allocate(bytes: number): void {
    this.#budget.allocate(bytes);
  }

  free(bytes: number): void {
    this.#budget.free(bytes);
  }

  count(plan: Plan, rows: number): void {
    const { counts } = this.#execution;
    counts[plan.number] = (counts[plan.number] as number) + rows;
  }
}
