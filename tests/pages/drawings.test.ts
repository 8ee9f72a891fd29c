/** What all drawings of pages have in common: whole markup, words for those who do not see it, bounds, room for names. */
import { describe, expect, it } from 'vitest';
import { drawBars } from '../../src/pages/drawings/bars/bars.ts';
import { drawMap } from '../../src/pages/drawings/map/map.ts';
import { drawNetwork } from '../../src/pages/drawings/network/network.ts';
import { drawTimeline } from '../../src/pages/drawings/time/timeline.ts';
import type { Html } from '../../src/pages/parts/html.ts';
import {
  pacificPlaces,
  sampleBars,
  sampleContext,
  samplePlaces,
  sampleSpans,
  sampleStar,
  sampleWhole,
  worldPlaces,
} from '../support/drawing-samples.ts';
import { faultsIn, picturesIn } from '../support/drawn-texts.ts';

const LANGUAGES = ['en', 'zh'] as const;

type Draw = (language: (typeof LANGUAGES)[number]) => Html;
const DRAWINGS: readonly (readonly [what: string, draw: Draw])[] = [
  ['bars', (language) => drawBars(sampleBars(language), sampleContext(language))],
  ['a map of a region', (language) => drawMap(samplePlaces(language), sampleContext(language))],
  ['a map of the world', (language) => drawMap(worldPlaces(language), sampleContext(language))],
  [
    'a map across the date line',
    (language) => drawMap(pacificPlaces(language), sampleContext(language)),
  ],
  ['a timeline', (language) => drawTimeline(sampleSpans(language), sampleContext(language))],
  ...[1, 2, 3, 4, 7, 9, 16, 24, 40].map(
    (count) =>
      [
        `a thing with ${count} neighbours`,
        (language) => drawNetwork(sampleStar(language, count), sampleContext(language)),
      ] as const satisfies readonly [string, Draw],
  ),
  ...[2, 12, 40, 90].map(
    (count) =>
      [
        `a network of ${count} things`,
        (language) => drawNetwork(sampleWhole(language, count), sampleContext(language)),
      ] as const satisfies readonly [string, Draw],
  ),
];

const CASES = DRAWINGS.flatMap(([what, draw]) =>
  LANGUAGES.map((language) => [what, language, draw] as const),
);

const VOID = new Set(['br', 'path', 'rect', 'circle', 'line']);

/** The tags that are left open, or closed without having been opened. */
function unbalanced(markup: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name = '', self] of markup.matchAll(
    /<(\/?)([a-z]+)(?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*\s*(\/?)>/g,
  )) {
    if (self || VOID.has(name)) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

describe.each(CASES)('%s in %s', (_, language, draw) => {
  it('is a figure of whole elements with a name, without styles, scripts or ids', async () => {
    const drawing = String(await draw(language));
    expect(drawing).toMatch(/^<figure class="drawing drawing-[a-z]+" aria-label="[^"]+">/);
    expect(unbalanced(drawing)).toEqual([]);
    expect(drawing).not.toMatch(
      /\s(?:style|id|on\w+)=|<script|<style|NaN|undefined|Infinity|\[object/,
    );
  });

  it('comes out the same each time', async () => {
    expect(String(await draw(language))).toBe(String(await draw(language)));
  });

  it('has no name over another one or over the edge', async () => {
    const pictures = picturesIn(String(await draw(language)));
    expect(pictures.flatMap(faultsIn)).toEqual([]);
  });
});

describe('names', () => {
  const HOSTILE = `"><script>alert('1')</script>\u202E${'W'.repeat(2000)}\n&amp;`;
  const label = { text: HOSTILE, language: '"><b' };
  const context = sampleContext('en');
  const mark = { label, href: 'javascript:alert(2)', kind: 'place' as const };
  it.each<[string, Html]>([
    [
      'bars',
      drawBars(
        [{ unit: label, bars: [{ ...mark, figure: HOSTILE, value: 1, note: HOSTILE }] }],
        context,
      ),
    ],
    ['a map', drawMap([{ ...mark, latitude: 1, longitude: 1 }], context)],
    [
      'a timeline',
      drawTimeline(
        [
          { ...mark, start: '2015', end: '2015' },
          { ...mark, start: HOSTILE },
        ],
        context,
      ),
    ],
    [
      'a star',
      drawNetwork(
        {
          dots: [
            { ...mark, id: HOSTILE },
            { ...mark, id: 'b' },
          ],
          lines: [{ source: HOSTILE, target: 'b', label }],
          centre: HOSTILE,
        },
        context,
      ),
    ],
    [
      'a network',
      drawNetwork(
        {
          dots: [
            { ...mark, id: 'a' },
            { ...mark, id: 'b' },
          ],
          lines: [{ source: 'a', target: 'b', label }],
        },
        context,
      ),
    ],
  ])(
    'that are markup stay text in %s, and addresses that run code are no links',
    async (_, drawn) => {
      const drawing = String(await drawn);
      expect(unbalanced(drawing)).toEqual([]);
      expect(drawing).not.toMatch(/<script|<b>|javascript:/);
      expect(picturesIn(drawing).flatMap(faultsIn)).toEqual([]);
    },
  );
});

it.each<[string, Html]>([
  ['bars', drawBars([], sampleContext('en'))],
  ['groups without bars', drawBars([{ unit: undefined, bars: [] }], sampleContext('en'))],
  ['places', drawMap([], sampleContext('en'))],
  ['spans', drawTimeline([], sampleContext('en'))],
  ['things', drawNetwork({ dots: [], lines: [] }, sampleContext('en'))],
])('draws nothing where there are no %s', async (_, drawn) => {
  expect(String(await drawn)).toBe('');
});
