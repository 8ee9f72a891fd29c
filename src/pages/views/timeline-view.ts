/** Items in time: `start`, or `date`, and `end`. */
import type { AnswerTable } from '../parts/answer.ts';
import { drawTimeline, type Span } from '../drawings/time/timeline.ts';
import type { Html } from '../parts/html.ts';
import type { PageContext } from '../parts/site.ts';
import { markOf } from './item-mark.ts';
import { Items } from './items.ts';

export function renderTimeline(answer: AnswerTable, context: PageContext): Html | '' {
  const items = new Items(answer, context);
  const spans = items.list.flatMap((item): Span[] => {
    const start = items.text(item, 'start')?.text ?? items.text(item, 'date')?.text;
    const end = items.text(item, 'end')?.text;
    if (start === undefined && end === undefined) return [];
    return [{ ...markOf(item, items, context), start, end }];
  });
  return spans.length === 0 ? '' : drawTimeline(spans, context);
}
