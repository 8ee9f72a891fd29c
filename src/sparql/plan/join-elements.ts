/** The parts of a join: patterns, paths, and operations that are planned by themselves; and the filters over all. */
import type { Expression, Operation } from '../algebra/algebra.ts';
import { scopeOf, variablesOf } from '../algebra/scope.ts';
import { conjunctsOf } from './conjuncts.ts';
import type { GraphSlot, PatternPlan, Plan, Slot } from './plan.ts';
import { variablesOfPattern } from './plan-maker.ts';
import type { Planner } from './planner.ts';

export type JoinElement =
  | {
      readonly kind: 'pattern';
      readonly pattern: PatternPlan;
      readonly variables: ReadonlySet<string>;
    }
  | {
      readonly kind: 'path';
      readonly operation: Operation & { kind: 'path' };
      readonly subject: Slot;
      readonly object: Slot;
      readonly graph: GraphSlot;
      readonly variables: ReadonlySet<string>;
    }
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      /** Its plan by itself. */
      readonly plan: Plan;
      readonly variables: ReadonlySet<string>;
    };

export interface FlatJoin {
  /** Undefined when a pattern asks for a term that stands nowhere, so that there is no solution. */
  readonly elements: readonly JoinElement[] | undefined;
  readonly filters: readonly Expression[];
}

/** Takes a join apart, through joins within joins and filters that may stand outside. */
export function flattenJoin(
  operation: Operation,
  planner: Planner,
  mode: 'join' | 'substitute',
): FlatJoin {
  const elements: JoinElement[] = [];
  const filters: Expression[] = [];
  let isEmpty = false;

  const visit = (node: Operation, isTop: boolean): void => {
    switch (node.kind) {
      case 'join':
        for (const input of node.inputs) visit(input, isTop && node.inputs.length === 1);
        return;
      case 'filter':
        if (isTop || mode === 'substitute' || isOwnAffair(node)) {
          filters.push(...conjunctsOf(node.condition));
          visit(node.input, isTop);
          return;
        }
        break;
      case 'bgp':
        for (const triple of node.patterns) {
          const pattern = planner.pattern(triple);
          if (!pattern) isEmpty = true;
          else
            elements.push({
              kind: 'pattern',
              pattern,
              variables: new Set(variablesOfPattern(pattern)),
            });
        }
        return;
      case 'path': {
        const ends = {
          subject: planner.pathEnd(node.subject),
          object: planner.pathEnd(node.object),
        };
        const graph = planner.graphSlot(node.graph) ?? { kind: 'named', id: 0 as never };
        elements.push({
          kind: 'path',
          operation: node,
          ...ends,
          graph,
          variables: scopeOf(node).all,
        });
        return;
      }
      default:
        break;
    }
    // The operation that asked must not be planned by asking again.
    const plan =
      node.kind === 'values'
        ? planner.make.values(
            node.variables,
            node.rows.map((row) => Uint32Array.from(row, (term) => planner.idOf(term))),
          )
        : planner.plan(node, []);
    elements.push({ kind: 'operation', operation: node, plan, variables: scopeOf(node).all });
  };

  visit(operation, true);
  return { elements: isEmpty ? undefined : elements, filters };
}

/** Whether a filter inside a join sees the same values when it stands outside of it. */
function isOwnAffair({ condition, input }: Operation & { kind: 'filter' }): boolean {
  const { certain } = scopeOf(input);
  return [...variablesOf(condition)].every((name) => certain.has(name));
}
