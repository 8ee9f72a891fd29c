/** The order of a join: tried from several starts, each time followed by the element that gives the fewest rows. */
import type { DatasetView } from './dataset-view.ts';
import { elementAlone, elementPerRow, type JoinElement, sharesVariable } from './join-element.ts';
import type { Plan } from './plan.ts';

/** More starts than this are not tried; joins that long have their selective parts among the smallest. */
const MAX_STARTS = 8;

/** @param base the rows that the join starts from, if any. */
export function orderJoin(
  elements: readonly JoinElement[],
  base: Pick<Plan, 'variables' | 'estimate'> | undefined,
  view: DatasetView,
): readonly JoinElement[] {
  if (elements.length < 2) return elements;
  if (base) {
    const start = { bound: base.variables, rows: Math.max(1, base.estimate) };
    return follow(elements, start, view).order;
  }
  const starts = elements
    .map((element) => ({ element, count: elementAlone(element, view) }))
    .toSorted((a, b) => a.count - b.count)
    .slice(0, MAX_STARTS);
  let best: { order: readonly JoinElement[]; cost: number } | undefined;
  for (const { element, count } of starts) {
    const others = elements.filter((other) => other !== element);
    const found = follow(others, { bound: [...element.variables], rows: count }, view);
    const cost = count + found.cost;
    if (!best || cost < best.cost) best = { order: [element, ...found.order], cost };
  }
  return best?.order ?? elements;
}

function follow(
  elements: readonly JoinElement[],
  start: { readonly bound: readonly string[]; readonly rows: number },
  view: DatasetView,
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
      const isMeeting = bound.size === 0 || sharesVariable(element, (name) => bound.has(name));
      const expected = elementPerRow(element, bound, view);
      // Elements that share no variable with the rows multiply them, and are last.
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
