/**
 * Quantities as bars: one scale for each unit, never one across units. The figure is beside its bar as stated in the
 * source, and a bound is drawn as a bound.
 */
import { html } from 'hono/html';
import type { TextInLanguage } from '../../../rdf/index.ts';
import { languageTag } from '../../parts/language-names.ts';
import type { Html } from '../../parts/html.ts';
import type { InterfaceLanguage } from '../../parts/messages.ts';
import type { PageContext } from '../../parts/site.ts';
import { BAR_ENDS, type BarEnd, barExtent } from './bar-extent.ts';
import { barScale, renderBar, renderSample } from './bar-shape.ts';
import { kindLegend, kindOf, leftOut, type Mark, renderDrawing, renderName } from '../drawing.ts';

export interface Bar extends Mark {
  /** As stated in the source: "over 300". */
  readonly figure: string;
  readonly value: number;
  /** The interval of the true quantity; undefined: open. */
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
  readonly note?: string | undefined;
}

export interface BarGroup {
  readonly unit: TextInLanguage | undefined;
  readonly bars: readonly Bar[];
}

interface Words {
  readonly label: (bars: string, groups: string) => string;
  readonly ends: Readonly<Record<BarEnd, string>>;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    label: (bars, groups) => `Bars: ${bars}; scales: ${groups}`,
    ends: {
      exact: 'exactly this',
      over: 'at least this; no upper bound is stated',
      under: 'at most this',
      range: 'between the two',
      about: 'about this',
    },
  },
  'zh-hans': {
    label: (bars, groups) => `条形图：${bars} 条，${groups} 个刻度`,
    ends: {
      exact: '恰为此数',
      over: '至少此数，上限未说明',
      under: '至多此数',
      range: '介于两数之间',
      about: '约为此数',
    },
  },
};

/** Bars of one chart. */
const MOST_BARS = 60;

export function drawBars(groups: readonly BarGroup[], context: PageContext): Html {
  const shown = bounded(groups);
  const bars = shown.flatMap((group) => group.bars);
  if (bars.length === 0) return html``;
  const left = groups.reduce((sum, group) => sum + group.bars.length, 0) - bars.length;
  const { interfaceLanguage } = context;
  const count = (items: readonly unknown[]) => items.length.toLocaleString(interfaceLanguage);
  const isOfKinds = new Set(bars.map(kindOf)).size > 1;
  return renderDrawing(
    {
      name: 'bars',
      label: WORDS[interfaceLanguage].label(count(bars), count(shown)),
      picture: html`${shown.map((group) => renderGroup(group, context))}`,
      caption: [
        leftOut(left, context),
        endLegend(bars, context),
        isOfKinds ? kindLegend(bars, context) : undefined,
      ],
    },
    context,
  );
}

function bounded(groups: readonly BarGroup[]): BarGroup[] {
  let room = MOST_BARS;
  const shown: BarGroup[] = [];
  for (const { unit, bars } of groups) {
    const fitting = bars.slice(0, room);
    if (fitting.length > 0) shown.push({ unit, bars: fitting });
    room -= fitting.length;
  }
  return shown;
}

function renderGroup({ unit, bars }: BarGroup, context: PageContext): Html {
  const extents = bars.map(barExtent);
  const scale = barScale(extents.filter((extent) => extent !== undefined));
  return html`<div class="bar-group">
    ${
      unit === undefined
        ? ''
        : html`<p class="bar-unit" lang="${languageTag(unit.language)}">${unit.text}</p>`
    }
    <ul class="plain">
      ${bars.map((bar, at) => {
        const extent = extents[at];
        return html`<li>
          <span class="bar-name">${renderName({ ...bar, kind: undefined }, context)}</span>
          <b class="bar-figure">${bar.figure}</b>
          ${extent === undefined ? '' : renderBar(extent, scale, kindOf(bar))}
          ${bar.note === undefined ? '' : html`<small class="bar-note">${bar.note}</small>`}
        </li>`;
      })}
    </ul>
  </div>`;
}

/** The legend of the ends that occur; none if all numbers are exact. */
function endLegend(bars: readonly Bar[], { interfaceLanguage }: PageContext): Html | undefined {
  const occurring = new Set(bars.map((bar) => barExtent(bar)?.end));
  const ends = BAR_ENDS.filter((end) => occurring.has(end));
  if (ends.every((end) => end === 'exact')) return undefined;
  return html`<ul class="legend">
    ${ends.map((end) => html`<li>${renderSample(end)} ${WORDS[interfaceLanguage].ends[end]}</li>`)}
  </ul>`;
}
