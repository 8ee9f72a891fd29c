/**
 * The estimated width of a text, since the server cannot measure it. Based on DejaVu Sans, the widest of the likely
 * fonts, so that the estimate is an upper bound.
 */

/** Size of the text in drawings, in units of the drawing; `styles/charts.css` sets the same. */
export const TEXT_SIZE = 12;
/** From baseline to baseline. */
export const LINE_HEIGHT = 15;

/** Widths of letters in hundredths of the size. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      ["'ijlI|", 30],
      [' .,:;\\/·-', 38],
      ['!()[]tfrJ', 42],
      ['"*z^_`?s', 54],
      ['acehkxyL{}vu', 64],
      ['mWM%@', 101],
      ['w#+<=>~&OQ', 85],
      ['ABCDEFGHKNPRSTUVXYZ', 78],
    ] as const
  ).flatMap(([letters, width]) => letters.split('').map((letter) => [letter, width] as const)),
);

/** Digits and the small letters that are not listed above. */
const LATIN = 65;
/** East Asian characters, pictographs, and all others, which may be as wide as high. */
const SQUARE = 105;

function letterWidth(letter: string): number {
  const known = WIDTHS.get(letter);
  if (known !== undefined) return known;
  if (/^[\p{M}\p{Cf}]/u.test(letter)) return 0;
  if (/^[0-9a-z\u00C0-\u024F]/u.test(letter)) return letter >= 'À' ? 76 : LATIN;
  if (/^[\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(letter)) return 95;
  return /^\p{Script=Cyrillic}/u.test(letter) ? 112 : SQUARE;
}

/** The width in units of the drawing; an upper bound of what a browser needs. */
export function textWidth(text: string, size: number = TEXT_SIZE): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return (width * size) / 100;
}

const SEGMENTS = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Maximum length of a name in a drawing, in characters. */
const LONGEST = 300;

/** One line, without line breaks, control characters and bidirectional controls. */
export const oneLine = (text: string): string =>
  text
    .slice(0, LONGEST * 4)
    .replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim();

/** The beginning of the text that fits, with "…" if the text is cut. */
export function shorten(text: string, width: number): string {
  const line = oneLine(text);
  if (line.length <= LONGEST && textWidth(line) <= width) return line;
  let fitting = '';
  let used = textWidth('…');
  for (const { segment } of SEGMENTS.segment(line.slice(0, LONGEST))) {
    used += textWidth(segment);
    if (used > width) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}…`;
}

/** Words, and single East Asian characters with the punctuation that may not begin a line. */
const TOKENS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。、；：！？）》」』”’]*|[^\s\-\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+-*|-+|\s+/gu;

/** The text in at most `lines` lines; the last one is shortened if necessary. */
export function wrap(text: string, width: number, lines: number): readonly string[] {
  const tokens = oneLine(text).match(TOKENS) ?? [];
  const wrapped: string[] = [];
  let line = '';
  let next = 0;
  for (; next < tokens.length && wrapped.length < lines - 1; next++) {
    const token = tokens[next] ?? '';
    if (line === '' || textWidth((line + token).trimEnd()) <= width) {
      line += line === '' ? token.trimStart() : token;
    } else {
      wrapped.push(shorten(line, width));
      line = token.trimStart();
    }
  }
  const rest = line + tokens.slice(next).join('');
  if (rest !== '') wrapped.push(shorten(rest, width));
  return wrapped;
}
