/** What was asked for lately is remembered, within bounds of number and of length. */
import { expect, it } from 'vitest';
import { LruMap } from '../src/lru-map.ts';

it('forgets the oldest when there are too many', () => {
  const map = new LruMap<string, number>(4);
  for (const n of [1, 2, 3, 4, 5]) map.set(`key ${n}`, n);
  expect([1, 2, 3, 4, 5].map((n) => map.get(`key ${n}`))).toEqual([undefined, undefined, 3, 4, 5]);
});

it('keeps what is asked for again', () => {
  const map = new LruMap<string, number>(4);
  for (const n of [1, 2, 3]) map.set(`key ${n}`, n);
  expect(map.get('key 1')).toBe(1);
  map.set('key 4', 4);
  expect(map.get('key 1')).toBe(1);
});

it('remembers few of what is long, and nothing of what is longer still', () => {
  const map = new LruMap<string, number>(4096);
  const long = (n: number) => `${n} ${'a'.repeat(16_000)}`;
  for (let n = 0; n < 1000; n += 1) map.set(long(n), n);
  const held = Array.from({ length: 1000 }, (_, n) => map.get(long(n))).filter(
    (value) => value !== undefined,
  );
  expect(held.length).toBeLessThan(300);
  expect(held.at(-1)).toBe(999);
  map.set('a'.repeat(20_000), 1);
  expect(map.get('a'.repeat(20_000))).toBeUndefined();
});
