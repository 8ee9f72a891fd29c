/** All matches of one pattern, in the sequence of an order. Columns are windows into the store: nothing is copied. */
import { boundsOf, prefixOf } from '../plan/scan-bounds.ts';
import type { PatternPlan, Plan } from '../plan/plan.ts';
import { PLACES_OF_ORDER } from '../plan/plan-maker.ts';
import { type Batch, BATCH_ROWS, FIRST_ROWS } from './batch.ts';
import type { ExecContext } from './context.ts';
import { hasRepeats, matchRows } from './match-rows.ts';

/** Windows cost nothing, so they may be wide. */
const WINDOW_ROWS = 4 * BATCH_ROWS;

export function* scan(plan: Plan & { kind: 'scan' }, context: ExecContext): Generator<Batch> {
  const { pattern, order: name, range, variables } = plan;
  const graphName = pattern.graph.kind === 'variable' ? pattern.graph.name : undefined;
  if (hasRepeats(pattern) || isAlsoTerm(pattern, graphName)) {
    const unit: Batch = { length: 1, columns: [] };
    yield* matchRows([unit], { pattern, inputVariables: [], variables }, context);
    return;
  }
  if (graphName !== undefined) {
    for (const graph of context.view.namedGraphs) {
      const own = variables.filter((variable) => variable !== graphName);
      const inGraph = { ...pattern, graph: { kind: 'named', id: graph } } as const;
      for (const batch of scan({ ...plan, pattern: inGraph, variables: own }, context)) {
        const ids = new Uint32Array(variables.length === own.length ? 0 : batch.length).fill(graph);
        yield {
          length: batch.length,
          columns: variables.map((variable) =>
            variable === graphName ? ids : (batch.columns[own.indexOf(variable)] as Uint32Array),
          ),
        };
      }
    }
    return;
  }
  const order = context.indexOf(pattern.graph).order(name);
  const prefix = prefixOf(pattern, name);
  const { from, to } = boundsOf(order, prefix, range);
  if (to <= from) return;
  if (variables.length === 0) {
    yield { length: to - from, columns: [] };
    return;
  }
  const places = variables.map((variable) =>
    PLACES_OF_ORDER[name].findIndex((place) => {
      const slot = pattern[place];
      return slot.kind === 'variable' && slot.name === variable;
    }),
  );
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
        order.fillFirst(first, start, length);
        return first;
      }),
    };
    context.work(length);
    position += length;
    size = Math.min(size * 8, WINDOW_ROWS);
  }
}

/** Whether the variable of the graph stands in the triple too. */
const isAlsoTerm = (
  { subject, predicate, object }: PatternPlan,
  graphName: string | undefined,
): boolean =>
  [subject, predicate, object].some((slot) => slot.kind === 'variable' && slot.name === graphName);
