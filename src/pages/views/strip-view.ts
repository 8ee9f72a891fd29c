/**
 * The positions of items in a text: `start` and `end` in characters, `total` for the length of the text, `category`
 * for the pattern. Each segment links to its card.
 */
import { html } from 'hono/html';
import { type Term, termKey } from '../../rdf/index.ts';
import type { AnswerTable } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { fill } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { chosenItems } from './filters.ts';
import { type Item, Items, textOf } from './items.ts';
import type { Panel } from './panel.ts';

/** Size of the drawing, in its own units. */
const WIDTH = 1000;
const HEIGHT = 44;
/** Categories of a strip that the stylesheet distinguishes. */
const MAX_CATEGORIES = 4;

interface Segment {
  readonly item: Item;
  readonly start: number;
  readonly end: number;
  readonly category: Term | undefined;
}

export function renderStrip(answer: AnswerTable, context: PageContext, panel: Panel): Html | '' {
  const items = new Items(answer, context);
  const shown = new Set(chosenItems(items, panel.chosen));
  const segments = items.list
    .flatMap((item): Segment[] => {
      const [start, end] = [items.number(item, 'start'), items.number(item, 'end')];
      if (start === undefined || end === undefined || start < 0 || end <= start) return [];
      return [{ item, start, end, category: items.values(item, 'category')[0] }];
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const stated = items.list.map((item) => items.number(item, 'total') ?? 0);
  const total = Math.max(0, ...stated, ...segments.map(({ end }) => end));
  if (segments.length === 0 || total <= 0) return '';
  const categories = countCategories(segments);
  const lanes = inLanes(segments);
  const { messages } = context;
  return html`<figure class="strip">
    <svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      preserveAspectRatio="none"
      role="group"
      aria-label="${messages.positionsInText}"
    >
      <rect class="ground" x="0" y="0" width="${WIDTH}" height="${HEIGHT}" />
      ${lanes.map(({ segment, lane, lanes: count }) => {
        const x = (segment.start / total) * WIDTH;
        const width = Math.max(2, ((segment.end - segment.start) / total) * WIDTH - 1);
        const height = HEIGHT / count;
        const name = items.text(segment.item, 'text') ?? textOf(segment.item.key, context);
        const isOut = !shown.has(segment.item);
        return html`<a href="#${isOut ? panel.name : segment.item.anchor}">
          <title lang="${languageTag(name.language)}">${name.text}</title>
          <rect
            class="piece ${classOf(segment.category, categories)}${isOut ? ' out' : ''}"
            x="${x.toFixed(1)}"
            y="${(lane * height).toFixed(1)}"
            width="${width.toFixed(1)}"
            height="${(height - 1).toFixed(1)}"
          />
        </a>`;
      })}
    </svg>
    <figcaption>
      <ul class="legend">
        ${[...categories.values()].slice(0, MAX_CATEGORIES).map(({ term, count }) => {
          const { text, language } = textOf(term, context);
          return html`<li>
            <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
              <rect class="piece ${classOf(term, categories)}" width="10" height="10" /></svg
            ><span lang="${languageTag(language)}">${text}</span>
            ${count.toLocaleString(context.interfaceLanguage)}
          </li>`;
        })}
        <li>${fill(messages.characters, total, context)}</li>
      </ul>
    </figcaption>
  </figure>`;
}

interface Category {
  readonly term: Term;
  count: number;
  /** Its number in the legend, from 1. */
  number: number;
}

type Categories = ReadonlyMap<string, Category>;

function countCategories(segments: readonly Segment[]): Categories {
  const counts = new Map<string, Category>();
  for (const { category } of segments) {
    if (!category) continue;
    const known = counts.get(termKey(category));
    if (known) known.count += 1;
    else counts.set(termKey(category), { term: category, count: 1, number: 0 });
  }
  const sorted = new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  for (const [index, category] of [...sorted.values()].entries()) category.number = index + 1;
  return sorted;
}

function classOf(category: Term | undefined, categories: Categories): string {
  const number = category ? (categories.get(termKey(category))?.number ?? 0) : 0;
  return `category-${Math.min(number, MAX_CATEGORIES)}`;
}

/** Overlapping segments are stacked in lanes; a segment without overlap has the full height. */
function inLanes(
  segments: readonly Segment[],
): { readonly segment: Segment; readonly lane: number; readonly lanes: number }[] {
  const groups: { segments: { segment: Segment; lane: number }[]; ends: number[] }[] = [];
  let reach = -Infinity;
  for (const segment of segments) {
    let group = groups.at(-1);
    if (!group || segment.start >= reach) {
      group = { segments: [], ends: [] };
      groups.push(group);
    }
    const free = group.ends.findIndex((end) => end <= segment.start);
    const lane = free === -1 ? group.ends.length : free;
    group.ends[lane] = segment.end;
    group.segments.push({ segment, lane });
    reach = Math.max(reach, segment.end);
  }
  return groups.flatMap(({ segments: members, ends }) =>
    members.map(({ segment, lane }) => ({ segment, lane, lanes: ends.length })),
  );
}
