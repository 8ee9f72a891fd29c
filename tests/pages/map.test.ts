/** Maps show where places are: fitted to them, on coasts that are short to write. */
import { describe, expect, it } from 'vitest';
import { coastPath } from '../../src/pages/drawings/map/coast.ts';
import { drawMap, type Place } from '../../src/pages/drawings/map/map.ts';
import { fitView, graticule } from '../../src/pages/drawings/map/map-view.ts';
import {
  pacificPlaces,
  sampleContext,
  samplePlaces,
  worldPlaces,
} from '../support/drawing-samples.ts';

const context = sampleContext('en');
const drawn = async (places: readonly Place[]) => String(await drawMap(places, context));
const at = (latitude: number, longitude: number): Place => ({
  label: { text: `${latitude} ${longitude}`, language: '' },
  latitude,
  longitude,
});
const REGIONS: readonly [string, readonly Place[]][] = [
  ['central Europe', samplePlaces('en')],
  ['the Aegean, full of islands', [at(37.98, 23.73), at(38.42, 27.14), at(35.34, 25.13)]],
  ['the fjords of Norway', [at(60.39, 5.32), at(70.66, 23.68)]],
  ['Indonesia', [at(-6.2, 106.8), at(-0.9, 131.2), at(5.5, 95.3)]],
  ['the Arctic islands of Canada', [at(74.7, -94.9), at(63.7, -68.5)]],
  ['the South Pacific', pacificPlaces('en')],
  ['the world', worldPlaces('en')],
  ['the South Pole', [at(-90, 0)]],
];

describe('the view', () => {
  it.each([
    ...REGIONS,
    ['one place', [at(39.9, 116.4)]],
    ['the whole world', [at(-80, -179), at(80, 0), at(0, 90), at(0, -90), at(10, 179)]],
    ['both poles', [at(90, 0), at(-90, 0)]],
    ['a longitude beyond the date line', [at(0, 200), at(1, -170)]],
  ] satisfies [string, Place[] | readonly Place[]][])('of %s holds all places', (_, places) => {
    const view = fitView(places, 640);
    expect(view.height).toBeGreaterThanOrEqual(300);
    expect(view.height).toBeLessThanOrEqual(430);
    for (const place of places) {
      const [x, y] = view.positionOf(place);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(640);
      expect(y).toBeGreaterThanOrEqual(-0.5);
      expect(y).toBeLessThanOrEqual(view.height + 0.5);
    }
  });

  it('of one place shows enough to know it by', () => {
    const { west, east } = fitView([at(0, 10)], 640);
    expect(east - west).toBeGreaterThanOrEqual(8);
  });

  it('of places on both sides of the date line is narrow', () => {
    const { west, east } = fitView([at(0, 179), at(0, -179)], 640);
    expect(east - west).toBeLessThan(20);
  });

  it('is true to scale in its middle', () => {
    const view = fitView([at(58, 10), at(62, 12)], 640);
    const [left, top] = view.project(10, 60);
    const [right, bottom] = view.project(11, 59);
    expect((right - left) / (bottom - top)).toBeCloseTo(0.5, 2);
  });
});

describe('the coast', () => {
  it.each(REGIONS)('of %s is short', async (_, places) => {
    const path = await coastPath(fitView(places, 640));
    expect(path.length).toBeGreaterThan(20);
    expect(path.length).toBeLessThan(10_000);
    expect(path).toMatch(/^(?:M-?\d+ -?\d+l[-\d ]+z)+$/);
  });

  it('does not leave the view by more than its stroke', async () => {
    const view = fitView(samplePlaces('en'), 640);
    const path = await coastPath(view);
    for (const [, start = '', steps = ''] of path.matchAll(/M([^l]+)l([^z]+)z/g)) {
      let [x = 0, y = 0] = start.split(' ').map(Number);
      const numbers = (steps.match(/-?\d+/g) ?? []).map(Number);
      for (let step = 0; step < numbers.length; step += 2) {
        x += numbers[step] ?? 0;
        y += numbers[step + 1] ?? 0;
        expect(Math.min(x, y, 1280 - x, 2 * view.height - y)).toBeGreaterThanOrEqual(-8);
      }
    }
  });

  it('is not there in the middle of an ocean', async () => {
    expect(await coastPath(fitView([at(-48, -123)], 640))).toBe('');
  });
});

describe('a map', () => {
  it('of a region takes less than 12 kB', async () => {
    expect((await drawn(samplePlaces('en'))).length).toBeLessThan(12_000);
  });

  it('says in words where the places are', async () => {
    const page = await drawn([at(48.8566, 2.3522), at(-33.87, -70.6)]);
    expect(page).toContain('48.86° N, 2.35° E');
    expect(page).toContain('33.87° S, 70.6° W');
    expect(String(await drawMap([at(-33.87, 151.2)], sampleContext('zh')))).toContain(
      '南纬 33.87°，东经 151.2°',
    );
  });

  it('tells where its coasts are from', async () => {
    expect(await drawn([at(0, 0)])).toContain('Natural Earth, public domain');
  });

  it('makes one dot of places that cannot be told apart, with the names of all', async () => {
    const page = await drawn([at(10, 10), at(10, 10), at(10, 10.000_1), at(11, 12)]);
    expect(page).toContain('10 10 +2<');
    expect(page).toContain('<title>10 10 · 10 10 · 10 10.0001</title>');
  });

  it('of 600 places has 500 dots, few names, and says how many are left out', async () => {
    const places = Array.from({ length: 600 }, (_, n) =>
      at(((n * 37) % 120) - 60, ((n * 101) % 350) - 175),
    );
    const page = await drawn(places);
    expect(page).toContain('and 100 more');
    expect(page.match(/<text\s/g)?.length).toBeLessThanOrEqual(50);
    expect(page.match(/<li>/g)?.length).toBe(501);
  });

  it.each([
    ['no number', Number.NaN, 10],
    ['beyond the pole', 91, 10],
    ['infinitely far east', 10, Infinity],
  ])('leaves out a place that is %s, but names it', async (_, latitude, longitude) => {
    const page = await drawn([
      at(1, 1),
      { ...at(latitude, longitude), label: { text: 'Lost', language: 'en' } },
    ]);
    expect(page).toContain('>Lost<');
    expect(page.match(/<title>Lost/)).toBeNull();
  });

  it('is not drawn without a place that has a position', async () => {
    expect(await drawn([at(Number.NaN, 0)])).toBe('');
  });
});

it('draws lines of longitude and latitude within the view', () => {
  expect(graticule(fitView([at(0, 0)], 640))).toMatch(/^(?:M\d+ 0V\d+|M0 \d+H640)+$/);
});
