/** Names beside dots, where there is room for them: to the right if possible, never over another name or dot. */
import type { Anchor } from './drawing.ts';
import type { Box, LabelBoxes } from './label-boxes.ts';
import { shorten, textWidth, TEXT_SIZE } from './text-width.ts';

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlacedLabel extends Box {
  readonly text: string;
  readonly anchor: Anchor;
  /** Where the text is anchored, on its baseline. */
  readonly at: { readonly x: number; readonly y: number };
}

const ASCENT = TEXT_SIZE;
/** Of the line of a text: letters of any script stay within. */
export const TEXT_HEIGHT = TEXT_SIZE + 4;
const GAP = 3;

/** The box around a line of text with this anchor. */
export function textBox(text: string, at: { x: number; y: number }, anchor: Anchor): PlacedLabel {
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

/** The name at the dot, shortened where need be; undefined where there is no room even for that. */
export function placeLabel(
  name: string,
  dot: Dot,
  { boxes, longest }: { readonly boxes: LabelBoxes; readonly longest: number },
): PlacedLabel | undefined {
  const texts = new Set(
    [longest, longest * 0.7, longest * 0.45].map((most) => shorten(name, most)),
  );
  for (const text of texts) {
    const placed = boxes.take(around(text, dot));
    if (placed) return placed;
  }
  return undefined;
}

function* around(text: string, { x, y, radius }: Dot): Generator<PlacedLabel> {
  const beside = radius + GAP;
  const near = beside * 0.75;
  const level = y + TEXT_SIZE / 3;
  const above = y - radius - GAP - 3;
  const below = y + radius + GAP + ASCENT;
  yield textBox(text, { x: x + beside, y: level }, 'start');
  yield textBox(text, { x: x - beside, y: level }, 'end');
  yield textBox(text, { x, y: below }, 'middle');
  yield textBox(text, { x, y: above }, 'middle');
  for (const height of [above, below]) {
    yield textBox(text, { x: x + near, y: height }, 'start');
    yield textBox(text, { x: x - near, y: height }, 'end');
  }
}
