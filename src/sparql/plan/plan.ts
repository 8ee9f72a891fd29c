/**
 * Plans: how a query will be evaluated, as plain frozen data without behaviour.
 * A plan gives solutions over `variables`; the order of that list is the order of the columns.
 */
import type { OrderName, TermId } from '../../store/index.ts';
import type { AggregateCall, Expression, PathExpression } from '../algebra/algebra.ts';

/** A position of a pattern. */
export type TermPattern =
  | { readonly kind: 'constant'; readonly id: TermId }
  | { readonly kind: 'variable'; readonly name: string };

export type GraphPattern =
  | { readonly kind: 'default' }
  | { readonly kind: 'named'; readonly id: TermId }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'scope'; readonly scope: number };

export interface PatternPlan {
  readonly subject: TermPattern;
  readonly predicate: TermPattern;
  readonly object: TermPattern;
  readonly graph: GraphPattern;
}

/** Ids from `from` (inclusive) to `to` (exclusive). */
export interface IdRange {
  readonly from: number;
  readonly to: number;
}

/** Facts about the solutions of a plan. */
export interface PlanFacts {
  /** Index of its count of solutions. */
  readonly number: number;
  readonly variables: readonly string[];
  /** Those that are bound in every solution. */
  readonly boundVariables: ReadonlySet<string>;
  /** How many solutions are expected. */
  readonly estimate: number;
  /** Solutions are sorted by these ids in ascending order, the first variable being the primary key. */
  readonly sortedBy: readonly string[];
}

/** EXISTS within an expression: a plan that starts from rows of the outer one. */
export interface ExistsPlan {
  /** The expression that it answers. */
  readonly expression: Expression;
  readonly correlation: number;
  /** Variables of the outer row that it reads. */
  readonly outer: readonly string[];
  readonly plan: Plan;
}

/** An expression with plans for its EXISTS. */
export interface Condition {
  readonly expression: Expression;
  readonly exists: readonly ExistsPlan[];
}

export interface SortKey {
  readonly condition: Condition;
  readonly isDescending: boolean;
}

export type Plan = PlanFacts &
  (
    | { readonly kind: 'unit' }
    | { readonly kind: 'empty' }
    /** Rows that the enclosing operator of that correlation hands down. */
    | { readonly kind: 'outerRows'; readonly correlation: number }
    | {
        readonly kind: 'scan';
        readonly pattern: PatternPlan;
        readonly order: OrderName;
        /** Bounds of the first free position of the order. */
        readonly range: IdRange | undefined;
      }
    /** For each row of the input, the matches of the pattern. */
    | {
        readonly kind: 'indexJoin';
        readonly input: Plan;
        readonly pattern: PatternPlan;
        readonly order: OrderName;
      }
    | { readonly kind: 'graphs'; readonly variable: string }
    | {
        readonly kind: 'hashJoin';
        readonly left: Plan;
        readonly right: Plan;
        readonly join: JoinKeys;
        /** The side whose rows are stored in a table; the rows of the other side stream. */
        readonly stored: 'left' | 'right';
      }
    /** `right` starts from the rows of `left`, batch by batch. */
    | {
        readonly kind: 'lateral';
        readonly left: Plan;
        readonly right: Plan;
        readonly correlation: number;
      }
    | {
        readonly kind: 'leftLateral';
        readonly left: Plan;
        readonly right: Plan;
        readonly correlation: number;
        readonly condition: Condition | undefined;
      }
    | {
        readonly kind: 'leftHashJoin';
        readonly left: Plan;
        readonly right: Plan;
        readonly join: JoinKeys;
        readonly condition: Condition | undefined;
      }
    | { readonly kind: 'minus'; readonly left: Plan; readonly right: Plan; readonly join: JoinKeys }
    | { readonly kind: 'filter'; readonly input: Plan; readonly condition: Condition }
    | {
        readonly kind: 'extend';
        readonly input: Plan;
        readonly variable: string;
        readonly condition: Condition;
      }
    | { readonly kind: 'union'; readonly inputs: readonly Plan[] }
    | { readonly kind: 'values'; readonly rows: readonly Uint32Array[] }
    | {
        readonly kind: 'path';
        readonly input: Plan;
        readonly subject: TermPattern;
        readonly object: TermPattern;
        readonly path: PathExpression;
        readonly graph: GraphPattern;
        /** Whether each end must be a node of the graph; a term of the query need not be. */
        readonly isBetweenNodes: boolean;
      }
    | {
        readonly kind: 'graphScope';
        readonly input: Plan;
        readonly variable: string;
        readonly scope: number;
      }
    | {
        readonly kind: 'group';
        readonly input: Plan;
        readonly by: readonly string[];
        readonly aggregates: readonly AggregatePlan[];
      }
    /** For each value of the first free position of the order, how many matches have it. */
    | {
        readonly kind: 'countRuns';
        readonly pattern: PatternPlan;
        readonly order: OrderName;
        readonly by: string;
      }
    /** For each named graph that has any, how many matches it has. */
    | { readonly kind: 'countGraphs'; readonly pattern: PatternPlan }
    | { readonly kind: 'count'; readonly pattern: PatternPlan; readonly variable: string }
    | { readonly kind: 'distinct'; readonly input: Plan }
    | {
        readonly kind: 'orderBy';
        readonly input: Plan;
        readonly keys: readonly SortKey[];
        /** Only so many of the first rows are needed; Infinity for all. */
        readonly limit: number;
      }
    | {
        readonly kind: 'slice';
        readonly input: Plan;
        readonly offset: number;
        readonly limit: number;
      }
    | { readonly kind: 'project'; readonly input: Plan }
  );

export interface AggregatePlan extends AggregateCall {
  readonly condition: Condition | undefined;
}

/** How two sides meet: on ids that both bind in every solution, and on those that either may leave unbound. */
export interface JoinKeys {
  readonly keys: readonly string[];
  readonly optionalKeys: readonly string[];
}

/** The plans below a plan, in the order in which they are shown. */
export function childrenOf(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case 'unit':
    case 'empty':
    case 'outerRows':
    case 'scan':
    case 'graphs':
    case 'values':
    case 'count':
    case 'countRuns':
    case 'countGraphs':
      return [];
    case 'hashJoin':
    case 'lateral':
    case 'leftLateral':
    case 'leftHashJoin':
    case 'minus':
      return [plan.left, plan.right];
    case 'union':
      return plan.inputs;
    case 'filter':
    case 'extend':
      return [plan.input, ...plan.condition.exists.map((exists) => exists.plan)];
    case 'indexJoin':
    case 'path':
    case 'graphScope':
    case 'group':
    case 'distinct':
    case 'orderBy':
    case 'slice':
    case 'project':
      return [plan.input];
  }
}

/** The expressions that an operator evaluates. */
export function conditionsOf(plan: Plan): readonly Condition[] {
  switch (plan.kind) {
    case 'filter':
    case 'extend':
      return [plan.condition];
    case 'leftLateral':
    case 'leftHashJoin':
      return plan.condition ? [plan.condition] : [];
    case 'group':
      return plan.aggregates.flatMap(({ condition }) => condition ?? []);
    case 'orderBy':
      return plan.keys.map(({ condition }) => condition);
    case 'unit':
    case 'empty':
    case 'outerRows':
    case 'scan':
    case 'indexJoin':
    case 'graphs':
    case 'hashJoin':
    case 'lateral':
    case 'minus':
    case 'union':
    case 'values':
    case 'path':
    case 'graphScope':
    case 'countRuns':
    case 'countGraphs':
    case 'count':
    case 'distinct':
    case 'slice':
    case 'project':
      return [];
  }
}
