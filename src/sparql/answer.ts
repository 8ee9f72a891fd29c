/** One query over one store, in ids: the plan, its run, and what the run found. */
import type { ConcreteTerm, Term } from '../rdf/index.ts';
import type { Store } from '../store/index.ts';
import type { QueryAlgebra, TranslatedQuery } from './algebra/algebra.ts';
import { type DatasetView, viewOfGraphs, viewOfStore } from './plan/dataset-view.ts';
import { constructTriples } from './exec/construct.ts';
import { describeResources } from './exec/describe.ts';
import type { QueryRequest } from './engine.ts';
import type { Batch } from './exec/batch/batch.ts';
import { Environment } from './exec/context/environment.ts';
import { type Limits, QueryBudget } from './exec/context/query-budget.ts';
import { execute } from './exec/execute.ts';
import { QueryTerms } from './values/query-terms.ts';
import { isStackOverflow } from './syntax/parse.ts';
import type { Plan } from './plan/plan.ts';
import { planQuery } from './plan/planner.ts';
import { bind, substitute } from './algebra/substitute.ts';
import { unanswerable } from './errors/evaluation-error.ts';

/** What a query found; terms stay ids until they are written. */
export type IdResult =
  | {
      readonly kind: 'solutions';
      readonly variables: readonly string[];
      readonly batches: Iterable<Batch>;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Three columns: subject, predicate, object. Each triple once. */
  | { readonly kind: 'triples'; readonly batches: Iterable<Batch> };

export interface Answer {
  readonly result: IdResult;
  readonly terms: QueryTerms;
  /** How it is answered, and how many solutions each part gave so far. */
  readonly plan: Plan;
  readonly counts: Float64Array;
}

export interface AnswerOptions extends Pick<QueryRequest, 'bindings' | 'dataset'> {
  readonly baseIri: string;
  readonly limits: Limits;
}

const NOTHING_BOUND: ReadonlyMap<string, Term> = new Map();

/** A query with its plan, which may be run any number of times over the same store. */
export interface PreparedQuery {
  readonly query: TranslatedQuery;
  readonly view: DatasetView;
  readonly plan: Plan;
  readonly planCount: number;
  /** Constants that the store does not hold; the plan has them as ids above the store's, in this order. */
  readonly constants: readonly ConcreteTerm[];
}

/** Plans the query and begins to answer it. */
export const answerQuery = (store: Store, query: TranslatedQuery, options: AnswerOptions): Answer =>
  startAnswer(prepareQuery(store, query, options), options);

export function prepareQuery(
  store: Store,
  query: TranslatedQuery,
  { bindings = NOTHING_BOUND, dataset: requested }: Pick<AnswerOptions, 'bindings' | 'dataset'>,
): PreparedQuery {
  const { algebra, dataset: named } = query;
  const isRequested =
    requested && requested.defaultGraphs.length + requested.namedGraphs.length > 0;
  const graphs = isRequested ? requested : named;
  const view = graphs ? viewOfGraphs(store, graphs) : viewOfStore(store);
  const terms = new QueryTerms(view.dictionary);
  const resultVariables = resultVariablesOf(algebra);
  const { plan, planCount } = withinStack(() => {
    const substituted = substitute(algebra.operation, bindings);
    // The operation of a SELECT projects its variables; a template and DESCRIBE need the given values as well.
    const isProjected = algebra.form === 'select' || algebra.form === 'ask';
    const operation = isProjected
      ? substituted
      : bind(substituted, [...new Set(resultVariables)], bindings);
    return planQuery(operation, { view, terms, resultVariables });
  });
  return { query, view, plan, planCount, constants: terms.made };
}

/** Begins to answer it; solutions are found as they are pulled. */
export function startAnswer(
  { query, view, plan, planCount, constants }: PreparedQuery,
  { baseIri, limits }: Pick<AnswerOptions, 'baseIri' | 'limits'>,
): Answer {
  const budget = new QueryBudget(limits);
  const terms = new QueryTerms(view.dictionary, (bytes) => budget.allocate(bytes));
  for (const term of constants) terms.intern(term);
  let labels = 0;
  let numbers = 0;
  const labelled = new Map<string, string>();
  const counts = new Float64Array(planCount);
  const environment = new Environment({
    view,
    terms,
    budget,
    counts,
    execute,
    functions: {
      now: new Date(),
      baseIri: query.baseIri ?? baseIri,
      random: Math.random,
      nextNumber: () => (numbers += 1),
      blankNode: (key) => {
        const existing = key === undefined ? undefined : labelled.get(key);
        if (existing !== undefined) return { kind: 'blank', text: existing };
        labels += 1;
        const text = `q${labels}`;
        if (key !== undefined) labelled.set(key, text);
        return { kind: 'blank', text };
      },
    },
  });
  budget.checkTime();
  const result = resultOf(query.algebra, plan, environment);
  return { result, terms, plan, counts };
}

function resultVariablesOf(algebra: QueryAlgebra): readonly string[] {
  switch (algebra.form) {
    case 'select':
      return algebra.variables;
    case 'ask':
      return [];
    case 'construct':
      return algebra.template.flatMap(({ subject, predicate, object }) =>
        [subject, predicate, object].flatMap((term) => variablesIn(term)),
      );
    case 'describe':
      return algebra.terms.flatMap((term) => variablesIn(term));
  }
}

const variablesIn = (term: Term): string[] => {
  if (term.termType === 'Variable') return [term.value];
  if (term.termType !== 'Quad') return [];
  return [term.subject, term.predicate, term.object].flatMap((part) => variablesIn(part as Term));
};

function resultOf(algebra: QueryAlgebra, plan: Plan, environment: Environment): IdResult {
  switch (algebra.form) {
    case 'select':
      return {
        kind: 'solutions',
        variables: algebra.variables,
        batches: allWithinStack(inOrder(algebra.variables, plan, environment)),
      };
    case 'ask':
      return { kind: 'boolean', value: withinStack(() => hasSolution(plan, environment)) };
    case 'construct':
      return {
        kind: 'triples',
        batches: allWithinStack(constructTriples(algebra.template, plan, environment)),
      };
    case 'describe':
      return {
        kind: 'triples',
        batches: allWithinStack(describeResources(algebra.terms, plan, environment)),
      };
  }
}

/** The columns in the order of the query; what the plan does not bind is unbound. */
function* inOrder(
  variables: readonly string[],
  plan: Plan,
  environment: Environment,
): Generator<Batch> {
  const columns = variables.map((name) => plan.variables.indexOf(name));
  for (const batch of environment.execute(plan))
    yield {
      length: batch.length,
      columns: columns.map((column) => batch.columns[column] ?? new Uint32Array(batch.length)),
    };
}

function hasSolution(plan: Plan, environment: Environment): boolean {
  for (const { length } of environment.execute(plan)) if (length > 0) return true;
  return false;
}

/** Plans are as deep as their queries, and are traversed recursively: a stack overflow is an error of the query. */
function withinStack<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw blameDepth(error);
  }
}

function* allWithinStack<Item>(items: Iterable<Item>): Generator<Item> {
  try {
    yield* items;
  } catch (error) {
    throw blameDepth(error);
  }
}

const blameDepth = (error: unknown): unknown =>
  isStackOverflow(error) ? unanswerable('it is nested too deeply', error) : error;
