/**
 * How many solutions plans are expected to give: exactly where an index has the count, else by the statistics of
 * predicates, else by the constants below. No other file estimates.
 */
import type { TermId, TripleIndex } from '../../store/index.ts';
import type { DatasetView } from './dataset-view.ts';
import type { PatternPlan, TermPattern } from './plan.ts';

/** Solutions that a filter is expected to remove: all but one in so many. */
const FILTER_SELECTIVITY = 1 / 3;
/** Matches of a pattern whose predicate is bound by a row: one in so many. */
const EXPECTED_PREDICATES = 20;
/** Distinct subjects and objects of n triples of any predicate, as multiples of the square root of n. */
const SUBJECTS_PER_ROOT = 4;
const OBJECTS_PER_ROOT = 2;
/** Nodes that a path reaches from one bound end, and how often it connects two bound ends. */
const PATH_FROM_ONE_END = 20;
const PATH_BETWEEN_ENDS = 0.5;

const idOf = (term: TermPattern): TermId => (term.kind === 'constant' ? term.id : (0 as TermId));

/** How many quads match the constants of a pattern. Repeated variables are not considered. */
export function countMatches(pattern: PatternPlan, view: DatasetView): number {
  const { subject, predicate, object } = pattern;
  let count = 0;
  for (const index of indexesOf(pattern, view))
    count += index.count(idOf(subject), idOf(predicate), idOf(object));
  return count;
}

/** Matches of a pattern per row that binds the variables for which `isBound` holds. */
export function matchesPerRow(
  pattern: PatternPlan,
  isBound: (name: string) => boolean,
  view: DatasetView,
): number {
  const { subject, predicate, object, graph } = pattern;
  let expected = countMatches(pattern, view);
  if (expected === 0) return 0;
  const isBoundTerm = (term: TermPattern) => term.kind === 'variable' && isBound(term.name);
  const total = indexesOf(pattern, view).reduce((sum, { size }) => sum + size, 0);
  const statistics =
    predicate.kind === 'constant' && graph.kind === 'default'
      ? view.defaultIndex.predicateStatistics(predicate.id)
      : undefined;
  const root = Math.sqrt(total);
  if (isBoundTerm(subject))
    expected /= Math.max(1, statistics?.subjects ?? root * SUBJECTS_PER_ROOT);
  if (isBoundTerm(object)) expected /= Math.max(1, statistics?.objects ?? root * OBJECTS_PER_ROOT);
  if (isBoundTerm(predicate)) expected /= EXPECTED_PREDICATES;
  if (graph.kind === 'variable' && isBound(graph.name))
    expected /= Math.max(1, view.namedGraphs.length);
  return expected;
}

/** Distinct values of a variable among the matches of a pattern. */
export function distinctValues(pattern: PatternPlan, name: string, view: DatasetView): number {
  const count = countMatches(pattern, view);
  const { subject, predicate, object, graph } = pattern;
  const constants = [subject, predicate, object].filter(({ kind }) => kind === 'constant').length;
  // Two constants leave one variable, and triples are distinct.
  if (constants === 2 && graph.kind !== 'variable') return count;
  const isThat = (term: TermPattern) => term.kind === 'variable' && term.name === name;
  if (constants === 1 && predicate.kind === 'constant' && graph.kind === 'default') {
    const { subjects, objects } = view.defaultIndex.predicateStatistics(predicate.id);
    if (isThat(subject)) return subjects;
    if (isThat(object)) return objects;
  }
  return Math.min(count, groupsOf(count));
}

/** Groups of so many solutions, where the keys have no statistics. */
export const groupsOf = (solutions: number): number => Math.max(1, Math.sqrt(solutions));

export const filtered = (solutions: number): number => solutions * FILTER_SELECTIVITY;

/** Connections of a path per row that binds `ends` of its ends. */
export function pathsPerRow(ends: number, view: DatasetView): number {
  if (ends === 0) return view.defaultIndex.size;
  return ends === 1 ? PATH_FROM_ONE_END : PATH_BETWEEN_ENDS;
}

/** Solutions of an operation of `estimate` solutions per row; a row that shares variables finds one at most. */
export const solutionsPerRow = (estimate: number, isMeeting: boolean): number =>
  isMeeting ? Math.min(1, estimate) : estimate;

/** Solutions of two sides joined by hash: those of the larger side where they share variables, else all pairs. */
export const joined = (left: number, right: number, isMeeting: boolean): number =>
  isMeeting ? Math.max(left, right) : left * right;

/** The indexes that a pattern is matched in; for a scope, any graph represents the current one. */
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
