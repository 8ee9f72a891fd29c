/**
 * Quantities as bars: `value`, `figure` (as stated) or `comparator`, `lower` and `upper` (the interval of the true
 * quantity, open if one is missing), `unit`, with one scale for each, `label`, `note`.
 */
import type { AnswerTable } from '../parts/answer.ts';
import { type BarGroup, drawBars } from '../drawings/bars/bars.ts';
import type { Html } from '../parts/html.ts';
import type { TextInLanguage } from '../../rdf/index.ts';
import type { PageContext } from '../parts/site.ts';
import { figureText } from './figure-text.ts';
import { chosenItems } from './filters.ts';
import { markOf } from './item-mark.ts';
import { type Item, Items } from './items.ts';
import type { Panel } from './panel.ts';

export function renderBars(
  answer: AnswerTable,
  context: PageContext,
  panel?: Pick<Panel, 'chosen'>,
): Html | '' {
  const items = new Items(answer, context);
  const chosen = panel ? chosenItems(items, panel.chosen) : items.list;
  const byUnit = Map.groupBy(chosen, (item) => items.text(item, 'unit')?.text);
  const groups = Array.from(byUnit.values(), (members): BarGroup => {
    const unit = members[0] && items.text(members[0], 'unit');
    return {
      unit: unit as TextInLanguage | undefined,
      bars: members.flatMap((item) => barOf(item, items, context)),
    };
  });
  const drawn = groups.filter(({ bars }) => bars.length > 0);
  return drawn.length === 0 ? '' : drawBars(drawn, context);
}

function barOf(item: Item, items: Items, context: PageContext): BarGroup['bars'] {
  const value = items.number(item, 'value') ?? lastNumber(item, items);
  if (value === undefined) return [];
  const isBounded = items.has('lower') || items.has('upper');
  return [
    {
      ...markOf(item, items, context),
      value,
      figure:
        figureText(item, items, context)?.text ?? value.toLocaleString(context.interfaceLanguage),
      lower: isBounded ? items.number(item, 'lower') : value,
      upper: isBounded ? items.number(item, 'upper') : value,
      note: items.text(item, 'note')?.text,
    },
  ];
}

/** Without a variable `value`, the last variable with a number. */
const lastNumber = (item: Item, items: Items): number | undefined =>
  items.variables
    .toReversed()
    .map((variable) => items.number(item, variable))
    .find((value) => value !== undefined);
