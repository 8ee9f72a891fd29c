/** Operators that process one row at a time: filter, extend, project, union, slice, and the leaves. */
import type { Plan } from '../../plan/plan.ts';
import { type Batch, select, sliceBatch } from '../batch/batch.ts';
import { CompiledCondition } from '../context/compiled-condition.ts';
import type { Environment } from '../context/environment.ts';
import { RowWriter } from '../batch/row-writer.ts';

/** https://www.w3.org/TR/sparql11-query/#defn_algFilter */
export function* filter(
  plan: Plan & { kind: 'filter' },
  environment: Environment,
): Generator<Batch> {
  const { input, condition, variables } = plan;
  const test = new CompiledCondition(condition, input.variables, environment);
  const outputs = variables.map((name) => input.variables.indexOf(name));
  for (const batch of environment.execute(input)) {
    environment.checkBudget(batch.length);
    const { rows, count } = test.select(batch);
    if (count === 0) continue;
    const selected = { length: batch.length, columns: pick(batch, outputs) };
    yield rows ? select(selected, rows, count) : selected;
  }
}

/** https://www.w3.org/TR/sparql11-query/#defn_extend */
export function* extend(
  plan: Plan & { kind: 'extend' },
  environment: Environment,
): Generator<Batch> {
  const { input, condition, variable, variables } = plan;
  const compiled = new CompiledCondition(condition, input.variables, environment);
  const outputs = variables.map((name) => input.variables.indexOf(name));
  for (const batch of environment.execute(input)) {
    environment.checkBudget(batch.length);
    const values = compiled.column(batch);
    yield {
      length: batch.length,
      columns: variables.map((name, index) =>
        name === variable ? values : (batch.columns[outputs[index] as number] as Uint32Array),
      ),
    };
  }
}

/** A variable that the input does not have is unbound. https://www.w3.org/TR/sparql11-query/#defn_algProjection */
export function* project(
  plan: Plan & { kind: 'project' },
  environment: Environment,
): Generator<Batch> {
  const outputs = plan.variables.map((name) => plan.input.variables.indexOf(name));
  for (const batch of environment.execute(plan.input)) yield widen(batch, outputs);
}

/** https://www.w3.org/TR/sparql11-query/#defn_algUnion */
export function* union(plan: Plan & { kind: 'union' }, environment: Environment): Generator<Batch> {
  for (const input of plan.inputs) {
    const outputs = plan.variables.map((name) => input.variables.indexOf(name));
    for (const batch of environment.execute(input)) yield widen(batch, outputs);
  }
}

/** OFFSET and LIMIT: stops pulling once `limit` rows have passed. https://www.w3.org/TR/sparql11-query/#defn_algSlice */
export function* slice(plan: Plan & { kind: 'slice' }, environment: Environment): Generator<Batch> {
  let skip = plan.offset;
  let left = plan.limit;
  if (left === 0) return;
  const outputs = plan.variables.map((name) => plan.input.variables.indexOf(name));
  for (const batch of environment.execute(plan.input)) {
    const start = Math.min(skip, batch.length);
    const end = Math.min(batch.length, start + left);
    skip -= start;
    left -= end - start;
    if (end > start)
      yield sliceBatch({ length: batch.length, columns: pick(batch, outputs) }, start, end);
    if (left === 0) return;
  }
}

export function* values(plan: Plan & { kind: 'values' }): Generator<Batch> {
  const writer = new RowWriter(plan.variables.length);
  for (const row of plan.rows) if (writer.write(row)) yield writer.take();
  if (writer.length > 0) yield writer.take();
}

export function outerRows(
  plan: Plan & { kind: 'outerRows' },
  environment: Environment,
): readonly Batch[] {
  return [environment.outerRows(plan.correlation)];
}

/** GRAPH ?g {}: each named graph. */
export function* graphs(
  plan: Plan & { kind: 'graphs' },
  environment: Environment,
): Generator<Batch> {
  const ids = Uint32Array.from(environment.view.namedGraphs);
  if (ids.length > 0) yield { length: ids.length, columns: plan.variables.map(() => ids) };
}

/** https://www.w3.org/TR/sparql11-query/#defn_evalGraph */
export function* graphScope(
  plan: Plan & { kind: 'graphScope' },
  environment: Environment,
): Generator<Batch> {
  const { input, variable, scope, variables } = plan;
  const own = input.variables.indexOf(variable);
  const outputs = variables.map((name) => input.variables.indexOf(name));
  for (const graph of environment.view.namedGraphs) {
    for (const batch of environment.withGraph(scope, graph).execute(input)) {
      const rows =
        own < 0 ? undefined : rowsOf(batch.columns[own] as Uint32Array, batch.length, graph);
      const length = rows?.length ?? batch.length;
      if (length === 0) continue;
      const selected = rows ? select(batch, rows, length) : batch;
      yield {
        length,
        columns: variables.map((name, index) =>
          name === variable
            ? new Uint32Array(length).fill(graph)
            : (selected.columns[outputs[index] as number] as Uint32Array),
        ),
      };
    }
  }
}

/** The rows whose value is the graph, or unbound. */
function rowsOf(column: Uint32Array, length: number, graph: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < length; row += 1)
    if (column[row] === graph || column[row] === 0) rows.push(row);
  return Uint32Array.from(rows);
}

const pick = (batch: Batch, outputs: readonly number[]): Uint32Array[] =>
  outputs.map((column) => batch.columns[column] as Uint32Array);

const widen = (batch: Batch, outputs: readonly number[]): Batch => ({
  length: batch.length,
  columns: outputs.map((column) => batch.columns[column] ?? new Uint32Array(batch.length)),
});
