/** Dates and spans of time along an axis, each drawn with its precision. */
import { html } from 'hono/html';
import type { Html } from '../../parts/html.ts';
import type { InterfaceLanguage } from '../../parts/messages.ts';
import type { PageContext } from '../../parts/site.ts';
import { type Moment, momentText, readMoment } from './calendar.ts';
import {
  kindLegend,
  kindOf,
  leftOut,
  type Mark,
  NARROW,
  renderDrawing,
  renderMark,
  renderName,
  renderPicture,
  renderText,
  short,
  WIDE,
} from '../drawing.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';
import { type DatedSpan, HALF_DOT, isSame, placeSpans, type PlacedSpan } from './timeline-rows.ts';

/** A date has the same start and end; a span without one of them is open at that side. */
export interface Span extends Mark {
  /** Lexical form of an xsd:date, gYear, gYearMonth or dateTime. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

interface Words {
  readonly label: (spans: string) => string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly unsure: string;
  readonly open: string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    label: (spans) => `Timeline, dates and spans: ${spans}`,
    since: (date) => `from ${date}`,
    until: (date) => `until ${date}`,
    unsure: 'begins or ends at some time in this interval',
    open: 'no date is stated',
  },
  'zh-hans': {
    label: (spans) => `时间轴：${spans} 个日期或时段`,
    since: (date) => `${date}起`,
    until: (date) => `至${date}`,
    unsure: '起止于此段内某时',
    open: '未说明日期',
  },
};

/** Spans of one timeline. */
const MOST_SPANS = 32;
const ROW = 26;
const BAR = 18;
const TOP = 4;
const AXIS = 22;

export function drawTimeline(spans: readonly Span[], context: PageContext): Html {
  const dated = spans.map(readSpan).filter((span) => span !== undefined);
  if (dated.length === 0) return html``;
  const ordered = dated.toSorted((a, b) => firstDay(a) - firstDay(b));
  const drawn = ordered.slice(0, MOST_SPANS);
  const { interfaceLanguage } = context;
  const label = WORDS[interfaceLanguage].label(drawn.length.toLocaleString(interfaceLanguage));
  const pictures = [NARROW, WIDE].map((width) => {
    const axis = timeAxis(
      drawn.flatMap(({ start, end }) => [start, end].filter((moment) => moment !== undefined)),
      {
        width,
        language: interfaceLanguage,
        isOpen: {
          start: drawn.some(({ start }) => start === undefined),
          end: drawn.some(({ end }) => end === undefined),
        },
      },
    );
    return { axis, placed: placeSpans(drawn, axis) };
  });
  const placed = pictures.flatMap((picture) => picture.placed);
  return renderDrawing(
    {
      name: 'timeline',
      label,
      picture: html`${pictures.map((picture) => renderTimeline(picture, label, context))}`,
      list: spans.map((span) => html`${renderName(span, context)} ${spanText(span, context)}`),
      caption: [
        leftOut(ordered.length - drawn.length, context),
        signLegend(placed, context),
        new Set(placed.map(({ mark }) => kindOf(mark))).size > 1
          ? kindLegend(
              placed.map(({ mark }) => mark),
              context,
            )
          : undefined,
      ],
    },
    context,
  );
}

/** Undefined if a date cannot be parsed, or the end is before the start. */
function readSpan(span: Span): DatedSpan | undefined {
  const [start, end] = [span.start, span.end].map((date) =>
    date === undefined ? undefined : readMoment(date),
  );
  const isBroken =
    (span.start !== undefined && start === undefined) ||
    (span.end !== undefined && end === undefined) ||
    (start === undefined && end === undefined) ||
    (start !== undefined && end !== undefined && end.to < start.from);
  return isBroken ? undefined : { mark: span, start, end };
}

const firstDay = ({ start, end }: DatedSpan): number => start?.from ?? end?.from ?? 0;

function renderTimeline(
  { axis, placed }: { readonly axis: TimeAxis; readonly placed: readonly PlacedSpan[] },
  label: string,
  context: PageContext,
): Html {
  const rows = placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const foot = TOP + rows * ROW;
  const ticks = axis.ticks.map(
    ({ x, label: text }) =>
      html`<path class="grid" d="M${short(x)} 0V${foot + 4}" />${
          text === undefined
            ? ''
            : renderText(
                { text, language: '' },
                { x, y: foot + 17, anchor: 'middle', className: 'soft' },
              )
        }`,
  );
  return renderPicture({ width: axis.width, height: foot + AXIS }, label, [
    ...ticks,
    html`<path class="axis" d="M0 ${foot}H${axis.width}" />`,
    ...placed.map((span) => renderMark(span.mark, renderSpan(span), context)),
  ]);
}

function renderSpan(span: PlacedSpan): Html[] {
  const { mark, row, from, to, left, isDot, label, unsure } = span;
  const top = TOP + row * ROW;
  const middle = top + ROW / 2;
  return [
    html`<rect
      class="hit"
      x="${short(from)}"
      y="${top}"
      width="${short(to - from)}"
      height="${ROW}"
    />`,
    ...(isDot
      ? [html`<circle class="dot" cx="${short(left)}" cy="${middle}" r="${HALF_DOT}" />`]
      : renderSpanBar(span, middle)),
    ...unsure.map(
      ([begin, end]) => html`<path class="hatch" d="M${short(begin)} ${middle}H${short(end)}" />`,
    ),
    renderText(
      { text: label.text, language: mark.label.language },
      { x: label.x, y: middle + 4, ...(label.isInside ? { className: 'inside' } : {}) },
    ),
  ];
}

/** An open end of the bar is drawn in fading steps. */
function renderSpanBar({ left, right, isOpen }: PlacedSpan, middle: number): Html[] {
  const fading = Math.min(48, (right - left) / 2.5);
  const solid = {
    left: isOpen.start ? left + fading : left,
    right: isOpen.end ? right - fading : right,
  };
  const part = (x: number, width: number, name: string) =>
    html`<rect
      class="${name}"
      x="${short(x)}"
      y="${middle - BAR / 2}"
      width="${short(width)}"
      height="${BAR}"
    />`;
  const step = fading / 4;
  const edge = (x: number) =>
    html`<path class="edge" d="M${short(x)} ${middle - BAR / 2}v${BAR}" />`;
  return [
    part(solid.left, solid.right - solid.left, 'span'),
    ...[1, 2, 3, 4].flatMap((fade) => [
      ...(isOpen.start ? [part(solid.left - fade * step, step, `span fade-${fade}`)] : []),
      ...(isOpen.end ? [part(solid.right + (fade - 1) * step, step, `span fade-${fade}`)] : []),
    ]),
    ...(isOpen.start ? [] : [edge(left)]),
    ...(isOpen.end ? [] : [edge(right)]),
  ];
}

/** "2015 – 2030"; dates that cannot be parsed are shown unchanged. */
function spanText(span: Span, { interfaceLanguage }: PageContext): Html {
  const words = WORDS[interfaceLanguage];
  const dated = readSpan(span);
  const text = (moment: Moment) => momentText(moment, interfaceLanguage);
  const dateText = () => {
    if (!dated) return [span.start, span.end].filter((date) => date !== undefined).join(' – ');
    const { start, end } = dated;
    if (start && end) return isSame(start, end) ? text(start) : `${text(start)} – ${text(end)}`;
    if (start) return words.since(text(start));
    return end ? words.until(text(end)) : '';
  };
  return html`<small class="tag">${dateText()}</small>`;
}

/** The legend of hatching and fading, if they occur. */
function signLegend(
  placed: readonly PlacedSpan[],
  { interfaceLanguage }: PageContext,
): Html | undefined {
  const words = WORDS[interfaceLanguage];
  const signs = [
    placed.some(({ unsure }) => unsure.length > 0)
      ? html`<li>${sample(html`<path class="hatch" d="M1 8H27" />`)} ${words.unsure}</li>`
      : undefined,
    placed.some(({ isOpen }) => isOpen.start || isOpen.end)
      ? html`<li>
          ${sample(html`${[1, 2, 3, 4].map((fade) => html`<rect class="span fade-${fade}" x="${fade * 7 - 7}" y="1" width="7" height="14" />`)}`)}
          ${words.open}
        </li>`
      : undefined,
  ].filter((sign) => sign !== undefined);
  return signs.length === 0
    ? undefined
    : html`<ul class="legend">
        ${signs}
      </ul>`;
}

const sample = (content: Html): Html =>
  html`<svg class="sign" width="28" height="16" aria-hidden="true">${content}</svg>`;
