/** What stands in a drawing, taken apart: its pictures, and in each of them the texts with the room they need. */
import { type Box, overlap } from '../../src/pages/drawings/label-boxes.ts';
import { textWidth } from '../../src/pages/drawings/text-width.ts';

export interface DrawnText extends Box {
  readonly text: string;
}

export interface DrawnPicture {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly DrawnText[];
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const TEXT =
  /<text\s[^>]*?x="([-\d.]+)"\s+y="([-\d.]+)"\s+text-anchor="(\w+)"[^>]*>([^<]*)<\/text\s*>/g;

export function textsIn(markup: string): readonly DrawnText[] {
  return Array.from(markup.matchAll(TEXT), ([, x, y, anchor, escaped = '']) => {
    const text = unescaped(escaped);
    const width = textWidth(text);
    const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return { text, x: left, y: Number(y) - 10, width, height: 13 };
  });
}

/** The narrow and the wide picture; a map is one picture with the texts of both. */
export function picturesIn(drawing: string): readonly DrawnPicture[] {
  const svgs = drawing.matchAll(/<svg\s[^>]*viewBox="0 0 (\d+) (\d+)"[^>]*>(.*?)<\/svg>/gs);
  return Array.from(svgs).flatMap(([, width, height, content = '']) => {
    const size = { width: Number(width), height: Number(height) };
    const scale = Number(/class="narrow"\s+transform="scale\(([\d.]+)\)"/.exec(content)?.[1]);
    if (Number.isNaN(scale)) return [{ ...size, texts: textsIn(content) }];
    const [narrow = '', wide = ''] = content.split(/<g\s+class="wide"\s*>/);
    return [
      { width: size.width / scale, height: size.height / scale, texts: textsIn(narrow) },
      { ...size, texts: textsIn(wide) },
    ];
  });
}

/** Texts that lie over each other or over the edge. */
export function faultsIn({ texts, width, height }: DrawnPicture): readonly string[] {
  return texts.flatMap((text, at) => [
    ...texts
      .slice(at + 1)
      .filter((other) => overlap(text, other))
      .map((other) => `"${text.text}" lies over "${other.text}"`),
    ...(text.x < -0.5 || text.x + text.width > width + 0.5 || text.y < 0 || text.y + 12 > height
      ? [`"${text.text}" runs over the edge`]
      : []),
  ]);
}
