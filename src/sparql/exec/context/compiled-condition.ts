/** An expression compiled for batches: it selects rows, or computes a column of values. */
import type { Expression } from '../../algebra/algebra.ts';
import { compile, type Evaluate, isDeterministic } from '../../expression/compile.ts';
import { compileTest, type Test } from '../../expression/compile-test.ts';
import type { Condition, ExistsPlan } from '../../plan/plan.ts';
import { variablesOf } from '../../algebra/scope.ts';
import { ROW_NUMBER } from '../../algebra/variables.ts';
import type { Batch } from '../batch/batch.ts';
import type { Environment } from './environment.ts';
import { outerVariables, withRowNumbers } from './outer-rows.ts';

export interface Selection {
  /** The rows that pass; undefined for all of them. */
  readonly rows: Uint32Array | undefined;
  readonly count: number;
}

export class CompiledCondition {
  readonly #condition: Condition;
  readonly #variables: readonly string[];
  readonly #environment: Environment;
  readonly #flags = new Map<Expression, Uint8Array>();
  readonly #expression: Expression;
  #evaluate: Evaluate | undefined;
  #test: Test | undefined;
  /** Ids of values by the id of the one variable that decides them. */
  #memoized: Map<number, number> | undefined;
  readonly #decidingColumn: number;

  constructor(condition: Condition, variables: readonly string[], environment: Environment) {
    this.#condition = condition;
    this.#variables = variables;
    this.#environment = environment;
    this.#expression = condition.expression;
    const names = [...variablesOf(condition.expression)];
    this.#decidingColumn =
      names.length === 1 && isDeterministic(condition.expression)
        ? variables.indexOf(names[0] as string)
        : -1;
    // An unknown function is an error of the query, whether or not there are rows.
    this.#evaluate = compile(condition.expression, this.#compileContext());
  }

  /** The rows for which the expression is true. https://www.w3.org/TR/sparql11-query/#ebv */
  select(batch: Batch): Selection {
    this.#answerExists(batch);
    this.#test ??= compileTest(this.#expression, this.#compileContext());
    const test = this.#test;
    const { columns, length } = batch;
    const rows = new Uint32Array(length);
    let count = 0;
    for (let row = 0; row < length; row += 1) if (test(columns, row) === true) rows[count++] = row;
    return { rows: count === length ? undefined : rows, count };
  }

  /** The ids of the values, 0 for errors. */
  column(batch: Batch): Uint32Array {
    const expression = this.#expression;
    if (expression.kind === 'variable') {
      const column = batch.columns[this.#variables.indexOf(expression.name)];
      return column ?? new Uint32Array(batch.length);
    }
    this.#answerExists(batch);
    const { columns, length } = batch;
    const ids = new Uint32Array(length);
    const deciding = columns[this.#decidingColumn];
    const memoized = deciding && (this.#memoized ??= new Map());
    for (let row = 0; row < length; row += 1) {
      if (!deciding || !memoized) {
        ids[row] = this.#idAt(columns, row);
        continue;
      }
      const key = deciding[row] as number;
      let id = memoized.get(key);
      if (id === undefined) {
        id = this.#idAt(columns, row);
        if (memoized.size < 100_000) memoized.set(key, id);
      }
      ids[row] = id;
    }
    return ids;
  }

  /** To be called before `evaluate` for rows of a new batch. */
  prepare(batch: Batch): void {
    this.#answerExists(batch);
  }

  get evaluate(): Evaluate {
    return this.#evaluate as Evaluate;
  }

  #idAt(columns: readonly Uint32Array[], row: number): number {
    const value = this.evaluate(columns, row);
    return value ? this.#environment.terms.idOf(value) : 0;
  }

  #compileContext() {
    return {
      variables: this.#variables,
      terms: this.#environment.terms,
      functions: this.#environment.functions,
      exists: (expression: Expression) => (row: number) => this.#flags.get(expression)?.[row] === 1,
    };
  }

  #answerExists(batch: Batch): void {
    for (const exists of this.#condition.exists)
      this.#flags.set(exists.expression, this.#rowsThatExist(exists, batch));
  }

  /** 1 for each row of the batch from which the plan finds a solution. */
  #rowsThatExist({ plan, correlation }: ExistsPlan, batch: Batch): Uint8Array {
    const flags = new Uint8Array(batch.length);
    const names = outerVariables(plan, correlation);
    const inner = this.#environment.withOuterRows(
      correlation,
      withRowNumbers(batch, this.#variables, names),
    );
    const column = plan.variables.indexOf(ROW_NUMBER);
    let found = 0;
    for (const { columns, length } of inner.execute(plan)) {
      const rows = columns[column] as Uint32Array;
      for (let index = 0; index < length; index += 1) {
        const row = rows[index] as number;
        if (flags[row] === 0) found += 1;
        flags[row] = 1;
      }
      if (found === batch.length) break;
    }
    return flags;
  }
}
