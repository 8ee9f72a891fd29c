/** Exponential search against a plain scan. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gallop } from '../../src/store/memory/gallop.ts';

it('finds what a scan finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), fc.nat(50), fc.nat(10), (numbers, sought, start) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const from = Math.min(start, sorted.length);
      const isBelow = (position: number) => (sorted[position] as number) < sought;
      const scanned = sorted.findIndex((number, position) => position >= from && number >= sought);
      expect(gallop(from, sorted.length, isBelow)).toBe(scanned < 0 ? sorted.length : scanned);
    }),
  );
});
