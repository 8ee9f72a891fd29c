/** Positions of names beside dots: to the right if possible, never over another name or dot. */
import type { Anchor } from './drawing.ts';
import type { Box, LabelBoxes } from './label-boxes.ts';
import { shorten, textWidth, TEXT_SIZE } from './text-width.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Dot extends Spot {
  readonly radius: number;
}

export interface PlacedLabel extends Box {
  readonly text: string;
  readonly anchor: Anchor;
  /** The anchor of the text, on its baseline. */
  readonly at: Spot;
}

const ASCENT = TEXT_SIZE;
/** Height of a line of text in any script. */
export const TEXT_HEIGHT: number = TEXT_SIZE + 4;
const GAP = 3;

/** The box around a line of text with this anchor. */
export function textBox(text: string, at: Spot, anchor: Anchor): PlacedLabel {
  const width = textWidth(text);
  const left = { start: 0, middle: width / 2, end: width }[anchor];
  return { text, anchor, at, x: at.x - left, y: at.y - ASCENT, width, height: TEXT_HEIGHT };
}

export const dotBox = ({ x, y, radius }: Dot): Box => ({
  x: x - radius - 1,
  y: y - radius - 1,
  width: 2 * radius + 2,
  height: 2 * radius + 2,
});

interface Room {
  readonly boxes: LabelBoxes;
  /** Width of the longest name, in units. */
  readonly longest: number;
  /** Positions to use only if no other is free: across a line. */
  readonly isAwkward?: (box: Box) => boolean;
}

/** The name at the dot, shortened if necessary; undefined if even that does not fit. */
export function placeLabel(
  name: string,
  dot: Dot,
  { boxes, longest, isAwkward = () => false }: Room,
): PlacedLabel | undefined {
  const texts = [...new Set([1, 0.7, 0.45].map((share) => shorten(name, longest * share)))];
  const [full = ''] = texts;
  const good = [...around(full, dot)].filter((box) => !isAwkward(box));
  return boxes.take(good) ?? boxes.take(texts.flatMap((text) => [...around(text, dot)]));
}

/** Whether a straight line runs through the box. */
export function isCrossed(box: Box, from: Spot, to: Spot): boolean {
  // Liang and Barsky: the part of the line that is on the inner side of all four edges.
  let [enters, leaves] = [0, 1];
  for (const [start, way, least, most] of [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const) {
    if (way === 0) {
      if (start < least || start > most) return false;
      continue;
    }
    const [a, b] = [(least - start) / way, (most - start) / way];
    enters = Math.max(enters, Math.min(a, b));
    leaves = Math.min(leaves, Math.max(a, b));
  }
  return enters < leaves;
}

function* around(text: string, { x, y, radius }: Dot): Generator<PlacedLabel> {
  const beside = radius + GAP;
  const diagonal = beside * 0.75;
  const level = y + TEXT_SIZE / 3;
  const above = y - radius - GAP - 3;
  const below = y + radius + GAP + ASCENT;
  yield textBox(text, { x: x + beside, y: level }, 'start');
  yield textBox(text, { x: x - beside, y: level }, 'end');
  yield textBox(text, { x, y: below }, 'middle');
  yield textBox(text, { x, y: above }, 'middle');
  for (const height of [above, below]) {
    yield textBox(text, { x: x + diagonal, y: height }, 'start');
    yield textBox(text, { x: x - diagonal, y: height }, 'end');
  }
}
