/** Networks: who is linked to whom by what, in a picture and in words. */
import { describe, expect, it } from 'vitest';
import { drawNetwork, type Network } from '../../src/pages/drawings/network/network.ts';
import { forceLayout } from '../../src/pages/drawings/network/force-layout.ts';
import { toSectors } from '../../src/pages/drawings/network/star-layout.ts';
import { sampleContext, sampleStar, sampleWhole } from '../support/drawing-samples.ts';

const draw = (network: Network) => String(drawNetwork(network, sampleContext('en')) as string);
const text = (words: string) => ({ text: words, language: 'en' });
const dot = (id: string) => ({ id, label: text(`Name ${id}`) });
const line = (source: string, target: string, label = 'knows') => ({
  source,
  target,
  label: text(label),
});
/** The narrow picture alone. */
const narrow = (page: string) => page.split('</svg')[0] ?? '';

describe('a thing among its neighbours', () => {
  it('has one line to each, however many statements link them', () => {
    const page = narrow(
      draw({
        dots: [dot('a'), dot('b')],
        lines: [line('a', 'b', 'knows'), line('b', 'a', 'likes'), line('a', 'b', 'knows')],
        centre: 'a',
      }),
    );
    expect(page.match(/class="line many"/g)).toHaveLength(1);
    expect(page).toContain('<title>knows, likes</title>');
  });

  it('shows what links it to itself', () => {
    const page = draw({ dots: [dot('a')], lines: [line('a', 'a', 'succeeds')], centre: 'a' });
    expect(page).toMatch(/<title>succeeds<\/title><path\s+class="line"/);
    expect(page).toMatch(/<text[^>]*>succeeds</);
  });

  it('names what links it once for all neighbours that are linked so', () => {
    const page = narrow(
      draw({
        dots: ['a', 'b', 'c', 'd'].map(dot),
        lines: ['b', 'c', 'd'].map((id) => line('a', id, 'part of')),
        centre: 'a',
      }),
    );
    expect(page.match(/>part of<\/text/g)).toHaveLength(1);
  });

  it('has 24 neighbours at most, each way of being linked among them, and says how many more there are', () => {
    const many = Array.from({ length: 100 }, (_, n) => `n${n}`);
    const page = draw({
      dots: ['a', ...many].map(dot),
      lines: many.map((id, n) => line('a', id, n === 99 ? 'rarely' : 'often')),
      centre: 'a',
    });
    expect(narrow(page).match(/<circle/g)).toHaveLength(25);
    expect(narrow(page)).toContain('>rarely<');
    expect(narrow(page)).toContain('>often +76<');
    expect(page).toContain('and 76 more');
  });

  it('orders neighbours by what links them, then by name', () => {
    const bundle = (id: string, label: string) =>
      ({ ends: ['a', id], lines: [line('a', id, label)] }) as const;
    const sectors = toSectors(
      [
        { dot: dot('z'), bundle: bundle('z', 'alpha') },
        { dot: dot('b'), bundle: bundle('b', 'beta') },
        { dot: dot('c'), bundle: bundle('c', 'alpha') },
        { dot: dot('x'), bundle: undefined },
      ],
      { centre: 'a', most: 24, language: 'en' },
    );
    expect(
      sectors.map(({ caption, neighbours }) => [
        caption.text,
        ...neighbours.map((one) => one.dot.id),
      ]),
    ).toEqual([
      ['alpha', 'c', 'z'],
      ['beta', 'b'],
      ['', 'x'],
    ]);
  });

  it('is a network without a centre where the centre is not among the dots', () => {
    expect(draw({ dots: [dot('a')], lines: [], centre: 'b' })).toContain('Network, things: 1');
  });
});

describe('a network', () => {
  it('has sixty dots at most, those with the most lines', () => {
    const page = draw(sampleWhole('en', 500));
    expect(narrow(page).match(/<circle/g)).toHaveLength(60);
    expect(page).toContain('and 441 more');
  });

  it('is said in words as well, dots without lines at the end', () => {
    const page = draw({ dots: ['a', 'b', 'c'].map(dot), lines: [line('a', 'b')] });
    const words = page.replaceAll(/\s*<[^>]*>\s*/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Name a knows → Name b Name c');
  });

  it('names the kinds that occur beside their colours', () => {
    const page = draw(sampleStar('en', 3));
    expect(page).toMatch(/kind-organisation" aria-hidden="true"\s*><\/span>\s*Organisation/);
    expect(page).not.toContain('Person');
  });

  it('takes lines to dots that there are not as not said', () => {
    const page = draw({ dots: [dot('a')], lines: [line('a', 'nowhere')] });
    expect(page).not.toContain('class="line"');
    expect(page).not.toContain('nowhere');
  });
});

describe('the layout by forces', () => {
  const box = { width: 304, height: 300, margin: 16 };
  it.each([
    ['one dot', 1, []],
    ['dots without lines', 30, []],
    ['a pair', 2, [[0, 1]]],
    ['a ring', 60, Array.from({ length: 60 }, (_, at) => [at, (at + 1) % 60])],
    ['a star', 60, Array.from({ length: 59 }, (_, at) => [0, at + 1])],
    ['a dot linked to itself', 3, [[1, 1]]],
  ] as [string, number, [number, number][]][])(
    'keeps %s within the box and apart',
    (_, count, edges) => {
      const spots = forceLayout(count, edges)(box);
      expect(spots).toHaveLength(count);
      for (const [at, { x, y }] of spots.entries()) {
        expect(x).toBeGreaterThanOrEqual(box.margin - 0.01);
        expect(x).toBeLessThanOrEqual(box.width - box.margin + 0.01);
        expect(y).toBeGreaterThanOrEqual(box.margin - 0.01);
        expect(y).toBeLessThanOrEqual(box.height - box.margin + 0.01);
        for (const other of spots.slice(at + 1))
          expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(12);
      }
    },
  );
});
