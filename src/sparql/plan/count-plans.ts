/** Groups whose counts are read from an index, without producing solutions. */
import type { AggregateCall, Operation } from '../algebra/algebra.ts';
import { orderBeginningWith } from './access-path.ts';
import { distinctValues } from './cost.ts';
import type { DatasetView } from './dataset-view.ts';
import { toPattern } from './pattern-ids.ts';
import type { PatternPlan, Plan } from './plan.ts';
import type { PlanBuilder } from './plan-builder.ts';

/** Undefined for a group that has to read solutions. */
export function planCounts(
  { input, by, aggregates }: Operation & { kind: 'group' },
  build: PlanBuilder,
  view: DatasetView,
): Plan | undefined {
  const pattern = singlePattern(input, view);
  if (!pattern || !aggregates.every((aggregate) => countsMatches(aggregate, pattern)))
    return undefined;
  const counts = aggregates.map(({ variable }) => variable);
  const [only, ...otherCounts] = counts;
  const [name, ...otherKeys] = by;
  if (name === undefined)
    return only !== undefined && otherCounts.length === 0 ? build.count(pattern, only) : undefined;
  if (otherKeys.length > 0) return undefined;
  if (pattern.graph.kind === 'variable') {
    if (pattern.graph.name !== name) return undefined;
    return build.countGraphs(pattern, { by: name, counts, graphs: view.namedGraphs.length });
  }
  // Counts by one variable are the lengths of the runs of an order.
  const order = orderBeginningWith(pattern, name, view);
  const estimate = distinctValues(pattern, name, view);
  return order && build.countRuns(pattern, { order, by: name, counts }, estimate);
}

/** The pattern of a group of one, whose matches are its solutions. */
function singlePattern(input: Operation, view: DatasetView): PatternPlan | undefined {
  const [only, ...others] = input.kind === 'bgp' ? input.patterns : [];
  if (!only || others.length > 0) return undefined;
  const pattern = toPattern(only, view);
  if (!pattern || pattern.graph.kind === 'scope') return undefined;
  const names = [pattern.subject, pattern.predicate, pattern.object, pattern.graph].flatMap(
    (term) => (term.kind === 'variable' ? [term.name] : []),
  );
  return new Set(names).size === names.length ? pattern : undefined;
}

/** COUNT(*) and COUNT of a variable of the pattern count its matches. */
const countsMatches = (
  { name, isDistinct, expression }: AggregateCall,
  { subject, predicate, object }: PatternPlan,
): boolean =>
  name === 'count' &&
  !isDistinct &&
  (expression === undefined ||
    (expression.kind === 'variable' &&
      [subject, predicate, object].some(
        (term) => term.kind === 'variable' && term.name === expression.name,
      )));
