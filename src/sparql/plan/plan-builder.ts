/** Makes plan nodes, each with its number and the facts about its solutions. */
import { type OrderName, type TermId, POSITIONS_OF_ORDER } from '../../store/index.ts';
import type { PathExpression } from '../algebra/algebra.ts';
import { ROW_NUMBER } from '../algebra/variables.ts';
import { filtered, groupsOf } from './cost.ts';
import type {
  AggregatePlan,
  Condition,
  GraphPattern,
  IdRange,
  JoinKeys,
  PatternPlan,
  Plan,
  PlanFacts,
  TermPattern,
  SortKey,
} from './plan.ts';

/** The variables of a pattern, each once, the graph's last. */
export function variablesOfPattern({ subject, predicate, object, graph }: PatternPlan): string[] {
  const names = [subject, predicate, object].flatMap((slot) =>
    slot.kind === 'variable' ? [slot.name] : [],
  );
  if (graph.kind === 'variable') names.push(graph.name);
  return [...new Set(names)];
}

/** Numbers the plans and correlations of one query. */
export class PlanBuilder {
  #plans = 0;
  #correlations = 0;

  get planCount(): number {
    return this.#plans;
  }

  nextCorrelation(): number {
    this.#correlations += 1;
    return this.#correlations;
  }

  unit(): Plan {
    return this.#make({ variables: [], estimate: 1 }, { kind: 'unit' });
  }

  empty(variables: readonly string[]): Plan {
    return this.#make(
      { variables, estimate: 0, boundVariables: new Set(variables) },
      { kind: 'empty' },
    );
  }

  /** @param rows the facts of the rows that will be handed down. */
  outerRows(
    correlation: number,
    rows: Pick<PlanFacts, 'variables' | 'boundVariables' | 'estimate' | 'sortedBy'>,
  ): Plan {
    const { variables, boundVariables, estimate, sortedBy } = rows;
    return this.#make(
      { variables, boundVariables, estimate, sortedBy },
      { kind: 'outerRows', correlation },
    );
  }

  scan(
    pattern: PatternPlan,
    order: OrderName,
    { estimate, range }: { estimate: number; range?: IdRange | undefined },
  ): Plan {
    const variables = variablesOfPattern(pattern);
    const isPlain = pattern.graph.kind !== 'variable';
    const free = POSITIONS_OF_ORDER[order]
      .map((place) => pattern[place])
      .flatMap((slot) => (slot.kind === 'variable' ? [slot.name] : []));
    return this.#make(
      {
        variables,
        boundVariables: new Set(variables),
        estimate,
        sortedBy: isPlain ? [...new Set(free)] : [],
      },
      { kind: 'scan', pattern, order, range },
    );
  }

  indexJoin(input: Plan, pattern: PatternPlan, order: OrderName, estimate: number): Plan {
    const own = variablesOfPattern(pattern);
    const fresh = own.filter((name) => !input.variables.includes(name));
    return this.#make(
      {
        variables: [...input.variables, ...fresh],
        boundVariables: new Set([...input.boundVariables, ...own]),
        estimate,
        // A variable that the input left unbound gets its value here.
        sortedBy: prefixWhile(
          input.sortedBy,
          (name) => input.boundVariables.has(name) || !own.includes(name),
        ),
      },
      { kind: 'indexJoin', input, pattern, order },
    );
  }

  graphs(variable: string, estimate: number): Plan {
    return this.#make(
      { variables: [variable], boundVariables: new Set([variable]), estimate },
      { kind: 'graphs', variable },
    );
  }

  /** The side of fewer rows is stored; the other one streams, and its order remains. */
  hashJoin(left: Plan, right: Plan, estimate: number): Plan {
    const join = joinKeys(left, right);
    const stored = left.estimate < right.estimate ? 'left' : 'right';
    const streamed = stored === 'left' ? right : left;
    return this.#make(
      {
        variables: unite(left.variables, right.variables),
        boundVariables: new Set([...left.boundVariables, ...right.boundVariables]),
        estimate,
        sortedBy: prefixWhile(streamed.sortedBy, (name) => !join.optionalKeys.includes(name)),
      },
      { kind: 'hashJoin', left, right, join, stored },
    );
  }

  lateral(left: Plan, right: Plan, correlation: number): Plan {
    return this.#make(
      {
        // Numbers of rows among them are those of an OPTIONAL or EXISTS around both sides.
        variables: right.variables,
        boundVariables: right.boundVariables,
        estimate: right.estimate,
      },
      { kind: 'lateral', left, right, correlation },
    );
  }

  leftLateral(
    left: Plan,
    right: Plan,
    { correlation, condition }: { correlation: number; condition: Condition | undefined },
  ): Plan {
    return this.#make(
      {
        variables: unite(
          left.variables,
          right.variables.filter((name) => name !== ROW_NUMBER),
        ),
        boundVariables: left.boundVariables,
        estimate: Math.max(left.estimate, right.estimate),
      },
      { kind: 'leftLateral', left, right, correlation, condition },
    );
  }

  leftHashJoin(left: Plan, right: Plan, condition: Condition | undefined): Plan {
    return this.#make(
      {
        variables: unite(left.variables, right.variables),
        boundVariables: left.boundVariables,
        estimate: left.estimate,
      },
      { kind: 'leftHashJoin', left, right, join: joinKeys(left, right), condition },
    );
  }

  minus(left: Plan, right: Plan): Plan {
    const { variables, boundVariables, estimate, sortedBy } = left;
    return this.#make(
      { variables, boundVariables, estimate, sortedBy },
      { kind: 'minus', left, right, join: joinKeys(left, right) },
    );
  }

  filter(input: Plan, condition: Condition, estimate: number = filtered(input.estimate)): Plan {
    const { variables, boundVariables, sortedBy } = input;
    return this.#make(
      { variables, boundVariables, sortedBy, estimate },
      { kind: 'filter', input, condition },
    );
  }

  extend(input: Plan, variable: string, condition: Condition): Plan {
    const { expression } = condition;
    const isSafe =
      expression.kind === 'constant' ||
      (expression.kind === 'variable' && input.boundVariables.has(expression.name));
    return this.#make(
      {
        variables: [...input.variables, variable],
        boundVariables: isSafe
          ? new Set([...input.boundVariables, variable])
          : input.boundVariables,
        estimate: input.estimate,
        sortedBy: input.sortedBy,
      },
      { kind: 'extend', input, variable, condition },
    );
  }

  union(inputs: readonly Plan[]): Plan {
    const variables = [...new Set(inputs.flatMap((input) => input.variables))];
    const boundVariables = variables.filter((name) =>
      inputs.every((input) => input.boundVariables.has(name)),
    );
    const estimate = inputs.reduce((sum, input) => sum + input.estimate, 0);
    return this.#make(
      { variables, boundVariables: new Set(boundVariables), estimate },
      { kind: 'union', inputs },
    );
  }

  values(variables: readonly string[], rows: readonly Uint32Array[]): Plan {
    const boundVariables = variables.filter((_, column) => rows.every((row) => row[column] !== 0));
    return this.#make(
      { variables, boundVariables: new Set(boundVariables), estimate: rows.length },
      { kind: 'values', rows },
    );
  }

  path(
    input: Plan,
    path: PathExpression,
    ends: {
      subject: TermPattern;
      object: TermPattern;
      graph: GraphPattern;
      isBetweenNodes: boolean;
      estimate: number;
    },
  ): Plan {
    const { subject, object, graph, isBetweenNodes, estimate } = ends;
    const own = [subject, object, graph].flatMap((slot) =>
      slot.kind === 'variable' ? [slot.name] : [],
    );
    return this.#make(
      {
        variables: unite(input.variables, own),
        boundVariables: new Set([...input.boundVariables, ...own]),
        estimate,
      },
      { kind: 'path', input, subject, object, path, graph, isBetweenNodes },
    );
  }

  graphScope(
    input: Plan,
    variable: string,
    { scope, graphs }: { scope: number; graphs: number },
  ): Plan {
    return this.#make(
      {
        variables: unite(input.variables, [variable]),
        boundVariables: new Set([...input.boundVariables, variable]),
        estimate: input.estimate * graphs,
      },
      { kind: 'graphScope', input, variable, scope },
    );
  }

  group(input: Plan, by: readonly string[], aggregates: readonly AggregatePlan[]): Plan {
    const counts = aggregates
      .filter(({ name }) => name === 'count')
      .map(({ variable }) => variable);
    return this.#make(
      {
        variables: [...by, ...aggregates.map(({ variable }) => variable)],
        boundVariables: new Set([
          ...by.filter((name) => input.boundVariables.has(name)),
          ...counts,
        ]),
        estimate: by.length === 0 ? 1 : groupsOf(input.estimate),
      },
      { kind: 'group', input, by, aggregates },
    );
  }

  count(pattern: PatternPlan, variable: string): Plan {
    return this.#make(
      { variables: [variable], boundVariables: new Set([variable]), estimate: 1 },
      { kind: 'count', pattern, variable },
    );
  }

  countRuns(
    pattern: PatternPlan,
    { order, by, counts }: { order: OrderName; by: string; counts: readonly string[] },
    estimate: number,
  ): Plan {
    const variables = [by, ...counts];
    return this.#make(
      { variables, boundVariables: new Set(variables), estimate, sortedBy: [by] },
      { kind: 'countRuns', pattern, order, by },
    );
  }

  countGraphs(
    pattern: PatternPlan,
    { by, counts, graphs }: { by: string; counts: readonly string[]; graphs: number },
  ): Plan {
    const variables = [by, ...counts];
    return this.#make(
      { variables, boundVariables: new Set(variables), estimate: graphs, sortedBy: [] },
      { kind: 'countGraphs', pattern },
    );
  }

  distinct(input: Plan): Plan {
    const { variables, boundVariables, estimate, sortedBy } = input;
    return this.#make(
      { variables, boundVariables, estimate, sortedBy },
      { kind: 'distinct', input },
    );
  }

  orderBy(input: Plan, keys: readonly SortKey[], limit: number): Plan {
    const { variables, boundVariables, estimate } = input;
    return this.#make(
      { variables, boundVariables, estimate: Math.min(estimate, limit) },
      { kind: 'orderBy', input, keys, limit },
    );
  }

  slice(input: Plan, offset: number, limit: number): Plan {
    const { variables, boundVariables, sortedBy } = input;
    const estimate = Math.min(Math.max(0, input.estimate - offset), limit);
    return this.#make(
      { variables, boundVariables, estimate, sortedBy },
      { kind: 'slice', input, offset, limit },
    );
  }

  project(input: Plan, variables: readonly string[]): Plan {
    return this.#make(
      {
        variables,
        boundVariables: new Set(variables.filter((name) => input.boundVariables.has(name))),
        estimate: input.estimate,
        sortedBy: prefixWhile(input.sortedBy, (name) => variables.includes(name)),
      },
      { kind: 'project', input },
    );
  }

  #make<Body extends object>(
    facts: Pick<PlanFacts, 'variables' | 'estimate'> & Partial<PlanFacts>,
    body: Body,
  ): Plan {
    const plan = {
      number: this.#plans,
      boundVariables: new Set<string>(),
      sortedBy: [],
      ...facts,
      ...body,
    };
    this.#plans += 1;
    return Object.freeze(plan) as unknown as Plan;
  }
}

/** Constants of a query that occur in no triple have no id. */
export const NO_TERM = 0 as TermId;

function joinKeys(left: Plan, right: Plan): JoinKeys {
  const shared = left.variables.filter((name) => right.variables.includes(name));
  const keys = shared.filter(
    (name) => left.boundVariables.has(name) && right.boundVariables.has(name),
  );
  return { keys, optionalKeys: shared.filter((name) => !keys.includes(name)) };
}

const unite = (some: readonly string[], others: readonly string[]): string[] => [
  ...new Set([...some, ...others]),
];

export function prefixWhile(names: readonly string[], holds: (name: string) => boolean): string[] {
  const end = names.findIndex((name) => !holds(name));
  return names.slice(0, end === -1 ? undefined : end);
}
