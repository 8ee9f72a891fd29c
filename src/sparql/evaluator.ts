/**
 * Parts of the language over one store, without a query around them: paths from a node, conditions on terms, and
 * queries with pre-bound variables. For validation, which evaluates them many times. Synchronous and without limits.
 */
import type { Term } from '../rdf/index.ts';
import type { Store, TermId } from '../store/index.ts';
import type { Operation, PathExpression, TranslatedQuery } from './algebra/algebra.ts';
import { type Answer, answerQuery } from './answer.ts';
import { Environment } from './exec/context/environment.ts';
import { type Limits, QueryBudget } from './exec/context/query-budget.ts';
import { PathWalker } from './exec/operators/path.ts';
import { compile } from './expression/compile.ts';
import { viewOfStore } from './plan/dataset-view.ts';
import { parseQuery } from './syntax/parse.ts';
import { algebraOf } from './syntax/query-algebra.ts';
import { QueryTerms } from './values/query-terms.ts';
import { effectiveBoolean } from './values/value.ts';

/** A condition on terms, by their ids; undefined is an error of evaluation. */
export type Condition = (...ids: readonly number[]) => boolean | undefined;

export type Bindings = ReadonlyMap<string, Term>;

/** A parsed query whose variables can be pre-bound. */
export interface PreboundQuery {
  /** Solutions of a SELECT query, as terms by variable. */
  select(bindings: Bindings): Iterable<Bindings>;
  /** Whether an ASK query has a solution. */
  ask(bindings: Bindings): boolean;
  readonly algebra: TranslatedQuery;
}

export interface Evaluator {
  /** The distinct nodes that a path leads to in the default graph. */
  pathEnds(path: PathExpression, start: TermId): ReadonlySet<number>;
  /** @param text a SPARQL expression over `variables`. */
  condition(text: string, variables: readonly string[]): Condition;
  /** @throws {GraphpressError} for a text that is not a query. */
  query(text: string): PreboundQuery;
}

const NO_LIMITS: Limits = {
  timeoutMs: Infinity,
  deadlineMs: Infinity,
  maxBytes: Infinity,
  isCancelled: () => false,
};

export function evaluatorOf(store: Store, baseIri: string): Evaluator {
  const terms = new QueryTerms(store.dictionary);
  const functions = {
    now: new Date(),
    baseIri,
    random: Math.random,
    nextNumber: () => 0,
    blankNode: () => ({ kind: 'blank', text: 'b' }) as const,
  };
  const environment = new Environment({
    view: viewOfStore(store),
    terms,
    functions,
    budget: new QueryBudget(NO_LIMITS),
    counts: new Float64Array(0),
    execute: () => [],
  });
  const walkers = new Map<PathExpression, PathWalker>();
  const walkerOf = (path: PathExpression): PathWalker => {
    const walker = walkers.get(path) ?? new PathWalker(store.defaultIndex, path, environment);
    walkers.set(path, walker);
    return walker;
  };
  const answerTo = (algebra: TranslatedQuery, bindings: Bindings): Answer =>
    answerQuery(store, algebra, { baseIri, limits: NO_LIMITS, bindings });
  return {
    pathEnds: (path, start) => {
      const ends = new Set<number>();
      for (const [, end] of walkerOf(path).pairs(start, 0, false)) ends.add(end);
      return ends;
    },
    condition: (text, variables) => {
      const evaluate = compile(conditionOf(text, baseIri), {
        variables,
        terms,
        functions,
        exists: () => () => false,
      });
      const columns = variables.map(() => new Uint32Array(1));
      return (...ids) => {
        columns.forEach((column, index) => (column[0] = ids[index] ?? 0));
        const value = evaluate(columns, 0);
        return value && effectiveBoolean(value);
      };
    },
    query: (text) => {
      const algebra = algebraOf(parseQuery(text), baseIri);
      return {
        algebra,
        select: (bindings) => solutionsOf(answerTo(algebra, bindings)),
        ask: (bindings) => {
          const { result } = answerTo(algebra, bindings);
          return result.kind === 'boolean' && result.value;
        },
      };
    },
  };
}

/** The expression of a FILTER with that text. */
function conditionOf(text: string, baseIri: string) {
  const { algebra } = algebraOf(parseQuery(`ASK { FILTER(${text}) }`), baseIri);
  const find = (operation: Operation) => {
    if (operation.kind === 'filter') return operation.condition;
    if ('input' in operation) return find(operation.input);
    throw new TypeError(`no expression: ${text}`);
  };
  return find(algebra.operation);
}

function* solutionsOf({ result, terms }: Answer): Iterable<Bindings> {
  if (result.kind !== 'solutions') return;
  for (const { columns, length } of result.batches)
    for (let row = 0; row < length; row += 1) {
      const solution = new Map<string, Term>();
      result.variables.forEach((name, index) => {
        const id = columns[index]?.[row] ?? 0;
        if (id !== 0) solution.set(name, terms.termOf(id));
      });
      yield solution;
    }
}
