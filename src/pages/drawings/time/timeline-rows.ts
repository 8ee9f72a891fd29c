/** The layout of a timeline: each span with its name in the first row that has room for it. */
import type { Moment } from './calendar.ts';
import type { Mark } from '../drawing.ts';
import { shorten, textWidth } from '../text-width.ts';
import type { TimeAxis } from './time-axis.ts';

/** A span with parsed dates, at least one of which is defined. */
export interface DatedSpan {
  readonly mark: Mark;
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
}

export interface PlacedSpan {
  readonly mark: Mark;
  readonly row: number;
  /** The ends of the bar; both are the centre for a dot. */
  readonly left: number;
  readonly right: number;
  readonly isDot: boolean;
  /** The sides without a date, at which the bar fades. */
  readonly isOpen: { readonly start: boolean; readonly end: boolean };
  /** Intervals that contain the start or the end, for dates less precise than a day. */
  readonly unsure: readonly (readonly [left: number, right: number])[];
  readonly label: { readonly text: string; readonly x: number; readonly isInside: boolean };
  /** The extent of bar and label in the row. */
  readonly from: number;
  readonly to: number;
}

/** Radius of a dot; a bar that is not longer than a dot is drawn as one. */
export const HALF_DOT = 5;
const GAP = 6;
/** Minimum distance of two spans of a row, in units. */
const APART = 12;
/** Narrower uncertain ends are not hatched. */
const LEAST_UNSURE = 5;

export function placeSpans(spans: readonly DatedSpan[], axis: TimeAxis): PlacedSpan[] {
  const ends: number[] = [];
  return spans.map((span) => {
    const placed = placeSpan(span, axis);
    const free = ends.findIndex((end) => end + APART <= placed.from);
    const row = free === -1 ? ends.length : free;
    ends[row] = placed.to;
    return { ...placed, row };
  });
}

function placeSpan({ mark, start, end }: DatedSpan, axis: TimeAxis): Omit<PlacedSpan, 'row'> {
  const isOpen = { start: start === undefined, end: end === undefined };
  const isOne = start !== undefined && end !== undefined && isSame(start, end);
  let left = start === undefined ? 0 : axis.x(start.from);
  let right = end === undefined ? axis.width : axis.x(end.to);
  const isShort = right - left < 2 * HALF_DOT;
  const isDot = isShort || (isOne && start.precision !== 'year' && start.precision !== 'month');
  if (isDot) left = right = Math.min(axis.width - HALF_DOT, Math.max(HALF_DOT, (left + right) / 2));
  const unsure = (isOne || isDot ? [] : [start, end])
    .filter((moment) => moment !== undefined)
    // Days are drawn as exact.
    .filter(({ precision }) => precision === 'year' || precision === 'month')
    .map(({ from, to }) => [axis.x(from), axis.x(to)] as const)
    .filter(([from, to]) => to - from >= LEAST_UNSURE && to <= right + 1 && from >= left - 1);
  const ink = isDot ? { left: left - HALF_DOT, right: right + HALF_DOT } : { left, right };
  const begin = unsure.find(([from]) => start !== undefined && from <= left + 1);
  const label = placeLabel(mark.label.text, { ...ink, inside: begin?.[1] ?? left }, axis.width);
  return {
    mark,
    left,
    right,
    isDot,
    isOpen,
    unsure,
    label,
    from: Math.min(ink.left, label.x),
    to: Math.max(ink.right, label.x + textWidth(label.text)),
  };
}

export const isSame = (start: Moment, end: Moment): boolean =>
  start.from === end.from && start.to === end.to;

interface Ink {
  readonly left: number;
  readonly right: number;
  /** The leftmost position of a name in the bar. */
  readonly inside: number;
}

/** In the bar, else after it, else before it: the first position in which the label fits, or the widest one. */
function placeLabel(name: string, { left, right, inside }: Ink, width: number) {
  const text = shorten(name, width * 0.6);
  const fullWidth = textWidth(text);
  const room = {
    inside: right - inside - 2 * GAP,
    after: width - right - GAP - 2,
    before: left - GAP - 2,
  };
  const best = Math.max(room.inside, room.after, room.before);
  const fitting = fullWidth <= best ? text : shorten(name, best);
  const needed = Math.min(fullWidth, best);
  if (room.inside >= needed) return { text: fitting, x: inside + GAP, isInside: true };
  if (room.after >= needed) return { text: fitting, x: right + GAP, isInside: false };
  return { text: fitting, x: left - GAP - textWidth(fitting), isInside: false };
}
