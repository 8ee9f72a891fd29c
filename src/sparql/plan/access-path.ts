/** The choice of an index order for a pattern: of a scan, of an index join, of a range that filters leave. */
import { type OrderName, rangeOfPrefix, POSITIONS_OF_ORDER } from '../../store/index.ts';
import type { Expression } from '../algebra/algebra.ts';
import type { DatasetView } from './dataset-view.ts';
import { rangeOf } from './id-ranges.ts';
import type { IdRange, PatternPlan, Plan, TermPattern } from './plan.ts';
import { prefixOf } from './scan-bounds.ts';

/** The part of an order that filters leave of the matches of a pattern. */
export interface RangeScan {
  readonly order: OrderName;
  readonly range: IdRange;
  readonly count: number;
}

/** The order that starts with the constants of the pattern and then with that variable, if there is one. */
export function orderBeginningWith(
  pattern: PatternPlan,
  name: string,
  view: DatasetView,
): OrderName | undefined {
  const order = scanOrder(pattern, [name], view);
  const term = pattern[POSITIONS_OF_ORDER[order][constantsIn(pattern)] ?? 'object'];
  return term.kind === 'variable' && term.name === name ? order : undefined;
}

/** An order that starts with the constants and then with the first possible of the preferred variables. */
export function scanOrder(
  pattern: PatternPlan,
  preferred: readonly string[],
  view: DatasetView,
): OrderName {
  const possible = ordersOf(pattern, view).filter(
    (name) => prefixOf(pattern, name).length === constantsIn(pattern),
  );
  const rankOf = (name: OrderName) => {
    const free = POSITIONS_OF_ORDER[name]
      .map((position) => pattern[position])
      .find((term) => term.kind === 'variable');
    const rank = free?.kind === 'variable' ? preferred.indexOf(free.name) : -1;
    return rank === -1 ? preferred.length : rank;
  };
  const [first = 'spo', ...others] = possible;
  return others.reduce((best, name) => (rankOf(name) < rankOf(best) ? name : best), first);
}

/** The order whose start is bound by constants and by the rows, where possible in the sequence of the rows. */
export function joinOrder(
  rows: Pick<Plan, 'boundVariables' | 'sortedBy'>,
  pattern: PatternPlan,
  view: DatasetView,
): OrderName {
  const isBound = (term: TermPattern) =>
    term.kind === 'constant' || rows.boundVariables.has(term.name);
  const lengthOf = (name: OrderName) => {
    const end = POSITIONS_OF_ORDER[name].findIndex((position) => !isBound(pattern[position]));
    return end === -1 ? 3 : end;
  };
  const names = ordersOf(pattern, view);
  const longest = Math.max(...names.map(lengthOf));
  const possible = names.filter((name) => lengthOf(name) === longest);
  // Rows sorted by the variable walk through the run of the constant from left to right.
  const inSequence = possible.find((name) => {
    const [first, second] = POSITIONS_OF_ORDER[name];
    const term = pattern[second];
    return (
      longest >= 2 &&
      pattern[first].kind === 'constant' &&
      term.kind === 'variable' &&
      term.name === rows.sortedBy[0]
    );
  });
  // Otherwise the run of a variable is short, and the constant is searched in it.
  const byVariable = possible.find(
    (name) => pattern[POSITIONS_OF_ORDER[name][0]].kind === 'variable',
  );
  return inSequence ?? byVariable ?? possible[0] ?? 'spo';
}

/** The smallest range of ids that the filters leave to the first free position of an order of the pattern. */
export function rangeScan(
  pattern: PatternPlan,
  filters: readonly Expression[],
  view: DatasetView,
): RangeScan | undefined {
  const { graph } = pattern;
  if (graph.kind === 'variable' || graph.kind === 'scope') return undefined;
  const index = graph.kind === 'default' ? view.defaultIndex : view.graphIndex(graph.id);
  let smallest: RangeScan | undefined;
  for (const order of ordersOf(pattern, view)) {
    const prefix = prefixOf(pattern, order);
    const position = POSITIONS_OF_ORDER[order][prefix.length];
    const term = position && pattern[position];
    if (prefix.length !== constantsIn(pattern) || term?.kind !== 'variable') continue;
    const range = intersect(filters.map((filter) => rangeOf(filter, term.name, view.dictionary)));
    if (!range) continue;
    const { from, to } = rangeOfPrefix(index.order(order), prefix, range);
    const count = to - from;
    if (!smallest || count < smallest.count) smallest = { order, range, count };
  }
  return smallest;
}

const ordersOf = ({ graph }: PatternPlan, view: DatasetView): readonly OrderName[] =>
  graph.kind === 'default' && view.defaultIndex.has('pso')
    ? ['spo', 'pos', 'osp', 'pso', 'ops', 'sop']
    : ['spo', 'pos', 'osp'];

const constantsIn = ({ subject, predicate, object }: PatternPlan): number =>
  [subject, predicate, object].filter(({ kind }) => kind === 'constant').length;

function intersect(ranges: readonly (IdRange | undefined)[]): IdRange | undefined {
  let intersection: IdRange | undefined;
  for (const range of ranges) {
    if (!range) continue;
    const from = Math.max(range.from, intersection?.from ?? 0);
    const to = Math.max(from, Math.min(range.to, intersection?.to ?? Infinity));
    intersection = { from, to };
  }
  return intersection;
}
