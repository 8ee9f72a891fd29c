/** Patterns of the algebra in ids of the dictionary. */
import type { ConcreteTerm, Term } from '../../rdf/index.ts';
import type { TermId } from '../../store/index.ts';
import type { GraphRef, TriplePattern } from '../algebra/algebra.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import type { DatasetView } from './dataset-view.ts';
import type { GraphPattern, PatternPlan, TermPattern } from './plan.ts';
import { NO_TERM } from './plan-builder.ts';

/** Undefined where a term of the pattern does not occur in the data, so that nothing matches. */
export function toPattern(pattern: TriplePattern, view: DatasetView): PatternPlan | undefined {
  const subject = toTermPattern(pattern.subject, view);
  const predicate = toTermPattern(pattern.predicate, view);
  const object = toTermPattern(pattern.object, view);
  const graph = toGraphPattern(pattern.graph, view);
  if (!subject || !predicate || !object || !graph) return undefined;
  return { subject, predicate, object, graph };
}

function toTermPattern(term: Term, { dictionary }: DatasetView): TermPattern | undefined {
  if (term.termType === 'Variable') return { kind: 'variable', name: term.value };
  const id = dictionary.idOf(term);
  return id === undefined ? undefined : { kind: 'constant', id };
}

export function toGraphPattern(
  graph: GraphRef,
  { dictionary }: DatasetView,
): GraphPattern | undefined {
  if (graph.kind !== 'named') return graph;
  const id = dictionary.idOf(graph.term);
  return id === undefined ? undefined : { kind: 'named', id };
}

/** An end of a path: a term that the store does not hold, too, is connected to itself by zero steps. */
export const toPathEnd = (term: Term, terms: QueryTerms): TermPattern =>
  term.termType === 'Variable'
    ? { kind: 'variable', name: term.value }
    : { kind: 'constant', id: toId(term, terms) as TermId };

/** The id of any term; one that the store does not hold gets an id for this query. */
export const toId = (term: Term | undefined, terms: QueryTerms): number =>
  term === undefined ? NO_TERM : terms.intern(term as ConcreteTerm);
