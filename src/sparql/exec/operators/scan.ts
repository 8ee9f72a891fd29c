/** All matches of one pattern, in the sequence of an order. Columns are windows into the store: nothing is copied. */
import {
  type Order,
  type OrderName,
  rangeOfPrefix,
  POSITIONS_OF_ORDER,
} from '../../../store/index.ts';
import { prefixOf } from '../../plan/scan-bounds.ts';
import type { PatternPlan, Plan } from '../../plan/plan.ts';
import { type Batch, BATCH_ROWS, FIRST_ROWS } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { hasRepeats, matchRows } from '../join/match-rows.ts';

/** Windows cost nothing, so they may be wide. */
const WINDOW_ROWS = 4 * BATCH_ROWS;

export function* scan(plan: Plan & { kind: 'scan' }, environment: Environment): Generator<Batch> {
  const { pattern, order: name, range, variables } = plan;
  const graphName = pattern.graph.kind === 'variable' ? pattern.graph.name : undefined;
  if (hasRepeats(pattern) || isAlsoTerm(pattern, graphName)) {
    const unit: Batch = { length: 1, columns: [] };
    yield* matchRows([unit], { pattern, inputVariables: [], variables }, environment);
    return;
  }
  const prefix = prefixOf(pattern, name);
  const places = placesOf(pattern, name, variables);
  if (graphName === undefined) {
    const order = environment.indexOf(pattern.graph).order(name);
    yield* windows(order, { ...rangeOfPrefix(order, prefix, range), places }, environment);
    return;
  }
  // Most graphs hold nothing of what is sought: that is seen before anything is made.
  const place = variables.indexOf(graphName);
  for (const graph of environment.view.namedGraphs) {
    const order = environment.view.graphIndex(graph).order(name);
    const { from, to } = rangeOfPrefix(order, prefix, range);
    environment.checkBudget(1);
    if (to <= from) continue;
    for (const { columns, length } of windows(order, { from, to, places }, environment)) {
      if (place >= 0) columns[place] = new Uint32Array(length).fill(graph);
      yield { columns, length };
    }
  }
}

/** The position in the order of each variable; -1 for none. */
const placesOf = (pattern: PatternPlan, name: OrderName, variables: readonly string[]): number[] =>
  variables.map((variable) =>
    POSITIONS_OF_ORDER[name].findIndex((place) => {
      const term = pattern[place];
      return term.kind === 'variable' && term.name === variable;
    }),
  );

interface Window {
  readonly from: number;
  readonly to: number;
  readonly places: readonly number[];
}

/** The rows of an order from one position to another; the columns are the taker's to replace. */
function* windows(
  order: Order,
  { from, to, places }: Window,
  environment: Environment,
): Generator<{ readonly length: number; readonly columns: Uint32Array[] }> {
  if (to <= from) return;
  if (places.length === 0) {
    yield { length: to - from, columns: [] };
    return;
  }
  let size = FIRST_ROWS;
  for (let position = from; position < to;) {
    const length = Math.min(size, to - position);
    const start = position;
    yield {
      length,
      columns: places.map((place) => {
        if (place === 1) return order.second.subarray(start, start + length);
        if (place === 2) return order.third.subarray(start, start + length);
        const first = new Uint32Array(length);
        if (place === 0) order.fillFirst(first, start, length);
        return first;
      }),
    };
    environment.checkBudget(length);
    position += length;
    size = Math.min(size * 8, WINDOW_ROWS);
  }
}

/** Whether the variable of the graph occurs in the triple, too. */
const isAlsoTerm = (
  { subject, predicate, object }: PatternPlan,
  graphName: string | undefined,
): boolean =>
  [subject, predicate, object].some((term) => term.kind === 'variable' && term.name === graphName);
