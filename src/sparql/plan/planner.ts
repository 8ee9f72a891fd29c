/**
 * From algebra to plan: which index answers a pattern, what is joined first and how, where filters go.
 * Pure: the same query over the same data gives the same plan.
 */
import type { ConcreteTerm, Term } from '../../rdf/index.ts';
import type { TermId } from '../../store/index.ts';
import type { DatasetView } from './dataset-view.ts';
import type {
  AggregateCall,
  Expression,
  GraphRef,
  Operation,
  OrderKey,
} from '../algebra/algebra.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { mentionedIn, scopeOf } from '../algebra/scope.ts';
import { ROW_NUMBER } from '../algebra/variables.ts';
import { countMatches } from './cardinality.ts';
import { JoinPlanner } from './join-planner.ts';
import {
  type Condition,
  type ExistsPlan,
  type GraphSlot,
  type PatternPlan,
  type Plan,
  type Slot,
} from './plan.ts';
import { NO_TERM, PlanMaker } from './plan-maker.ts';
import { pruneColumns } from './prune-columns.ts';

export interface PlannedQuery {
  readonly plan: Plan;
  readonly planCount: number;
}

export interface PlanningOptions {
  readonly view: DatasetView;
  readonly terms: QueryTerms;
  /** Variables that the asker wants; the others are dropped as early as can be. */
  readonly wanted: readonly string[];
}

export function planQuery(operation: Operation, options: PlanningOptions): PlannedQuery {
  const planner = new Planner(options);
  const plan = pruneColumns(planner.plan(operation, []), new Set(options.wanted));
  return { plan, planCount: planner.make.planCount };
}

export class Planner {
  readonly make: PlanMaker = new PlanMaker();
  readonly view: DatasetView;
  readonly #terms: QueryTerms;
  readonly #joins: JoinPlanner;

  constructor({ view, terms: queryTerms }: PlanningOptions) {
    this.view = view;
    this.#terms = queryTerms;
    this.#joins = new JoinPlanner(this);
  }

  /** @param order the variables by which sorted solutions would be welcome. */
  plan(operation: Operation, order: readonly string[]): Plan {
    switch (operation.kind) {
      case 'bgp':
      case 'path':
      case 'join':
      case 'filter':
      case 'values':
        return this.#joins.plan(operation, { order });
      case 'leftJoin':
        return this.leftJoin(this.plan(operation.left, order), operation);
      case 'minus':
        return this.make.minus(this.plan(operation.left, order), this.plan(operation.right, []));
      case 'union':
        return this.make.union(operation.inputs.map((input) => this.plan(input, [])));
      case 'extend':
        return this.extend(this.plan(operation.input, order), operation);
      case 'graph':
        return this.#graph(operation);
      case 'group':
        return this.#group(operation);
      case 'project':
        return this.make.project(this.plan(operation.input, order), operation.variables);
      case 'distinct':
        return this.make.distinct(this.plan(operation.input, order));
      case 'orderBy':
        return this.#orderBy(operation.input, operation.keys, Infinity);
      case 'slice':
        return this.#slice(operation);
      case 'service':
        throw new Error('SERVICE is answered before planning');
    }
  }

  /** The plan of `right` joined to each row of `left` where there is one. https://www.w3.org/TR/sparql11-query/#defn_algLeftJoin */
  leftJoin(left: Plan, { right, condition }: Operation & { kind: 'leftJoin' }): Plan {
    const shared = left.variables.filter((name) => scopeOf(right).all.has(name));
    const isSeedable =
      shared.every((name) => left.certain.has(name)) &&
      this.#joins.canSeed(right, new Set(left.variables));
    if (isSeedable) {
      const correlation = this.make.nextCorrelation();
      const rows = this.make.outerRows(correlation, {
        variables: [...shared, ROW_NUMBER],
        certain: new Set([...shared, ROW_NUMBER]),
        estimate: left.estimate,
        sortedBy: takeKnown(left.sortedBy, shared),
      });
      const inner = this.#joins.into(rows, right, 'join');
      const known = {
        variables: [...left.variables, ...inner.variables],
        certain: new Set([...left.certain, ...inner.certain]),
      };
      return this.make.leftLateral(left, inner, {
        correlation,
        condition: condition && this.condition(condition, known),
      });
    }
    const inner = this.plan(right, []);
    const known = {
      variables: [...left.variables, ...inner.variables],
      certain: new Set([...left.certain, ...inner.certain]),
    };
    return this.make.leftHashJoin(left, inner, condition && this.condition(condition, known));
  }

  extend(input: Plan, { variable, expression }: Operation & { kind: 'extend' }): Plan {
    return this.make.extend(input, variable, this.condition(expression, input));
  }

  /** An expression, with plans for each EXISTS in it. */
  condition(expression: Expression, input: Pick<Plan, 'variables' | 'certain'>): Condition {
    const exists: ExistsPlan[] = [];
    const visit = (node: Expression): void => {
      if (node.kind === 'exists') exists.push(this.#exists(node, input));
      else if ('args' in node) node.args.forEach(visit);
    };
    visit(expression);
    return Object.freeze({ expression, exists });
  }

  /** https://www.w3.org/TR/sparql11-query/#defn_evalExists */
  #exists(
    expression: Expression & { kind: 'exists' },
    { variables, certain }: Pick<Plan, 'variables' | 'certain'>,
  ): ExistsPlan {
    const mentioned = mentionedIn(expression.input);
    const outer = [...new Set(variables)].filter((name) => mentioned.has(name));
    const correlation = this.make.nextCorrelation();
    const rows = this.make.outerRows(correlation, {
      variables: [...outer, ROW_NUMBER],
      certain: new Set([...outer.filter((name) => certain.has(name)), ROW_NUMBER]),
      estimate: 1,
      sortedBy: [],
    });
    const plan = this.#joins.into(rows, expression.input, 'substitute');
    return { expression, correlation, outer, plan };
  }

  #graph({ input, variable, scope }: Operation & { kind: 'graph' }): Plan {
    const graphs = this.view.namedGraphs.length;
    const isEmptyGroup = input.kind === 'bgp' && input.patterns.length === 0;
    if (isEmptyGroup) return this.make.graphs(variable, graphs);
    return this.make.graphScope(this.plan(input, []), variable, { scope, graphs });
  }

  #group({ input, by, aggregates }: Operation & { kind: 'group' }): Plan {
    const [only, ...others] = aggregates;
    const pattern = this.#singlePattern(input);
    if (pattern && by.length === 0 && only && others.length === 0 && countsRows(only, pattern))
      return this.make.count(pattern, only.variable);
    const runs = pattern && this.#countRuns(pattern, by, aggregates);
    if (runs) return runs;
    const inner = this.plan(input, by);
    return this.make.group(
      inner,
      by,
      aggregates.map((aggregate) => ({
        ...aggregate,
        condition: aggregate.expression && this.condition(aggregate.expression, inner),
      })),
    );
  }

  /** Counts by one variable of one pattern are the lengths of the runs of an order. */
  #countRuns(
    pattern: PatternPlan,
    by: readonly string[],
    aggregates: readonly AggregateCall[],
  ): Plan | undefined {
    const [name, ...others] = by;
    const isCounted = aggregates.every((aggregate) => countsRows(aggregate, pattern));
    if (name === undefined || others.length > 0 || !isCounted) return undefined;
    const counts = aggregates.map(({ variable }) => variable);
    if (pattern.graph.kind === 'variable') {
      if (pattern.graph.name !== name) return undefined;
      const graphs = this.view.namedGraphs.length;
      return this.make.countGraphs(pattern, { by: name, counts, graphs });
    }
    const order = this.#joins.orderBeginningWith(pattern, name);
    if (!order) return undefined;
    return this.make.countRuns(pattern, { order, by: name, counts }, this.count(pattern));
  }

  /** The pattern of a group of one, whose matches are its solutions. */
  #singlePattern(input: Operation): PatternPlan | undefined {
    const [only, ...others] = input.kind === 'bgp' ? input.patterns : [];
    if (!only || others.length > 0) return undefined;
    const pattern = this.pattern(only);
    if (!pattern || pattern.graph.kind === 'scope') return undefined;
    const names = [pattern.subject, pattern.predicate, pattern.object, pattern.graph].flatMap(
      (slot) => (slot.kind === 'variable' ? [slot.name] : []),
    );
    return new Set(names).size === names.length ? pattern : undefined;
  }

  #orderBy(input: Operation, keys: readonly OrderKey[], limit: number): Plan {
    const wanted = keys.map(({ expression, isDescending }) =>
      expression.kind === 'variable' && !isDescending ? expression.name : undefined,
    );
    const inner = this.plan(
      input,
      wanted.filter((name) => name !== undefined),
    );
    // Rising ids are rising terms. With a second key, equal values of different ids would have to be ties.
    const [only] = wanted;
    if (keys.length === 1 && only !== undefined && inner.sortedBy[0] === only) return inner;
    return this.make.orderBy(
      inner,
      keys.map(({ expression, isDescending }) => ({
        condition: this.condition(expression, inner),
        isDescending,
      })),
      limit,
    );
  }

  /** A sort below a slice needs to keep only as many rows as the slice lets pass. */
  #slice({ input, offset, limit }: Operation & { kind: 'slice' }): Plan {
    const keep = offset + limit;
    const sorted = (operation: Operation): Plan | undefined => {
      if (operation.kind === 'orderBy') return this.#orderBy(operation.input, operation.keys, keep);
      if (operation.kind !== 'project') return undefined;
      const inner = sorted(operation.input);
      return inner && this.make.project(inner, operation.variables);
    };
    return this.make.slice(sorted(input) ?? this.plan(input, []), offset, limit);
  }

  /** The pattern in ids; undefined where one of its terms stands nowhere in the data, so that nothing matches. */
  pattern(pattern: {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
    readonly graph: GraphRef;
  }): PatternPlan | undefined {
    const subject = this.slot(pattern.subject);
    const predicate = this.slot(pattern.predicate);
    const object = this.slot(pattern.object);
    const graph = this.graphSlot(pattern.graph);
    if (!subject || !predicate || !object || !graph) return undefined;
    return { subject, predicate, object, graph };
  }

  slot(term: Term): Slot | undefined {
    if (term.termType === 'Variable') return { kind: 'variable', name: term.value };
    const id = this.view.dictionary.idOf(term);
    return id === undefined ? undefined : { kind: 'constant', id };
  }

  /** An end of a path: also a term that the store does not hold is at zero steps from itself. */
  pathEnd(term: Term): Slot {
    return term.termType === 'Variable'
      ? { kind: 'variable', name: term.value }
      : { kind: 'constant', id: this.idOf(term) as TermId };
  }

  graphSlot(graph: GraphRef): GraphSlot | undefined {
    if (graph.kind !== 'named') return graph;
    const id = this.view.dictionary.idOf(graph.term);
    return id === undefined ? undefined : { kind: 'named', id };
  }

  /** The id of any term; one that the store does not hold gets one for this query. */
  idOf(term: Term | undefined): number {
    return term === undefined ? NO_TERM : this.#terms.intern(term as ConcreteTerm);
  }

  count(pattern: PatternPlan): number {
    return countMatches(pattern, this.view);
  }
}

/** COUNT(*) and COUNT of a variable of the pattern count its matches. */
const countsRows = (
  {
    name,
    isDistinct,
    expression,
  }: { name: string; isDistinct: boolean; expression: Expression | undefined },
  { subject, predicate, object }: PatternPlan,
): boolean =>
  name === 'count' &&
  !isDistinct &&
  (expression === undefined ||
    (expression.kind === 'variable' &&
      [subject, predicate, object].some(
        (slot) => slot.kind === 'variable' && slot.name === expression.name,
      )));

const takeKnown = (names: readonly string[], known: readonly string[]): string[] => {
  const end = names.findIndex((name) => !known.includes(name));
  return names.slice(0, end === -1 ? undefined : end);
};
