/** Drops, as early as possible, the columns that no operator above needs. The number of solutions stays the same. */
import { variablesOf } from '../algebra/scope.ts';
import { ROW_NUMBER } from '../algebra/variables.ts';
import type { Condition, JoinKeys, PatternPlan, Plan, TermPattern } from './plan.ts';
import { variablesOfPattern } from './plan-builder.ts';

/** The same plan, giving of its variables those that are needed. */
export function pruneColumns(plan: Plan, needed: ReadonlySet<string>): Plan {
  const down = (input: Plan, ...more: Iterable<string>[]) =>
    pruneColumns(input, new Set([...needed, ...more.flatMap((names) => [...names])]));
  switch (plan.kind) {
    case 'unit':
    case 'empty':
    case 'outerRows':
    case 'values':
    case 'graphs':
    case 'count':
    case 'countRuns':
    case 'countGraphs':
      return plan;
    case 'scan':
      return narrow(plan, needed, {});
    case 'indexJoin':
      return narrow(plan, needed, { input: down(plan.input, variablesOfPattern(plan.pattern)) });
    case 'hashJoin':
      return narrow(plan, needed, {
        left: down(plan.left, keysOf(plan.join)),
        right: down(plan.right, keysOf(plan.join)),
      });
    case 'lateral':
      return narrow(plan, needed, {
        left: pruneColumns(plan.left, new Set(plan.left.variables)),
        right: down(plan.right),
      });
    case 'leftLateral': {
      const own = plan.condition ? variablesOfCondition(plan.condition) : [];
      const shared = plan.left.variables.filter((name) => plan.right.variables.includes(name));
      return narrow(plan, needed, {
        left: down(plan.left, own, shared),
        right: down(plan.right, own, [ROW_NUMBER]),
        condition: plan.condition && pruneCondition(plan.condition),
      });
    }
    case 'leftHashJoin': {
      const own = plan.condition ? variablesOfCondition(plan.condition) : [];
      return narrow(plan, needed, {
        left: down(plan.left, keysOf(plan.join), own),
        right: down(plan.right, keysOf(plan.join), own),
        condition: plan.condition && pruneCondition(plan.condition),
      });
    }
    case 'minus':
      return narrow(plan, needed, {
        left: down(plan.left, keysOf(plan.join)),
        right: pruneColumns(plan.right, new Set(keysOf(plan.join))),
      });
    case 'filter':
      return narrow(plan, needed, {
        input: down(plan.input, variablesOfCondition(plan.condition)),
        condition: pruneCondition(plan.condition),
      });
    case 'extend':
      if (!needed.has(plan.variable)) return pruneColumns(plan.input, needed);
      return narrow(plan, needed, {
        input: down(plan.input, variablesOfCondition(plan.condition)),
        condition: pruneCondition(plan.condition),
      });
    case 'union':
      return narrow(plan, needed, { inputs: plan.inputs.map((input) => down(input)) });
    case 'path':
      return narrow(plan, needed, {
        input: down(plan.input, namesOf(plan.subject, plan.object, plan.graph)),
      });
    case 'graphScope':
      return narrow(plan, needed, { input: down(plan.input, [plan.variable]) });
    case 'group': {
      const own = plan.aggregates.flatMap(({ condition }) =>
        condition ? [...variablesOfCondition(condition)] : [],
      );
      // COUNT(DISTINCT *) reads all columns.
      const countsSolutions = plan.aggregates.some(
        ({ condition, isDistinct }) => !condition && isDistinct,
      );
      const inputVariables = countsSolutions ? plan.input.variables : [];
      return rebuild(plan, {
        input: pruneColumns(plan.input, new Set([...plan.by, ...own, ...inputVariables])),
        aggregates: plan.aggregates.map((aggregate) => ({
          ...aggregate,
          condition: aggregate.condition && pruneCondition(aggregate.condition),
        })),
      });
    }
    case 'distinct':
      return rebuild(plan, { input: pruneColumns(plan.input, new Set(plan.variables)) });
    case 'orderBy':
      return narrow(plan, needed, {
        input: down(
          plan.input,
          plan.keys.flatMap(({ condition }) => [...variablesOfCondition(condition)]),
        ),
        keys: plan.keys.map((key) => ({ ...key, condition: pruneCondition(key.condition) })),
      });
    case 'slice':
      return narrow(plan, needed, { input: down(plan.input) });
    case 'project': {
      const variables = plan.variables.filter((name) => needed.has(name));
      const inside = variables.filter((name) => plan.input.variables.includes(name));
      return rebuild(plan, { variables, input: pruneColumns(plan.input, new Set(inside)) });
    }
  }
}

const keysOf = ({ keys, optionalKeys }: JoinKeys): string[] => [...keys, ...optionalKeys];

const namesOf = (...terms: readonly (TermPattern | PatternPlan['graph'])[]): string[] =>
  terms.flatMap((term) => (term.kind === 'variable' ? [term.name] : []));

/** The columns that evaluating a condition reads. */
function variablesOfCondition({ expression, exists }: Condition): Set<string> {
  const names = variablesOf(expression);
  for (const { outer } of exists) for (const name of outer) names.add(name);
  return names;
}

const pruneCondition = ({ expression, exists }: Condition): Condition => ({
  expression,
  exists: exists.map((one) => ({ ...one, plan: pruneColumns(one.plan, new Set([ROW_NUMBER])) })),
});

function narrow(plan: Plan, needed: ReadonlySet<string>, changes: Partial<Plan>): Plan {
  const variables = plan.variables.filter((name) => needed.has(name));
  const end = plan.sortedBy.findIndex((name) => !needed.has(name));
  const sortedBy = end === -1 ? plan.sortedBy : plan.sortedBy.slice(0, end);
  return rebuild(plan, { ...changes, variables, sortedBy });
}

const rebuild = (plan: Plan, changes: object): Plan =>
  Object.freeze({ ...plan, ...changes }) as Plan;
