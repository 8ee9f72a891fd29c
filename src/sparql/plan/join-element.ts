/** The parts of a join: patterns, paths, and operations that have a plan of their own. */
import type { Expression, Operation } from '../algebra/algebra.ts';
import { scopeOf } from '../algebra/scope.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { type RangeScan, rangeScan } from './access-path.ts';
import { countMatches, matchesPerRow, pathsPerRow, solutionsPerRow } from './cost.ts';
import type { DatasetView } from './dataset-view.ts';
import { toGraphPattern, toPathEnd, toPattern } from './pattern-ids.ts';
import type { GraphPattern, PatternPlan, Plan, TermPattern } from './plan.ts';
import { NO_TERM, variablesOfPattern } from './plan-builder.ts';

interface PatternElement {
  readonly kind: 'pattern';
  readonly pattern: PatternPlan;
  /** What filters leave of its matches, where that is a range of ids. */
  readonly range: RangeScan | undefined;
  readonly variables: ReadonlySet<string>;
}

interface PathElement {
  readonly kind: 'path';
  readonly operation: Operation & { kind: 'path' };
  readonly subject: TermPattern;
  readonly object: TermPattern;
  readonly graph: GraphPattern;
  readonly variables: ReadonlySet<string>;
}

interface OperationElement {
  readonly kind: 'operation';
  readonly operation: Operation;
  /** Its plan without rows from outside. */
  readonly plan: Plan;
  readonly variables: ReadonlySet<string>;
}

export type JoinElement = PatternElement | PathElement | OperationElement;

/** The filters above a join, and its inputs. */
export function partsOfJoin(operation: Operation): {
  readonly filters: readonly Expression[];
  readonly inputs: readonly Operation[];
} {
  const filters: Expression[] = [];
  let rest = operation;
  for (; rest.kind === 'filter'; rest = rest.input) filters.push(rest.condition);
  return { filters, inputs: rest.kind === 'join' ? rest.inputs : [rest] };
}

/** Undefined where a pattern has a term that does not occur in the data, so that there is no solution. */
export function toJoinElements(
  inputs: readonly Operation[],
  filters: readonly Expression[],
  context: {
    readonly view: DatasetView;
    readonly terms: QueryTerms;
    /** Plans an operation without rows from outside. */
    readonly planApart: (operation: Operation) => Plan;
  },
): readonly JoinElement[] | undefined {
  const { view, terms, planApart } = context;
  const elements: JoinElement[] = [];
  for (const operation of inputs) {
    const variables = scopeOf(operation).all;
    if (operation.kind === 'bgp') {
      for (const triple of operation.patterns) {
        const pattern = toPattern(triple, view);
        if (!pattern) return undefined;
        const range = rangeScan(pattern, filters, view);
        const names = new Set(variablesOfPattern(pattern));
        elements.push({ kind: 'pattern', pattern, range, variables: names });
      }
    } else if (operation.kind === 'path') {
      const subject = toPathEnd(operation.subject, terms);
      const object = toPathEnd(operation.object, terms);
      const graph = toGraphPattern(operation.graph, view) ?? { kind: 'named', id: NO_TERM };
      elements.push({ kind: 'path', operation, subject, object, graph, variables });
    } else elements.push({ kind: 'operation', operation, plan: planApart(operation), variables });
  }
  return elements;
}

/** The variables by which the rows of the first element should be sorted for the second one. */
export const sharedVariables = (
  first: JoinElement,
  second: JoinElement | undefined,
): readonly string[] =>
  first.kind === 'pattern' && second?.kind === 'pattern'
    ? variablesOfPattern(second.pattern).filter((name) => first.variables.has(name))
    : [];

export const sharesVariable = (
  { variables }: Pick<JoinElement, 'variables'>,
  isBound: (name: string) => boolean,
): boolean => [...variables].some(isBound);

/** Expected solutions of an element per row that binds these variables. */
export function elementPerRow(
  element: JoinElement,
  bound: ReadonlySet<string>,
  view: DatasetView,
): number {
  const isBound = (name: string) => bound.has(name);
  switch (element.kind) {
    case 'pattern':
      return matchesPerRow(element.pattern, isBound, view);
    case 'path': {
      const ends = [element.subject, element.object].filter(
        (term) => term.kind === 'constant' || isBound(term.name),
      );
      return pathsPerRow(ends.length, view);
    }
    case 'operation':
      return solutionsPerRow(element.plan.estimate, sharesVariable(element, isBound));
  }
}

/** Solutions of an element by itself. */
export const elementAlone = (element: JoinElement, view: DatasetView): number =>
  element.kind === 'pattern'
    ? (element.range?.count ?? countMatches(element.pattern, view))
    : elementPerRow(element, new Set(), view);
