/** Bars say of a quantity what was said, and no more. */
import { describe, expect, it } from 'vitest';
import { barExtent } from '../../src/pages/drawings/bars/bar-extent.ts';
import { barScale } from '../../src/pages/drawings/bars/bar-shape.ts';
import { type Bar, type BarGroup, drawBars } from '../../src/pages/drawings/bars/bars.ts';
import { sampleBars, sampleContext } from '../support/drawing-samples.ts';

const context = sampleContext('en');
const bar = (bounds: Omit<Bar, 'label' | 'figure'>): Bar => ({
  label: { text: 'Bar', language: 'en' },
  figure: 'figure',
  ...bounds,
});
const drawn = (groups: readonly BarGroup[]) => String(drawBars(groups, context) as string);
const count = (text: string, part: string) => text.split(part).length - 1;

describe('the extent of a bar', () => {
  it.each([
    ['an exact number', { value: 5, lower: 5, upper: 5 }, { end: 'exact', at: 5, solid: [0, 5] }],
    ['a lower bound', { value: 5, lower: 5 }, { end: 'over', at: 5, solid: [0, 5] }],
    ['an upper bound', { value: 5, upper: 5 }, { end: 'under', at: 5, hatched: [0, 5] }],
    [
      'a range',
      { value: 4, lower: 3, upper: 5 },
      { end: 'range', at: 5, solid: [0, 3], hatched: [3, 5] },
    ],
    ['no bounds', { value: 5 }, { end: 'about', at: 5, hatched: [0, 5] }],
    [
      'bounds that contradict each other',
      { value: 5, lower: 6, upper: 4 },
      { end: 'about', at: 5 },
    ],
    ['zero', { value: 0, lower: 0, upper: 0 }, { end: 'exact', at: 0, solid: [0, 0] }],
    [
      'a negative number',
      { value: -5, lower: -5, upper: -5 },
      { end: 'exact', at: -5, direction: -1 },
    ],
    [
      'a negative upper bound',
      { value: -5, upper: -5 },
      { end: 'over', at: -5, direction: -1, solid: [0, -5] },
    ],
    [
      'a negative lower bound',
      { value: -5, lower: -5 },
      { end: 'over', at: 0, direction: 1, hatched: [-5, 0] },
    ],
    ['a range around zero', { value: 0, lower: -2, upper: 3 }, { end: 'range', hatched: [-2, 3] }],
    ['a bound without end', { value: 5, lower: 5, upper: Infinity }, { end: 'over', at: 5 }],
  ])('of %s is honest', (_, quantity, extent) => {
    expect(barExtent(quantity)).toMatchObject(extent);
  });

  it.each([Number.NaN, Infinity, -Infinity])('of %s does not exist', (value) => {
    expect(barExtent({ value })).toBeUndefined();
  });
});

describe('the scale', () => {
  it.each([
    ['tiny', [1e-300, 5e-300]],
    ['huge', [1e308, -1e308]],
    ['all zero', [0, 0]],
    ['mixed', [-3, 0, 1e9]],
  ])('keeps %s quantities within the picture', (_, values) => {
    const extents = values.map((value) => barExtent({ value, lower: value, upper: value }));
    const scale = barScale(extents.filter((extent) => extent !== undefined));
    for (const value of values) {
      expect(scale(value)).toBeGreaterThanOrEqual(0);
      expect(scale(value)).toBeLessThanOrEqual(100);
    }
  });

  it('leaves room where a bar goes on beyond its end', () => {
    const extent = { end: 'over', at: 80, direction: 1, solid: [0, 80] } as const;
    expect(barScale([extent])(80)).toBeLessThan(90);
  });
});

describe('bars', () => {
  it('have a scale for each unit: the largest of each is as long', () => {
    const group = (value: number) => ({
      unit: { text: 'unit', language: 'en' },
      bars: [bar({ value, lower: value, upper: value })],
    });
    const widths = [
      ...drawn([group(3), group(14_000)]).matchAll(/class="solid"\s[^>]*width="([\d.]+)%"/g),
    ];
    expect(widths[0]?.[1]).toBe(widths[1]?.[1]);
  });

  it('stand beside the figure as it was said, under its unit', () => {
    const page = drawn(sampleBars('en'));
    expect(page).toMatch(/bar-unit" lang="en">people</);
    expect(page).toContain('>over 14,000<');
    expect(page).toContain('>since 2019<');
  });

  it('without a number show the figure alone', () => {
    const page = drawn([{ unit: undefined, bars: [bar({ value: Number.NaN })] }]);
    expect(page).toContain('>figure<');
    expect(page).not.toContain('<svg');
  });

  it('explain those ends that occur, and exact ones only beside others', () => {
    const exact = bar({ value: 1, lower: 1, upper: 1 });
    expect(drawn([{ unit: undefined, bars: [exact] }])).not.toContain('legend');
    const page = drawn([{ unit: undefined, bars: [exact, bar({ value: 1, lower: 1 })] }]);
    expect(page).toContain('exactly this');
    expect(page).toContain('at least this');
    expect(page).not.toContain('at most this');
  });

  it('are sixty at most, and the number of the others is said', () => {
    const bars = Array.from({ length: 1097 }, (_, value) =>
      bar({ value, lower: value, upper: value }),
    );
    const page = drawn([{ unit: undefined, bars }]);
    expect(count(page, '<li>')).toBe(60);
    expect(page).toContain('and 1,037 more');
  });
});
