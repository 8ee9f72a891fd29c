/** How many matches a pattern has, in all or by one of its variables, counted in the index. */
import { rangeOfPrefix } from '../../../store/index.ts';
import { countMatches } from '../../plan/cost.ts';
import type { Plan } from '../../plan/plan.ts';
import { prefixOf } from '../../plan/scan-bounds.ts';
import type { Batch } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { RowWriter } from '../batch/row-writer.ts';

export function* countMatching(
  plan: Plan & { kind: 'count' },
  environment: Environment,
): Generator<Batch> {
  const id = environment.terms.internInteger(countMatches(plan.pattern, environment.view));
  yield { length: 1, columns: plan.variables.map(() => Uint32Array.of(id)) };
}

/** Matches of one value are contiguous; the end of each run is found by galloping search. */
export function* countRuns(
  plan: Plan & { kind: 'countRuns' },
  environment: Environment,
): Generator<Batch> {
  const { pattern, order: name, variables } = plan;
  const order = environment.indexOf(pattern.graph).order(name);
  const prefix = prefixOf(pattern, name);
  const { from, to } = rangeOfPrefix(order, prefix);
  const column = prefix.length === 1 ? order.second : order.third;
  const first = new Uint32Array(1);
  const writer = new RowWriter(variables.length);
  const row = new Uint32Array(variables.length);
  for (let position = from; position < to;) {
    let id: number;
    let end: number;
    if (prefix.length === 0) {
      order.fillFirst(first, position, 1);
      id = first[0] as number;
      end = order.upper(id);
    } else {
      id = column[position] as number;
      end = endOfRun(column, id, position, to);
    }
    const count = environment.terms.internInteger(end - position);
    row.fill(count);
    row[0] = id;
    if (writer.write(row)) yield writer.take();
    position = end;
    environment.checkBudget(4);
  }
  if (writer.length > 0) yield writer.take();
}

/** The matches of each named graph, by subtraction. */
export function* countGraphs(
  { pattern, variables }: Plan & { kind: 'countGraphs' },
  environment: Environment,
): Generator<Batch> {
  const writer = new RowWriter(variables.length);
  const row = new Uint32Array(variables.length);
  for (const graph of environment.view.namedGraphs) {
    const inGraph = { ...pattern, graph: { kind: 'named', id: graph } } as const;
    const count = countMatches(inGraph, environment.view);
    if (count === 0) continue;
    row.fill(environment.terms.internInteger(count));
    row[0] = graph;
    if (writer.write(row)) yield writer.take();
    environment.checkBudget(4);
  }
  if (writer.length > 0) yield writer.take();
}

function endOfRun(column: Uint32Array, id: number, from: number, to: number): number {
  let step = 1;
  let low = from + 1;
  let high = from + 1;
  while (high < to && column[high] === id) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, to);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle] === id) low = middle + 1;
    else high = middle;
  }
  return low;
}
