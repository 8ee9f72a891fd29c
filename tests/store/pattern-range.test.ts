/** Ranges of orders against a plain filter over the triples, for every pattern. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terms } from '../../src/rdf/index.ts';
import {
  basicOrder,
  buildStore,
  countsBySecond,
  firstTerms,
  patternRange,
  rangeOfPrefix,
  type TermId,
  triplesIn,
} from '../../src/store/index.ts';

const node = fc
  .integer({ min: 1, max: 5 })
  .map((number) => terms.namedNode(`http://a.example/${number}`));
const graph = terms.namedNode('http://a.example/graph');
const quads = fc.array(
  fc.tuple(node, node, node).map(([s, p, o]) => terms.quad(s, p, o, graph)),
  { maxLength: 40 },
);
const maybe = fc.option(node, { nil: undefined });

describe('the range of a pattern', () => {
  it('holds what a plain filter finds, in the basic and in the full orders', () => {
    fc.assert(
      fc.property(quads, maybe, maybe, maybe, (data, s, p, o) => {
        const store = buildStore(data, { version: 'v' });
        const idOf = (term: typeof s) =>
          term ? (store.dictionary.idOf(term) ?? (9999 as TermId)) : undefined;
        const pattern = { subject: idOf(s), predicate: idOf(p), object: idOf(o) };
        const all = triplesIn(patternRange(store.defaultIndex, {}), 0, Infinity);
        const keyOf = (triple: (typeof all)[number]) =>
          JSON.stringify([triple.subject, triple.predicate, triple.object]);
        const expected = all
          .filter((triple) =>
            (['subject', 'predicate', 'object'] as const).every(
              (position) =>
                pattern[position] === undefined || pattern[position] === triple[position],
            ),
          )
          .map(keyOf)
          .toSorted();
        for (const range of [
          patternRange(store.defaultIndex, pattern),
          patternRange(store.defaultIndex, pattern, basicOrder(pattern)),
        ]) {
          expect(triplesIn(range, 0, Infinity).map(keyOf).toSorted()).toEqual(expected);
          const counts = countsBySecond(range);
          expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(expected.length);
        }
        const { subject = 0, predicate = 0, object = 0 } = pattern;
        expect(
          store.defaultIndex.count(subject as TermId, predicate as TermId, object as TermId),
        ).toBe(expected.length);
      }),
    );
  });

  it('begins with a prefix and continues within an interval of ids', () => {
    fc.assert(
      fc.property(
        quads,
        fc.array(fc.nat(8), { maxLength: 2 }),
        fc.nat(8),
        fc.nat(8),
        (data, prefix, low, high) => {
          const order = buildStore(data, { version: 'v' }).defaultIndex.order('pos');
          const interval = { from: low, to: low + high };
          const rows = triplesIn({ order, start: order.start, end: order.end }, 0, Infinity).map(
            ({ subject, predicate, object }) => [predicate, object, subject] as readonly number[],
          );
          const expected = rows.filter((row) => {
            const next = row[prefix.length] as number;
            return (
              prefix.every((id, index) => row[index] === id) &&
              next >= interval.from &&
              next < interval.to
            );
          });
          const { from, to } = rangeOfPrefix(order, prefix, interval);
          expect(rows.slice(from, to)).toEqual(expected);
        },
      ),
    );
  });

  it('lists the terms of the first position once, in their order', () => {
    fc.assert(
      fc.property(quads, (data) => {
        const order = buildStore(data, { version: 'v' }).defaultIndex.order('osp');
        const objects = triplesIn({ order, start: order.start, end: order.end }, 0, Infinity).map(
          ({ object }) => object,
        );
        expect([...firstTerms(order)]).toEqual([...new Set(objects)]);
      }),
    );
  });
});
