/** Text cut to a width of a drawing. Widths are estimated, since no browser measures them, and never too small. */

/** Grapheme clusters. */
const SEGMENTER = new Intl.Segmenter();

/** Width of a character, relative to the font size. */
function widthOf(character: string): number {
  if (/\p{Script=Han}|[\u3000-\u30FF\uFF00-\uFFEF\uAC00-\uD7AF]/u.test(character)) return 1;
  if (/[iljtfrI.,:;'|!() ]/.test(character)) return 0.38;
  if (/[mwMW@%—]/.test(character)) return 0.95;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.6;
}

/** The text, or the beginning of it that fits, with an ellipsis. */
export function fitText(text: string, room: number, size: number): string {
  const characters = Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
  let width = 0;
  let fitting = 0;
  for (const [index, character] of characters.entries()) {
    width += widthOf(character) * size;
    if (width + size * 0.9 <= room) fitting = index + 1;
    if (width > room) return `${characters.slice(0, fitting).join('').trimEnd()}…`;
  }
  return text;
}
