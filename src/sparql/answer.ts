/** One query over one store, in ids: the plan, its run, and what the run found. */
import type { Term } from '../rdf/index.ts';
import type { Store } from '../store/index.ts';
import type { QueryAlgebra, TranslatedQuery } from './algebra.ts';
import { viewOfGraphs, viewOfStore } from './dataset-view.ts';
import { constructTriples } from './construct.ts';
import { describeResources } from './describe.ts';
import type { QueryRequest } from './engine.ts';
import type { Batch } from './exec/batch.ts';
import { ExecContext, type Limits } from './exec/context.ts';
import { execute } from './exec/execute.ts';
import { QueryTerms } from './exec/query-terms.ts';
import type { Plan } from './plan/plan.ts';
import { planQuery } from './plan/planner.ts';
import { substitute } from './substitute.ts';

/** What a query found; terms stay numbers until somebody writes them. */
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

/** Plans the query and begins to answer it; solutions are found as they are pulled. */
export function answerQuery(
  store: Store,
  { algebra, dataset: named, baseIri: declared }: TranslatedQuery,
  { baseIri, bindings = NOTHING_BOUND, dataset: requested, limits }: AnswerOptions,
): Answer {
  const isRequested =
    requested && requested.defaultGraphs.length + requested.namedGraphs.length > 0;
  const graphs = isRequested ? requested : named;
  const view = graphs ? viewOfGraphs(store, graphs) : viewOfStore(store);
  const holder: { context?: ExecContext } = {};
  const terms = new QueryTerms(view.dictionary, (bytes) => holder.context?.hold(bytes));
  const operation = substitute(algebra.operation, bindings);
  const { plan, planCount } = planQuery(operation, { view, terms, wanted: wantedBy(algebra) });
  let labels = 0;
  let numbers = 0;
  const labelled = new Map<string, string>();
  const context = new ExecContext({
    view,
    terms,
    limits,
    planCount,
    execute,
    functions: {
      now: new Date(),
      baseIri: declared ?? baseIri,
      random: Math.random,
      nextNumber: () => (numbers += 1),
      blankNode: (key) => {
        const known = key === undefined ? undefined : labelled.get(key);
        if (known !== undefined) return { kind: 'blank', text: known };
        labels += 1;
        const text = `q${labels}`;
        if (key !== undefined) labelled.set(key, text);
        return { kind: 'blank', text };
      },
    },
  });
  holder.context = context;
  context.checkTime();
  return { result: resultOf(algebra, plan, context), terms, plan, counts: context.counts };
}

function wantedBy(algebra: QueryAlgebra): readonly string[] {
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

function resultOf(algebra: QueryAlgebra, plan: Plan, context: ExecContext): IdResult {
  switch (algebra.form) {
    case 'select':
      return {
        kind: 'solutions',
        variables: algebra.variables,
        batches: inOrder(algebra.variables, plan, context),
      };
    case 'ask':
      return { kind: 'boolean', value: hasSolution(plan, context) };
    case 'construct':
      return { kind: 'triples', batches: constructTriples(algebra.template, plan, context) };
    case 'describe':
      return { kind: 'triples', batches: describeResources(algebra.terms, plan, context) };
  }
}

/** The columns as they were asked for; what the plan does not bind is unbound. */
function* inOrder(
  variables: readonly string[],
  plan: Plan,
  context: ExecContext,
): Generator<Batch> {
  const columns = variables.map((name) => plan.variables.indexOf(name));
  for (const batch of context.execute(plan))
    yield {
      length: batch.length,
      columns: columns.map((column) => batch.columns[column] ?? new Uint32Array(batch.length)),
    };
}

function hasSolution(plan: Plan, context: ExecContext): boolean {
  for (const { length } of context.execute(plan)) if (length > 0) return true;
  return false;
}
