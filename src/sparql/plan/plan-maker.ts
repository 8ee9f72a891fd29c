/** Makes plan nodes: numbers them, and says what each gives. */
import type { OrderName, TermId } from '../../store/index.ts';
import type { PathExpression } from '../algebra/algebra.ts';
import { ROW_NUMBER } from '../algebra/variables.ts';
import type {
  AggregatePlan,
  Condition,
  GraphSlot,
  IdRange,
  JoinKeys,
  PatternPlan,
  Plan,
  PlanFacts,
  Slot,
  SortKey,
} from './plan.ts';

export type Place = 'subject' | 'predicate' | 'object';

/** The places of an order, the deciding one first. */
export const PLACES_OF_ORDER: Readonly<Record<OrderName, readonly [Place, Place, Place]>> = {
  spo: ['subject', 'predicate', 'object'],
  sop: ['subject', 'object', 'predicate'],
  pso: ['predicate', 'subject', 'object'],
  pos: ['predicate', 'object', 'subject'],
  osp: ['object', 'subject', 'predicate'],
  ops: ['object', 'predicate', 'subject'],
};

/** The variables of a pattern, each once, the graph's last. */
export function variablesOfPattern({ subject, predicate, object, graph }: PatternPlan): string[] {
  const names = [subject, predicate, object].flatMap((slot) =>
    slot.kind === 'variable' ? [slot.name] : [],
  );
  if (graph.kind === 'variable') names.push(graph.name);
  return [...new Set(names)];
}

/** Numbers the plans and correlations of one query. */
export class PlanMaker {
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
    return this.#make({ variables, estimate: 0, certain: new Set(variables) }, { kind: 'empty' });
  }

  outerRows(
    correlation: number,
    facts: Pick<PlanFacts, 'variables' | 'certain' | 'estimate' | 'sortedBy'>,
  ): Plan {
    return this.#make(facts, { kind: 'outerRows', correlation });
  }

  scan(
    pattern: PatternPlan,
    order: OrderName,
    { estimate, range }: { estimate: number; range?: IdRange | undefined },
  ): Plan {
    const variables = variablesOfPattern(pattern);
    const isPlain = pattern.graph.kind !== 'variable';
    const free = PLACES_OF_ORDER[order]
      .map((place) => pattern[place])
      .flatMap((slot) => (slot.kind === 'variable' ? [slot.name] : []));
    return this.#make(
      {
        variables,
        certain: new Set(variables),
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
        certain: new Set([...input.certain, ...own]),
        estimate,
        // A variable that the input left unbound gets its value here.
        sortedBy: takeWhile(
          input.sortedBy,
          (name) => input.certain.has(name) || !own.includes(name),
        ),
      },
      { kind: 'indexJoin', input, pattern, order },
    );
  }

  graphs(variable: string, estimate: number): Plan {
    return this.#make(
      { variables: [variable], certain: new Set([variable]), estimate },
      { kind: 'graphs', variable },
    );
  }

  hashJoin(left: Plan, right: Plan, estimate: number): Plan {
    const join = joinKeys(left, right);
    return this.#make(
      {
        variables: unite(left.variables, right.variables),
        certain: new Set([...left.certain, ...right.certain]),
        estimate,
        sortedBy: takeWhile(left.sortedBy, (name) => !join.loose.includes(name)),
      },
      { kind: 'hashJoin', left, right, join },
    );
  }

  lateral(left: Plan, right: Plan, correlation: number): Plan {
    return this.#make(
      {
        // Numbers of rows among them are those of an OPTIONAL or EXISTS around both sides.
        variables: right.variables,
        certain: right.certain,
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
        certain: left.certain,
        estimate: Math.max(left.estimate, right.estimate),
      },
      { kind: 'leftLateral', left, right, correlation, condition },
    );
  }

  leftHashJoin(left: Plan, right: Plan, condition: Condition | undefined): Plan {
    return this.#make(
      {
        variables: unite(left.variables, right.variables),
        certain: left.certain,
        estimate: left.estimate,
      },
      { kind: 'leftHashJoin', left, right, join: joinKeys(left, right), condition },
    );
  }

  minus(left: Plan, right: Plan): Plan {
    const { variables, certain, estimate, sortedBy } = left;
    return this.#make(
      { variables, certain, estimate, sortedBy },
      { kind: 'minus', left, right, join: joinKeys(left, right) },
    );
  }

  filter(input: Plan, condition: Condition, estimate: number = input.estimate / 3): Plan {
    const { variables, certain, sortedBy } = input;
    return this.#make(
      { variables, certain, sortedBy, estimate },
      { kind: 'filter', input, condition },
    );
  }

  extend(input: Plan, variable: string, condition: Condition): Plan {
    const { expression } = condition;
    const isSafe =
      expression.kind === 'constant' ||
      (expression.kind === 'variable' && input.certain.has(expression.name));
    return this.#make(
      {
        variables: [...input.variables, variable],
        certain: isSafe ? new Set([...input.certain, variable]) : input.certain,
        estimate: input.estimate,
        sortedBy: input.sortedBy,
      },
      { kind: 'extend', input, variable, condition },
    );
  }

  union(inputs: readonly Plan[]): Plan {
    const variables = [...new Set(inputs.flatMap((input) => input.variables))];
    const certain = variables.filter((name) => inputs.every((input) => input.certain.has(name)));
    const estimate = inputs.reduce((sum, input) => sum + input.estimate, 0);
    return this.#make(
      { variables, certain: new Set(certain), estimate },
      { kind: 'union', inputs },
    );
  }

  values(variables: readonly string[], rows: readonly Uint32Array[]): Plan {
    const certain = variables.filter((_, column) => rows.every((row) => row[column] !== 0));
    return this.#make(
      { variables, certain: new Set(certain), estimate: rows.length },
      { kind: 'values', rows },
    );
  }

  path(
    input: Plan,
    path: PathExpression,
    ends: {
      subject: Slot;
      object: Slot;
      graph: GraphSlot;
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
        certain: new Set([...input.certain, ...own]),
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
        certain: new Set([...input.certain, variable]),
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
        certain: new Set([...by.filter((name) => input.certain.has(name)), ...counts]),
        estimate: by.length === 0 ? 1 : Math.max(1, Math.sqrt(input.estimate)),
      },
      { kind: 'group', input, by, aggregates },
    );
  }

  count(pattern: PatternPlan, variable: string): Plan {
    return this.#make(
      { variables: [variable], certain: new Set([variable]), estimate: 1 },
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
      { variables, certain: new Set(variables), estimate: Math.sqrt(estimate), sortedBy: [by] },
      { kind: 'countRuns', pattern, order, by },
    );
  }

  countGraphs(
    pattern: PatternPlan,
    { by, counts, graphs }: { by: string; counts: readonly string[]; graphs: number },
  ): Plan {
    const variables = [by, ...counts];
    return this.#make(
      { variables, certain: new Set(variables), estimate: graphs, sortedBy: [] },
      { kind: 'countGraphs', pattern },
    );
  }

  distinct(input: Plan): Plan {
    const { variables, certain, estimate, sortedBy } = input;
    return this.#make({ variables, certain, estimate, sortedBy }, { kind: 'distinct', input });
  }

  orderBy(input: Plan, keys: readonly SortKey[], limit: number): Plan {
    const { variables, certain, estimate } = input;
    return this.#make(
      { variables, certain, estimate: Math.min(estimate, limit) },
      { kind: 'orderBy', input, keys, limit },
    );
  }

  slice(input: Plan, offset: number, limit: number): Plan {
    const { variables, certain, sortedBy } = input;
    const estimate = Math.min(Math.max(0, input.estimate - offset), limit);
    return this.#make(
      { variables, certain, estimate, sortedBy },
      { kind: 'slice', input, offset, limit },
    );
  }

  project(input: Plan, variables: readonly string[]): Plan {
    return this.#make(
      {
        variables,
        certain: new Set(variables.filter((name) => input.certain.has(name))),
        estimate: input.estimate,
        sortedBy: takeWhile(input.sortedBy, (name) => variables.includes(name)),
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
      certain: new Set<string>(),
      sortedBy: [],
      ...facts,
      ...body,
    };
    this.#plans += 1;
    return Object.freeze(plan) as unknown as Plan;
  }
}

/** Constants of a query that stand in no statement have no id. */
export const NO_TERM = 0 as TermId;

function joinKeys(left: Plan, right: Plan): JoinKeys {
  const shared = left.variables.filter((name) => right.variables.includes(name));
  const keys = shared.filter((name) => left.certain.has(name) && right.certain.has(name));
  return { keys, loose: shared.filter((name) => !keys.includes(name)) };
}

const unite = (some: readonly string[], others: readonly string[]): string[] => [
  ...new Set([...some, ...others]),
];

function takeWhile(names: readonly string[], holds: (name: string) => boolean): string[] {
  const end = names.findIndex((name) => !holds(name));
  return names.slice(0, end === -1 ? undefined : end);
}
