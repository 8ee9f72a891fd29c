/**
 * The order of joins, and how each is made. Patterns are joined through an index, the smallest first; other
 * operations start from the rows found so far where that is the same and cheaper, else they are hashed.
 */
import type { OrderName } from '../../store/index.ts';
import type { Expression, Operation } from '../algebra/algebra.ts';
import { mentionedIn, scopeOf, variablesOf } from '../algebra/scope.ts';
import { expectMatches } from './cardinality.ts';
import { rangeOf } from './id-ranges.ts';
import { flattenJoin, type JoinElement } from './join-elements.ts';
import { chooseOrder } from './join-order.ts';
import type { IdRange, PatternPlan, Plan, Slot } from './plan.ts';
import { PLACES_OF_ORDER, variablesOfPattern } from './plan-maker.ts';
import type { Planner } from './planner.ts';
import { boundsOf, prefixOf } from './scan-bounds.ts';

/** `substitute`: rows of the base reach every filter inside, as EXISTS wants it; `join`: solutions are joined. */
export type SeedMode = 'join' | 'substitute';

export class JoinPlanner {
  readonly #planner: Planner;

  constructor(planner: Planner) {
    this.#planner = planner;
  }

  plan(operation: Operation, { order }: { readonly order: readonly string[] }): Plan {
    return this.#join(operation, { base: undefined, order, mode: 'join' });
  }

  /** Joins the operation to the rows of `base`, starting from them. */
  into(base: Plan, operation: Operation, mode: SeedMode): Plan {
    const { make } = this.#planner;
    switch (operation.kind) {
      case 'bgp':
      case 'path':
      case 'join':
      case 'filter':
      case 'values':
        return this.#join(operation, { base, order: [], mode });
      case 'union': {
        const correlation = make.nextCorrelation();
        const { variables, certain, estimate, sortedBy } = base;
        const rows = make.outerRows(correlation, { variables, certain, estimate, sortedBy });
        const branches = operation.inputs.map((input) => this.into(rows, input, mode));
        return make.lateral(base, make.union(branches), correlation);
      }
      case 'leftJoin':
        return this.#planner.leftJoin(this.into(base, operation.left, mode), operation);
      case 'minus':
        return make.minus(
          this.into(base, operation.left, mode),
          this.#planner.plan(operation.right, []),
        );
      case 'extend':
        if (base.variables.includes(operation.variable)) break;
        return this.#planner.extend(this.into(base, operation.input, mode), operation);
      case 'graph':
        if (mode === 'join' || base.variables.includes(operation.variable)) break;
        return make.graphScope(this.into(base, operation.input, mode), operation.variable, {
          scope: operation.scope,
          graphs: this.#planner.view.namedGraphs.length,
        });
      default:
        break;
    }
    return make.hashJoin(base, this.#planner.plan(operation, []), base.estimate);
  }

  /** Whether starting from rows that bind `outer` gives the same as joining with them afterwards, and cheaply. */
  canSeed(operation: Operation, outer: ReadonlySet<string>): boolean {
    const isFree = (names: Iterable<string>, input: Operation) => {
      const { certain } = scopeOf(input);
      return [...names].every((name) => !outer.has(name) || certain.has(name));
    };
    switch (operation.kind) {
      case 'bgp':
      case 'path':
      case 'values':
        return true;
      case 'join':
      case 'union':
        return operation.inputs.every((input) => this.canSeed(input, outer));
      case 'filter':
        return (
          this.canSeed(operation.input, outer) &&
          isFree(variablesOf(operation.condition), operation.input)
        );
      case 'extend':
        return (
          !outer.has(operation.variable) &&
          this.canSeed(operation.input, outer) &&
          isFree(variablesOf(operation.expression), operation.input)
        );
      case 'leftJoin':
        return (
          this.canSeed(operation.left, outer) &&
          isFree(mentionedIn(operation.right), operation.left) &&
          (!operation.condition || isFree(variablesOf(operation.condition), operation.left))
        );
      case 'minus':
        return (
          this.canSeed(operation.left, outer) &&
          isFree(scopeOf(operation.right).all, operation.left)
        );
      case 'graph':
      case 'group':
      case 'project':
      case 'distinct':
      case 'orderBy':
      case 'slice':
      case 'service':
        return false;
    }
  }

  #join(
    operation: Operation,
    given: {
      readonly base: Plan | undefined;
      readonly order: readonly string[];
      readonly mode: SeedMode;
    },
  ): Plan {
    const { make } = this.#planner;
    const { elements, filters } = flattenJoin(operation, this.#planner, given.mode);
    if (!elements)
      return make.empty([
        ...new Set([...(given.base?.variables ?? []), ...scopeOf(operation).all]),
      ]);
    const ranges = this.#rangesOf(elements, filters);
    const ordered = chooseOrder(elements, {
      base: given.base,
      countOf: (element) => this.#countOf(element, ranges),
      expect: (element, bound) => this.#expect(element, bound),
    });
    const remaining = new Set(filters);
    const terms = given.mode === 'substitute' ? (given.base?.variables ?? []) : [];
    let plan = given.base;
    for (const [step, element] of ordered.entries()) {
      plan = this.#filter(plan, remaining, ordered.slice(step));
      plan = plan
        ? this.#add(plan, element, terms)
        : this.#start(element, ranges, [...this.#meetingWith(element, ordered[1]), ...given.order]);
    }
    plan = this.#filter(plan ?? make.unit(), remaining, []) as Plan;
    for (const filter of remaining) plan = make.filter(plan, this.#planner.condition(filter, plan));
    return plan;
  }

  /** Applies the filters whose variables no later element can bind any more. */
  #filter(
    plan: Plan | undefined,
    filters: Set<Expression>,
    later: readonly JoinElement[],
  ): Plan | undefined {
    if (!plan) return undefined;
    let filtered = plan;
    for (const filter of filters) {
      const isReady = [...variablesOf(filter)].every(
        (name) =>
          filtered.certain.has(name) || later.every((element) => !element.variables.has(name)),
      );
      if (!isReady) continue;
      filters.delete(filter);
      filtered = this.#planner.make.filter(filtered, this.#planner.condition(filter, filtered));
    }
    return filtered;
  }

  /** The variables by which the rows of the first element should be sorted for the second one. */
  #meetingWith(first: JoinElement, second: JoinElement | undefined): string[] {
    if (second?.kind !== 'pattern' || first.kind !== 'pattern') return [];
    return variablesOfPattern(second.pattern).filter((name) => first.variables.has(name));
  }

  #start(element: JoinElement, ranges: Ranges, order: readonly string[]): Plan {
    const { make } = this.#planner;
    switch (element.kind) {
      case 'pattern': {
        const { pattern } = element;
        const found = ranges.get(element);
        const name =
          found && this.#countOf(element, ranges) < this.#planner.count(pattern) / 2
            ? found.order
            : this.#scanOrder(pattern, order);
        return make.scan(pattern, name, {
          estimate: this.#countOf(element, ranges),
          range: found?.order === name ? found.range : undefined,
        });
      }
      case 'path':
        return this.#add(make.unit(), element, []);
      case 'operation':
        return element.plan;
    }
  }

  /** @param terms variables whose values stand for them, as EXISTS wants it. */
  #add(plan: Plan, element: JoinElement, terms: readonly string[]): Plan {
    const { make } = this.#planner;
    switch (element.kind) {
      case 'pattern': {
        const expected = this.#expect(element, new Set(plan.variables));
        return make.indexJoin(
          plan,
          element.pattern,
          this.#joinOrder(plan, element.pattern),
          plan.estimate * expected,
        );
      }
      case 'path': {
        const { subject, object, graph, operation } = element;
        const estimate = plan.estimate * this.#expect(element, new Set(plan.variables));
        const isBetweenNodes = [subject, object].every(
          (slot) => slot.kind === 'variable' && !terms.includes(slot.name),
        );
        return make.path(plan, operation.path, {
          subject,
          object,
          graph,
          isBetweenNodes,
          estimate,
        });
      }
      case 'operation': {
        const { operation, plan: apart } = element;
        const isMeeting = [...element.variables].some((name) => plan.variables.includes(name));
        const isSeedable =
          operation.kind !== 'values' &&
          isMeeting &&
          plan.estimate < apart.estimate &&
          plan.variables.every((name) => plan.certain.has(name) || !element.variables.has(name)) &&
          this.canSeed(operation, new Set(plan.variables));
        if (isSeedable) return this.into(plan, operation, 'join');
        const estimate = isMeeting
          ? Math.max(plan.estimate, apart.estimate)
          : plan.estimate * apart.estimate;
        return make.hashJoin(plan, apart, estimate);
      }
    }
  }

  /** The order that starts with the constants of the pattern and then with that variable. */
  orderBeginningWith(pattern: PatternPlan, name: string): OrderName | undefined {
    const order = this.#scanOrder(pattern, [name]);
    const slot = pattern[PLACES_OF_ORDER[order][constantsIn(pattern)] ?? 'object'];
    return slot.kind === 'variable' && slot.name === name ? order : undefined;
  }

  /** An order that starts with the constants and then with a variable that was wished for. */
  #scanOrder(pattern: PatternPlan, wished: readonly string[]): OrderName {
    const possible = this.#ordersOf(pattern.graph).filter(
      (name) => prefixOf(pattern, name).length === constantsIn(pattern),
    );
    const rankOf = (name: OrderName) => {
      const free = PLACES_OF_ORDER[name]
        .map((place) => pattern[place])
        .flatMap((slot) => (slot.kind === 'variable' ? [slot.name] : []));
      const place = wished.indexOf(free[0] ?? '');
      return place === -1 ? wished.length : place;
    };
    const [first = 'spo', ...others] = possible;
    return others.reduce((best, name) => (rankOf(name) < rankOf(best) ? name : best), first);
  }

  /** The order whose start is bound by constants and by the rows, where possible in the sequence of the rows. */
  #joinOrder(plan: Plan, pattern: PatternPlan): OrderName {
    const isBound = (slot: Slot) => slot.kind === 'constant' || plan.certain.has(slot.name);
    const lengthOf = (name: OrderName) => {
      const end = PLACES_OF_ORDER[name].findIndex((place) => !isBound(pattern[place]));
      return end === -1 ? 3 : end;
    };
    const names = this.#ordersOf(pattern.graph);
    const longest = Math.max(...names.map(lengthOf));
    const possible = names.filter((name) => lengthOf(name) === longest);
    // Rows sorted by the variable walk through the run of the constant from left to right.
    const inSequence = possible.find((name) => {
      const [first, second] = PLACES_OF_ORDER[name];
      const slot = pattern[second];
      return (
        longest >= 2 &&
        pattern[first].kind === 'constant' &&
        slot.kind === 'variable' &&
        slot.name === plan.sortedBy[0]
      );
    });
    // Otherwise the run of a variable is short, and the constant is looked for in it.
    const byVariable = possible.find(
      (name) => pattern[PLACES_OF_ORDER[name][0]].kind === 'variable',
    );
    return inSequence ?? byVariable ?? possible[0] ?? 'spo';
  }

  #ordersOf(graph: PatternPlan['graph']): readonly OrderName[] {
    return graph.kind === 'default' && this.#planner.view.defaultIndex.has('pso')
      ? ['spo', 'pos', 'osp', 'pso', 'ops', 'sop']
      : ['spo', 'pos', 'osp'];
  }

  #expect(element: JoinElement, bound: ReadonlySet<string>): number {
    const isBound = (name: string) => bound.has(name);
    switch (element.kind) {
      case 'pattern':
        return expectMatches(element.pattern, isBound, this.#planner.view);
      case 'path': {
        const { subject, object } = element;
        const ends = [subject, object].filter(
          (slot) => slot.kind === 'constant' || isBound(slot.name),
        ).length;
        return [this.#planner.view.defaultIndex.size, 20, 0.5][ends] ?? 1;
      }
      case 'operation': {
        const isMeeting = [...element.variables].some(isBound);
        return isMeeting ? Math.min(1, element.plan.estimate) : element.plan.estimate;
      }
    }
  }

  #countOf(element: JoinElement, ranges: Ranges): number {
    if (element.kind !== 'pattern') return this.#expect(element, new Set());
    return ranges.get(element)?.count ?? this.#planner.count(element.pattern);
  }

  /** For each pattern the filter that leaves the fewest of its matches, where it is a range of ids. */
  #rangesOf(elements: readonly JoinElement[], filters: readonly Expression[]): Ranges {
    const found: Ranges = new Map();
    const { view } = this.#planner;
    for (const element of elements) {
      if (element.kind !== 'pattern') continue;
      const { pattern } = element;
      const { graph } = pattern;
      if (graph.kind === 'variable' || graph.kind === 'scope') continue;
      const index = graph.kind === 'default' ? view.defaultIndex : view.graphIndex(graph.id);
      for (const order of this.#ordersOf(pattern.graph)) {
        const prefix = prefixOf(pattern, order);
        const place = PLACES_OF_ORDER[order][prefix.length];
        const slot = place && pattern[place];
        if (prefix.length !== constantsIn(pattern) || slot?.kind !== 'variable') continue;
        const range = intersect(
          filters.map((filter) => rangeOf(filter, slot.name, view.dictionary)),
        );
        if (!range) continue;
        const { from, to } = boundsOf(index.order(order), prefix, range);
        const known = found.get(element);
        if (!known || to - from < known.count)
          found.set(element, { order, range, count: to - from });
      }
    }
    return found;
  }
}

type Ranges = Map<
  JoinElement,
  { readonly order: OrderName; readonly range: IdRange; readonly count: number }
>;

const constantsIn = ({ subject, predicate, object }: PatternPlan): number =>
  [subject, predicate, object].filter((slot) => slot.kind === 'constant').length;

function intersect(ranges: readonly (IdRange | undefined)[]): IdRange | undefined {
  let found: IdRange | undefined;
  for (const range of ranges) {
    if (!range) continue;
    const from = Math.max(range.from, found?.from ?? 0);
    found = { from, to: Math.max(from, Math.min(range.to, found?.to ?? Infinity)) };
  }
  return found;
}
