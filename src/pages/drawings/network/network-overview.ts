/** A small network without a centre: the dots with the most lines, with names where they fit. */
import { html } from 'hono/html';
import type { Html } from '../../parts/html.ts';
import type { PageContext } from '../../parts/site.ts';
import { type Bundle, bundleName } from './bundles.ts';
import { NARROW, renderMark, renderPicture, renderText, WIDE } from '../drawing.ts';
import { forceLayout } from './force-layout.ts';
import { type Box, LabelBoxes } from '../label-boxes.ts';
import type { NetworkDot, NetworkPicture } from './network-dot.ts';
import { renderBundle } from './network-lines.ts';
import { renderDot } from './network-star.ts';
import { type Dot, dotBox, isCrossed, placeLabel, textBox } from '../place-labels.ts';
import { shorten, textWidth } from '../text-width.ts';

const MOST_DOTS = 60;
const MARGIN = 16;
/** Maximum width of a line's name, in units. */
const LINE_NAME = 90;

interface Overview {
  readonly dots: readonly NetworkDot[];
  readonly bundles: readonly Bundle[];
  readonly label: string;
}

export function drawOverview(overview: Overview, context: PageContext): NetworkPicture {
  const degrees = new Map<string, number>();
  for (const { ends } of overview.bundles)
    for (const id of ends) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const degree = ({ id }: NetworkDot) => degrees.get(id) ?? 0;
  const drawn = overview.dots.toSorted((a, b) => degree(b) - degree(a)).slice(0, MOST_DOTS);
  const number = new Map(drawn.map(({ id }, at) => [id, at]));
  const bundles = overview.bundles.filter(({ ends }) => ends.every((id) => number.has(id)));
  const edges = bundles.map(
    ({ ends: [from, to] }) => [number.get(from) ?? 0, number.get(to) ?? 0] as const,
  );
  const layout = forceLayout(drawn.length, edges);
  const pictures = [NARROW, WIDE].map((width) => {
    const height = Math.min(440, 150 + drawn.length * (width === NARROW ? 9 : 5));
    const spots = layout({ width, height, margin: MARGIN });
    const placed = spots.map(({ x, y }, at): Dot => {
      const lines = degrees.get(drawn[at]?.id ?? '') ?? 0;
      return { x, y, radius: lines > 5 ? 7 : 5.5 };
    });
    return renderOverview(
      { ...overview, dots: drawn, bundles, edges, placed, width, height },
      context,
    );
  });
  return { picture: html`${pictures}`, drawn };
}

interface PlacedOverview extends Overview {
  readonly edges: readonly (readonly [number, number])[];
  readonly placed: readonly Dot[];
  readonly width: number;
  readonly height: number;
}

function renderOverview(
  { dots, bundles, edges, placed, label, width, height }: PlacedOverview,
  context: PageContext,
): Html {
  const boxes = new LabelBoxes({ x: 2, y: 2, width: width - 4, height: height - 4 });
  for (const dot of placed) boxes.block(dotBox(dot));
  const isAwkward = (box: Box) =>
    edges.some(([from, to]) => {
      const [a, b] = [placed[from], placed[to]];
      return from !== to && a !== undefined && b !== undefined && isCrossed(box, a, b);
    });
  const marks = dots.map((mark, at) => {
    const dot = placed[at] ?? { x: 0, y: 0, radius: 0 };
    const { text, language } = mark.label;
    const name = placeLabel(text, dot, { boxes, longest: width * 0.36, isAwkward });
    const named = name
      ? [renderText({ text: name.text, language }, { ...name.at, anchor: name.anchor })]
      : [];
    return renderMark(mark, [renderDot(dot), ...named], context);
  });
  const lines = bundles.map((bundle, at) => {
    const [from, to] = (edges[at] ?? []).map((dot) => placed[dot]);
    if (!from || !to) return { line: html``, name: html`` };
    return { line: renderBundle(bundle, from, to), name: lineName(bundle, [from, to], boxes) };
  });
  return renderPicture({ width, height }, label, [
    ...lines.map(({ line }) => line),
    ...lines.map(({ name }) => name),
    ...marks,
  ]);
}

/** In the middle of the line, if the line is longer than its name and the position is free. */
function lineName(bundle: Bundle, [from, to]: readonly [Dot, Dot], boxes: LabelBoxes): Html {
  const { text, language } = bundleName(bundle);
  const name = shorten(text, LINE_NAME);
  if (Math.hypot(to.x - from.x, to.y - from.y) < textWidth(name) + 30) return html``;
  const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + 4 };
  const placed = boxes.take([textBox(name, at, 'middle')]);
  return placed
    ? renderText({ text: name, language }, { ...at, anchor: 'middle', className: 'soft' })
    : html``;
}
