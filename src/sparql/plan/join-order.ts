/** The sequence of a join: tried from every start, each time the element next that lets the fewest rows come. */
import type { JoinElement } from './join-elements.ts';
import type { Plan } from './plan.ts';

export interface JoinFigures {
  readonly base: Plan | undefined;
  /** Solutions of the element by itself. */
  readonly countOf: (element: JoinElement) => number;
  /** Solutions of the element per row that binds these variables. */
  readonly expect: (element: JoinElement, bound: ReadonlySet<string>) => number;
}

/** More starts than this are not tried; joins that long have their selective parts among the smallest. */
const MAX_STARTS = 8;

export function chooseOrder(
  elements: readonly JoinElement[],
  { base, countOf, expect }: JoinFigures,
): readonly JoinElement[] {
  if (elements.length < 2) return elements;
  if (base)
    return follow(elements, { bound: base.variables, rows: Math.max(1, base.estimate) }, expect)
      .order;
  const starts = elements
    .map((element) => ({ element, count: countOf(element) }))
    .toSorted((a, b) => a.count - b.count)
    .slice(0, MAX_STARTS);
  let best: { order: readonly JoinElement[]; cost: number } | undefined;
  for (const { element, count } of starts) {
    const others = elements.filter((other) => other !== element);
    const found = follow(others, { bound: [...element.variables], rows: count }, expect);
    const cost = count + found.cost;
    if (!best || cost < best.cost) best = { order: [element, ...found.order], cost };
  }
  return best?.order ?? elements;
}

function follow(
  elements: readonly JoinElement[],
  start: { readonly bound: readonly string[]; readonly rows: number },
  expect: JoinFigures['expect'],
): { readonly order: readonly JoinElement[]; readonly cost: number } {
  const left = new Set(elements);
  const bound = new Set(start.bound);
  const order: JoinElement[] = [];
  let { rows } = start;
  let cost = 0;
  while (left.size > 0) {
    let next: JoinElement | undefined;
    let fewest = Infinity;
    let isNextMeeting = false;
    for (const element of left) {
      const isMeeting = bound.size === 0 || [...element.variables].some((name) => bound.has(name));
      const expected = expect(element, bound);
      // Rows that do not meet multiply; that is left to the end.
      if (next && isNextMeeting && !isMeeting) continue;
      if (next && isMeeting === isNextMeeting && expected >= fewest) continue;
      next = element;
      fewest = expected;
      isNextMeeting = isMeeting;
    }
    if (!next) break;
    left.delete(next);
    order.push(next);
    for (const name of next.variables) bound.add(name);
    cost += rows + rows * fewest;
    rows *= fewest;
  }
  return { order, cost };
}
