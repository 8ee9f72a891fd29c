/** How many matches patterns have: exactly where constants alone decide, else as the statistics suggest. */
import type { TermId, TripleIndex } from '../../store/index.ts';
import type { DatasetView } from './dataset-view.ts';
import type { PatternPlan, Slot } from './plan.ts';

const idOf = (slot: Slot): TermId => (slot.kind === 'constant' ? slot.id : (0 as TermId));

/** How many quads match the constants of a pattern. Repeated variables are not looked at. */
export function countMatches(pattern: PatternPlan, view: DatasetView): number {
  const { subject, predicate, object } = pattern;
  let count = 0;
  for (const index of indexesOf(pattern, view))
    count += index.count(idOf(subject), idOf(predicate), idOf(object));
  return count;
}

/** How many matches one row is expected to have that binds the variables in `bound` already. */
export function expectMatches(
  pattern: PatternPlan,
  bound: (name: string) => boolean,
  view: DatasetView,
): number {
  const { subject, predicate, object, graph } = pattern;
  let expected = countMatches(pattern, view);
  if (expected === 0) return 0;
  const isBound = (slot: Slot) => slot.kind === 'variable' && bound(slot.name);
  const total = totalOf(pattern, view);
  const statistics =
    predicate.kind === 'constant' && graph.kind === 'default'
      ? view.defaultIndex.predicateStatistics(predicate.id)
      : undefined;
  if (isBound(subject)) expected /= Math.max(1, statistics?.subjects ?? Math.sqrt(total) * 4);
  if (isBound(object)) expected /= Math.max(1, statistics?.objects ?? Math.sqrt(total) * 2);
  if (isBound(predicate)) expected /= 20;
  if (graph.kind === 'variable' && bound(graph.name))
    expected /= Math.max(1, view.namedGraphs.length);
  return expected;
}

function totalOf(pattern: PatternPlan, view: DatasetView): number {
  let total = 0;
  for (const index of indexesOf(pattern, view)) total += index.size;
  return total;
}

/** The indexes that a pattern may look into; of a scope, any graph stands for the one it will be. */
function indexesOf({ graph }: PatternPlan, view: DatasetView): readonly TripleIndex[] {
  switch (graph.kind) {
    case 'default':
      return [view.defaultIndex];
    case 'named':
      return [view.graphIndex(graph.id)];
    case 'variable':
      return view.namedGraphs.map((id) => view.graphIndex(id));
    case 'scope':
      return view.namedGraphs.slice(0, 1).map((id) => view.graphIndex(id));
  }
}
