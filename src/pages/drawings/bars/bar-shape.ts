/**
 * A bar as SVG of any width: positions along it are in percent, the marks at its ends in pixels. The solid part is
 * certain, the hatched part possible; the mark at the end distinguishes a number from a bound.
 */
import { html } from 'hono/html';
import { kindClass } from '../../parts/kind-mark.ts';
import type { Kind } from '../../../description/index.ts';
import type { Html } from '../../parts/html.ts';
import { type BarEnd, type BarExtent, barExtent, type Stretch } from './bar-extent.ts';

/** Height of the picture of a bar, in pixels. */
const HEIGHT = 16;
const THICKNESS = 10;
const TOP = (HEIGHT - THICKNESS) / 2;
/** Percent reserved for the mark of an open end. */
const BEYOND = 14;

export type BarScale = (quantity: number) => number;

/** From quantities to percent; the scale always includes zero. */
export function barScale(extents: readonly BarExtent[]): BarScale {
  const ends = extents.flatMap(({ at, solid, hatched }) => [
    at,
    ...(solid ?? []),
    ...(hatched ?? []),
  ]);
  const largest = ends.reduce((most, end) => Math.max(most, Math.abs(end)), 0) || 1;
  const low = ends.reduce((least, end) => Math.min(least, end / largest), 0);
  const high = ends.reduce((most, end) => Math.max(most, end / largest), 0);
  const opens = (side: 1 | -1) =>
    extents.some(({ end, direction }) => end === 'over' && direction === side) ? BEYOND : 1.5;
  const left = low < 0 ? opens(-1) : 0;
  const room = 100 - left - opens(1);
  return (quantity) => left + ((quantity / largest - low) / (high - low || 1)) * room;
}

export function renderBar(extent: BarExtent, scale: BarScale, kind: Kind): Html {
  const { end, at, direction, solid, hatched } = extent;
  const percent = (quantity: number) => `${Math.round(scale(quantity) * 100) / 100}%`;
  const zero = percent(0);
  return html`<svg
    class="quantity ${kindClass(kind)}"
    width="100%"
    height="${HEIGHT}"
    aria-hidden="true"
  >
    ${solid === undefined ? '' : solidPart(solid, scale)}
    ${hatched === undefined ? '' : hatchedPart(hatched, scale)}
    <line class="zero" x1="${zero}" x2="${zero}" y1="0" y2="${HEIGHT}" />
    <svg x="${percent(at)}" width="1" height="${HEIGHT}">${endMark(end, direction)}</svg>
  </svg>`;
}

function placed([from, to]: Stretch, scale: BarScale) {
  const [left = 0, right = 0] = [scale(from), scale(to)].toSorted((a, b) => a - b);
  const round = (percent: number) => Math.round(percent * 100) / 100;
  return { x: `${round(left)}%`, width: `${round(right - left)}%`, right: `${round(right)}%` };
}

function solidPart(stretch: Stretch, scale: BarScale): Html {
  const { x, width } = placed(stretch, scale);
  return html`<rect class="solid" x="${x}" y="${TOP}" width="${width}" height="${THICKNESS}" />`;
}

/** Hatching is a thick dashed line: an SVG pattern would need an id that is unique on the page. */
function hatchedPart(stretch: Stretch, scale: BarScale): Html {
  const { x, width, right } = placed(stretch, scale);
  return html`<line
      class="hatch"
      x1="${x}"
      x2="${right}"
      y1="${HEIGHT / 2}"
      y2="${HEIGHT / 2}"
    /><rect
      class="outline"
      x="${x}"
      y="${TOP + 0.5}"
      width="${width}"
      height="${THICKNESS - 1}"
    />`;
}

function endMark(end: BarEnd, direction: 1 | -1): Html {
  switch (end) {
    case 'exact':
      return html`<rect class="cap" x="-1.5" y="0" width="3" height="${HEIGHT}" />`;
    case 'over':
      return html`${[1, 2, 3].map(
        (step) =>
          html`<path
            class="beyond fade-${step}"
            d="M${direction * (step * 6 - 3)} ${TOP}l${direction * 5} ${THICKNESS / 2}l${direction * -5} ${THICKNESS / 2}"
          />`,
      )}`;
    case 'under':
      return html`<circle class="hollow" cx="0" cy="${HEIGHT / 2}" r="5" />`;
    case 'range':
      return html`<rect class="cap" x="-0.75" y="1" width="1.5" height="${HEIGHT - 2}" />`;
    case 'about':
      return html`<path
        class="wave"
        d="M0 1q4 ${(HEIGHT - 2) / 4} 0 ${(HEIGHT - 2) / 2}t0 ${(HEIGHT - 2) / 2}"
      />`;
  }
}

/** Sample quantities for the legend, one for each end. */
const SAMPLES: Readonly<Record<BarEnd, Parameters<typeof barExtent>[0]>> = {
  exact: { value: 1, lower: 1, upper: 1 },
  over: { value: 1, lower: 1 },
  under: { value: 1, upper: 1 },
  range: { value: 1, lower: 0.5, upper: 1 },
  about: { value: 1 },
};

/** A small bar with this end. */
export function renderSample(end: BarEnd): Html {
  const extent = barExtent(SAMPLES[end]);
  const scale: BarScale = (quantity) => quantity * (end === 'over' ? 50 : 85);
  return html`<span class="sample"
    >${extent === undefined ? '' : renderBar(extent, scale, 'none')}</span
  >`;
}
