/**
 * From algebra to plan: rewrites the query, then descends once. What is decided on the way is decided elsewhere, by
 * pure functions: the order of joins, the access to an index, whether an operation starts from the rows found so far.
 * The same query over the same data gives the same plan.
 */
import type { Expression, Operation, OrderKey } from '../algebra/algebra.ts';
import { mentionedIn, scopeOf, variablesOf } from '../algebra/scope.ts';
import { ROW_NUMBER } from '../algebra/variables.ts';
import { rewrite } from '../rewrite/rewrite.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { joinOrder, scanOrder } from './access-path.ts';
import { canCorrelate } from './correlation.ts';
import { countMatches, joined } from './cost.ts';
import { planCounts } from './count-plans.ts';
import type { DatasetView } from './dataset-view.ts';
import {
  elementAlone,
  elementPerRow,
  type JoinElement,
  partsOfJoin,
  sharedVariables,
  sharesVariable,
  toJoinElements,
} from './join-element.ts';
import { orderJoin } from './join-order.ts';
import { toId } from './pattern-ids.ts';
import type { Condition, ExistsPlan, Plan } from './plan.ts';
import { PlanBuilder, prefixWhile } from './plan-builder.ts';
import { pruneColumns } from './prune-columns.ts';

export interface PlannedQuery {
  readonly plan: Plan;
  readonly planCount: number;
}

export interface PlanningOptions {
  readonly view: DatasetView;
  readonly terms: QueryTerms;
  /** Variables of the result; the others are dropped as early as possible. */
  readonly resultVariables: readonly string[];
}

export function planQuery(operation: Operation, options: PlanningOptions): PlannedQuery {
  const build = new PlanBuilder();
  const planner = new Planner(build, options);
  const plan = pruneColumns(planner.plan(rewrite(operation), []), new Set(options.resultVariables));
  return { plan, planCount: build.planCount };
}

/** `substitute`: rows of the base reach every filter inside, as EXISTS requires; `join`: solutions are joined. */
type CorrelationMode = 'join' | 'substitute';

/** What the rows of a plan bind. */
type Bound = Pick<Plan, 'variables' | 'boundVariables'>;

class Planner {
  readonly #build: PlanBuilder;
  readonly #view: DatasetView;
  readonly #terms: QueryTerms;

  constructor(build: PlanBuilder, { view, terms }: PlanningOptions) {
    this.#build = build;
    this.#view = view;
    this.#terms = terms;
  }

  /** @param order the variables by which sorted solutions are of use. */
  plan(operation: Operation, order: readonly string[]): Plan {
    const build = this.#build;
    switch (operation.kind) {
      case 'bgp':
      case 'path':
      case 'join':
      case 'filter':
        return this.#join(operation, { base: undefined, order, mode: 'join' });
      case 'values':
        return build.values(
          operation.variables,
          operation.rows.map((row) => Uint32Array.from(row, (term) => toId(term, this.#terms))),
        );
      case 'leftJoin':
        return this.#leftJoin(this.plan(operation.left, order), operation);
      case 'minus':
        return build.minus(this.plan(operation.left, order), this.plan(operation.right, []));
      case 'union':
        return build.union(operation.inputs.map((input) => this.plan(input, [])));
      case 'extend':
        return this.#extend(this.plan(operation.input, order), operation);
      case 'graph':
        return this.#graph(operation);
      case 'group':
        return planCounts(operation, build, this.#view) ?? this.#group(operation);
      case 'project':
        return build.project(this.plan(operation.input, order), operation.variables);
      case 'distinct':
        return build.distinct(this.plan(operation.input, order));
      case 'orderBy':
        return this.#orderBy(operation.input, operation.keys, Infinity);
      case 'slice':
        return this.#slice(operation);
      case 'service':
        throw new Error('SERVICE is evaluated before planning');
    }
  }

  /** Joins the operation to the rows of `base`, starting from them. */
  #from(base: Plan, operation: Operation, mode: CorrelationMode): Plan {
    const build = this.#build;
    switch (operation.kind) {
      case 'bgp':
      case 'path':
      case 'join':
      case 'filter':
      case 'values':
        return this.#join(operation, { base, order: [], mode });
      case 'union': {
        const correlation = build.nextCorrelation();
        const rows = build.outerRows(correlation, base);
        const branches = operation.inputs.map((input) => this.#from(rows, input, mode));
        return build.lateral(base, build.union(branches), correlation);
      }
      case 'leftJoin':
        return this.#leftJoin(this.#from(base, operation.left, mode), operation);
      case 'minus':
        return build.minus(this.#from(base, operation.left, mode), this.plan(operation.right, []));
      case 'extend':
        if (base.variables.includes(operation.variable)) break;
        return this.#extend(this.#from(base, operation.input, mode), operation);
      case 'graph':
        if (mode === 'join' || base.variables.includes(operation.variable)) break;
        return build.graphScope(this.#from(base, operation.input, mode), operation.variable, {
          scope: operation.scope,
          graphs: this.#view.namedGraphs.length,
        });
      case 'group':
      case 'project':
      case 'distinct':
      case 'orderBy':
      case 'slice':
      case 'service':
        break;
    }
    return build.hashJoin(base, this.plan(operation, []), base.estimate);
  }

  #join(
    operation: Operation,
    given: {
      readonly base: Plan | undefined;
      readonly order: readonly string[];
      readonly mode: CorrelationMode;
    },
  ): Plan {
    const { base, order, mode } = given;
    const { filters, inputs } = partsOfJoin(operation);
    const elements = toJoinElements(inputs, filters, {
      view: this.#view,
      terms: this.#terms,
      planApart: (input) => this.plan(input, []),
    });
    if (!elements)
      return this.#build.empty([
        ...new Set([...(base?.variables ?? []), ...scopeOf(operation).all]),
      ]);
    const ordered = orderJoin(elements, base, this.#view);
    const remaining = new Set(filters);
    const substituted = mode === 'substitute' ? (base?.variables ?? []) : [];
    let plan = base;
    for (const [step, element] of ordered.entries()) {
      plan = plan && this.#filter(plan, remaining, ordered.slice(step));
      plan = plan
        ? this.#add(plan, element, substituted)
        : this.#start(element, [...sharedVariables(element, ordered[1]), ...order]);
    }
    const planWithFilters = this.#filter(plan ?? this.#build.unit(), remaining, []);
    return [...remaining].reduce(
      (input, filter) => this.#build.filter(input, this.#condition(filter, input)),
      planWithFilters,
    );
  }

  /** Applies, and removes from the set, the filters whose variables no later element can bind any more. */
  #filter(plan: Plan, filters: Set<Expression>, later: readonly JoinElement[]): Plan {
    let filtered = plan;
    for (const filter of filters) {
      const isReady = [...variablesOf(filter)].every(
        (name) =>
          filtered.boundVariables.has(name) ||
          later.every((element) => !element.variables.has(name)),
      );
      if (!isReady) continue;
      filters.delete(filter);
      filtered = this.#build.filter(filtered, this.#condition(filter, filtered));
    }
    return filtered;
  }

  #start(element: JoinElement, order: readonly string[]): Plan {
    switch (element.kind) {
      case 'pattern': {
        const { pattern, range } = element;
        const isSelective = range && range.count < countMatches(pattern, this.#view) / 2;
        const name = isSelective ? range.order : scanOrder(pattern, order, this.#view);
        return this.#build.scan(pattern, name, {
          estimate: elementAlone(element, this.#view),
          range: range?.order === name ? range.range : undefined,
        });
      }
      case 'path':
        return this.#add(this.#build.unit(), element, []);
      case 'operation':
        return element.plan;
    }
  }

  /** @param substituted variables whose values take their place, as EXISTS requires. */
  #add(plan: Plan, element: JoinElement, substituted: readonly string[]): Plan {
    const build = this.#build;
    const perRow = () => elementPerRow(element, new Set(plan.variables), this.#view);
    switch (element.kind) {
      case 'pattern': {
        const order = joinOrder(plan, element.pattern, this.#view);
        return build.indexJoin(plan, element.pattern, order, plan.estimate * perRow());
      }
      case 'path': {
        const { subject, object, graph, operation } = element;
        const isBetweenNodes = [subject, object].every(
          (term) => term.kind === 'variable' && !substituted.includes(term.name),
        );
        const estimate = plan.estimate * perRow();
        return build.path(plan, operation.path, {
          subject,
          object,
          graph,
          isBetweenNodes,
          estimate,
        });
      }
      case 'operation': {
        const { operation, plan: apart, variables } = element;
        const isMeeting = sharesVariable(element, (name) => plan.variables.includes(name));
        const isCorrelated =
          operation.kind !== 'values' &&
          isMeeting &&
          plan.estimate < apart.estimate &&
          plan.variables.every((name) => plan.boundVariables.has(name) || !variables.has(name)) &&
          canCorrelate(operation, new Set(plan.variables));
        if (isCorrelated) return this.#from(plan, operation, 'join');
        return build.hashJoin(plan, apart, joined(plan.estimate, apart.estimate, isMeeting));
      }
    }
  }

  /** The plan of `right` joined to each row of `left` where it has a solution. https://www.w3.org/TR/sparql11-query/#defn_algLeftJoin */
  #leftJoin(left: Plan, { right, condition }: Operation & { kind: 'leftJoin' }): Plan {
    const shared = left.variables.filter((name) => scopeOf(right).all.has(name));
    const conditionOver = (inner: Plan) =>
      condition &&
      this.#condition(condition, {
        variables: [...left.variables, ...inner.variables],
        boundVariables: left.boundVariables.union(inner.boundVariables),
      });
    const isCorrelated =
      shared.every((name) => left.boundVariables.has(name)) &&
      canCorrelate(right, new Set(left.variables));
    if (!isCorrelated) {
      const inner = this.plan(right, []);
      return this.#build.leftHashJoin(left, inner, conditionOver(inner));
    }
    const correlation = this.#build.nextCorrelation();
    const rows = this.#build.outerRows(correlation, {
      variables: [...shared, ROW_NUMBER],
      boundVariables: new Set([...shared, ROW_NUMBER]),
      estimate: left.estimate,
      sortedBy: prefixWhile(left.sortedBy, (name) => shared.includes(name)),
    });
    const inner = this.#from(rows, right, 'join');
    return this.#build.leftLateral(left, inner, { correlation, condition: conditionOver(inner) });
  }

  #extend(input: Plan, { variable, expression }: Operation & { kind: 'extend' }): Plan {
    return this.#build.extend(input, variable, this.#condition(expression, input));
  }

  /** An expression, with plans for each EXISTS in it. */
  #condition(expression: Expression, input: Bound): Condition {
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
    { variables, boundVariables }: Bound,
  ): ExistsPlan {
    const mentioned = mentionedIn(expression.input);
    const outer = [...new Set(variables)].filter((name) => mentioned.has(name));
    const correlation = this.#build.nextCorrelation();
    const rows = this.#build.outerRows(correlation, {
      variables: [...outer, ROW_NUMBER],
      boundVariables: new Set([...outer.filter((name) => boundVariables.has(name)), ROW_NUMBER]),
      estimate: 1,
      sortedBy: [],
    });
    const plan = this.#from(rows, expression.input, 'substitute');
    return { expression, correlation, outer, plan };
  }

  #graph({ input, variable, scope }: Operation & { kind: 'graph' }): Plan {
    const graphs = this.#view.namedGraphs.length;
    const isEmptyGroup = input.kind === 'bgp' && input.patterns.length === 0;
    if (isEmptyGroup) return this.#build.graphs(variable, graphs);
    return this.#build.graphScope(this.plan(input, []), variable, { scope, graphs });
  }

  #group({ input, by, aggregates }: Operation & { kind: 'group' }): Plan {
    const inner = this.plan(input, by);
    return this.#build.group(
      inner,
      by,
      aggregates.map((aggregate) => ({
        ...aggregate,
        condition: aggregate.expression && this.#condition(aggregate.expression, inner),
      })),
    );
  }

  #orderBy(input: Operation, keys: readonly OrderKey[], limit: number): Plan {
    const sortVariables = keys.map(({ expression, isDescending }) =>
      expression.kind === 'variable' && !isDescending ? expression.name : undefined,
    );
    const inner = this.plan(
      input,
      sortVariables.filter((name) => name !== undefined),
    );
    // Rising ids are rising terms. With a second key, equal values of different ids would have to be ties.
    const [only] = sortVariables;
    if (keys.length === 1 && only !== undefined && inner.sortedBy[0] === only) return inner;
    return this.#build.orderBy(
      inner,
      keys.map(({ expression, isDescending }) => ({
        condition: this.#condition(expression, inner),
        isDescending,
      })),
      limit,
    );
  }

  /** A sort below a slice has to retain only as many rows as the slice reads. */
  #slice({ input, offset, limit }: Operation & { kind: 'slice' }): Plan {
    const sorted = (operation: Operation): Plan | undefined => {
      if (operation.kind === 'orderBy')
        return this.#orderBy(operation.input, operation.keys, offset + limit);
      if (operation.kind !== 'project') return undefined;
      const inner = sorted(operation.input);
      return inner && this.#build.project(inner, operation.variables);
    };
    return this.#build.slice(sorted(input) ?? this.plan(input, []), offset, limit);
  }
}
