/** The drawing of an ontology: whatever the classes, no box lies over another and every line meets its boxes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagram, DiagramClass } from '../../src/pages/ontology/diagram/diagram.ts';
import {
  BOX_WIDTH,
  HEAD_HEIGHT,
  layoutOf,
} from '../../src/pages/ontology/diagram/diagram-layout.ts';
import { fitText } from '../../src/pages/ontology/diagram/fit-text.ts';

const MAX = 30;

const diagrams: fc.Arbitrary<Diagram> = fc
  .integer({ min: 0, max: MAX })
  .chain((count) => {
    const name = fc.integer({ min: 0, max: Math.max(0, count - 1) }).map((n) => `c${n}`);
    const row = fc.record({
      property: fc.integer({ min: 0, max: 40 }).map((n) => `p${n}`),
      targets: fc.uniqueArray(name, { maxLength: 3 }),
      anywhere: fc.constant(0),
      count: fc.nat(),
    });
    const facts = fc.record({
      above: fc.uniqueArray(name, { maxLength: 2 }),
      rows: fc.array(row, { maxLength: 7 }),
      omittedRows: fc.nat({ max: 2 }),
    });
    return fc.array(facts, { minLength: count, maxLength: count });
  })
  .map((all) => ({
    classes: all.map((facts, n): DiagramClass => {
      const iri = `c${n}`;
      return { iri, ...facts, above: facts.above.filter((one) => one !== iri) };
    }),
    everywhere: [],
    omitted: 0,
  }));

describe('a drawing of any classes', () => {
  it('has each class once, apart from all others and inside of its frame', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const { boxes, width, height } = layoutOf(diagram);
        expect(boxes.map(({ of }) => of.iri).toSorted()).toEqual(
          diagram.classes.map(({ iri }) => iri).toSorted(),
        );
        for (const [place, a] of boxes.entries()) {
          expect(a.x >= 0 && a.y >= 0).toBe(true);
          expect(a.x + BOX_WIDTH <= width && a.y + a.height <= height).toBe(true);
          for (const b of boxes.slice(place + 1)) {
            const isApart =
              a.x + BOX_WIDTH <= b.x ||
              b.x + BOX_WIDTH <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });

  it('ends each line at the side of a box', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const { boxes, lines } = layoutOf(diagram);
        for (const { x, y, kind, from, to, path } of lines) {
          expect(path).toMatch(/^M[-\d. CL]+$/);
          const box = boxes.find(({ of }) => of.iri === to);
          expect(boxes.some(({ of }) => of.iri === from)).toBe(true);
          expect(box && [box.x, box.x + BOX_WIDTH].includes(x)).toBe(true);
          expect(kind === 'above' || y === (box?.y ?? 0) + HEAD_HEIGHT / 2).toBe(true);
        }
      }),
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        expect(layoutOf({ ...diagram })).toEqual(layoutOf({ ...diagram }));
      }),
    );
  });

  it('is quick', () => {
    const [diagram] = fc.sample(
      diagrams.filter(({ classes }) => classes.length === MAX),
      { numRuns: 1, seed: 7 },
    );
    const started = performance.now();
    layoutOf({ ...(diagram as Diagram) });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('text for a place of a drawing', () => {
  it.each([
    ['claim', 100, 'claim'],
    ['a very long name of a class', 100, 'a very long n…'],
    ['指标', 30, '指标'],
    ['中文名称状态', 52, '中文名…'],
    ['', 10, ''],
  ])('%s in %i', (text, room, expected) => {
    expect(fitText(text, room, 13)).toBe(expected);
  });
});
