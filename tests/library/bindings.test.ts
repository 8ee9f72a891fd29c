/** Bindings as RDF/JS describes them. https://rdf.js.org/query-spec/#bindings-interface */
import { expect, it } from 'vitest';
import { terms } from '../../src/rdf/index.ts';
import { SolutionBindings } from '../../src/library/bindings.ts';

const [one, two] = [terms.literal('1'), terms.literal('2')];
const bindings = new SolutionBindings(
  new Map([
    ['a', one],
    ['b', two],
  ]),
);

it('is read by variable or by name', () => {
  expect(bindings.get('a')).toBe(one);
  expect(bindings.get(terms.variable('b'))).toBe(two);
  expect(bindings.has('c')).toBe(false);
  expect(bindings.size).toBe(2);
});

it('does not change: set and delete give other bindings', () => {
  expect(bindings.set('c', one).size).toBe(3);
  expect(bindings.delete('a').has('a')).toBe(false);
  expect(bindings.size).toBe(2);
});

it('lists variables and terms', () => {
  expect([...bindings.keys()].map(({ value }) => value)).toEqual(['a', 'b']);
  expect([...bindings.values()]).toEqual([one, two]);
  const seen: string[] = [];
  bindings.forEach((term, key) => seen.push(`${key.value}=${term.value}`));
  expect(seen).toEqual(['a=1', 'b=2']);
});

it('is equal to bindings with equal terms, in any order', () => {
  const same = new SolutionBindings(
    new Map([
      ['b', terms.literal('2')],
      ['a', terms.literal('1')],
    ]),
  );
  expect(bindings.equals(same)).toBe(true);
  expect(bindings.equals(same.set('a', two))).toBe(false);
  expect(bindings.equals(undefined)).toBe(false);
});

it('filters and maps', () => {
  expect(bindings.filter((term) => term.value === '1').size).toBe(1);
  expect(bindings.map(() => two).get('a')).toBe(two);
});

it('merges what is compatible', () => {
  const other = new SolutionBindings(new Map([['c', one]]));
  expect(bindings.merge(other)?.size).toBe(3);
  const conflict = new SolutionBindings(new Map([['a', two]]));
  expect(bindings.merge(conflict)).toBeUndefined();
  expect(bindings.mergeWith((_, theirs) => theirs, conflict).get('a')).toBe(two);
});
