/** Two stores merged are the store of all their quads: dictionary, columns, counts and lookups. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { terms } from '../../src/rdf/index.ts';
import { buildStore, mergeStores, type Store } from '../../src/store/index.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const typed = (text: string, type: string) => terms.literal(text, terms.namedNode(XSD + type));
const node = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((number) => terms.namedNode(`http://a.example/${number}`)),
  fc.constantFrom('a', 'b').map((label) => terms.blankNode(label)),
);
/** Equal values in several spellings and types, neighbours of each range, values that differ beyond a double. */
const literal = fc.constantFrom(
  ...['a', 'ä', 'a\u{10000}', ''].flatMap((text) => [
    terms.literal(text),
    terms.literal(text, 'en'),
    terms.literal(text, terms.namedNode('http://a.example/type')),
  ]),
  ...['1', '01', '2', 'x'].map((text) => typed(text, 'integer')),
  ...['1.0', '0.1', '0.1000000000000000055', '0.10', '0.10000000000000000001'].map((text) =>
    typed(text, 'decimal'),
  ),
  ...['1', '0.1', 'NaN', 'INF', '-INF', '-0'].map((text) => typed(text, 'double')),
  ...['NaN', '0.1', '1.0'].map((text) => typed(text, 'float')),
  ...['true', '1', 'false', 'maybe'].map((text) => typed(text, 'boolean')),
  ...['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', '2025-01-01T00:00:00'].map((text) =>
    typed(text, 'dateTime'),
  ),
  ...['2026-01-01', '2026-01-01Z', '2026-13-01'].map((text) => typed(text, 'date')),
);
const predicate = fc
  .constantFrom('p', 'q')
  .map((name) => terms.namedNode(`http://a.example/${name}`));
const triple = fc
  .tuple(node, predicate, fc.oneof(node, literal))
  .map(([s, p, o]) => terms.quad(s, p, o as never));
const nested = fc.tuple(node, predicate, triple).map(([s, p, o]) => terms.quad(s, p, o as never));
const object = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(node, literal) },
  { weight: 1, arbitrary: triple },
  { weight: 1, arbitrary: nested },
);
const graph = fc
  .constantFrom('g', 'h', '0')
  .map((name) => terms.namedNode(`http://a.example/${name}`));
const quads = fc.array(
  fc.tuple(node, predicate, object, graph).map(([s, p, o, g]) => terms.quad(s, p, o as never, g)),
  { maxLength: 40 },
);
const options = { version: 'v', isInDefaultGraph: (iri: string) => !iri.endsWith('h') };

/** Columns but for the numbering of types and the table of hashes, whose sequence is free. */
function comparable({ columns, dictionary }: Store) {
  const { slots: _, literalTypes: __, types: ___, ...sorted } = columns.dictionary;
  const all = Array.from({ length: dictionary.size }, (_none, index) =>
    dictionary.termOf((index + 1) as never),
  );
  expect(all.map((term) => dictionary.idOf(term))).toEqual(all.map((_term, index) => index + 1));
  return { ...columns, dictionary: sorted, terms: all };
}

it('gives the store that all quads give at once', () => {
  fc.assert(
    fc.property(quads, quads, (first, second) => {
      const merged = mergeStores(buildStore(first, options), buildStore(second, options));
      expect(comparable(merged)).toEqual(comparable(buildStore([...first, ...second], options)));
    }),
    { numRuns: 300 },
  );
});

it('takes a large store with a small one', () => {
  const many = Array.from({ length: 5000 }, (_, number) =>
    terms.quad(
      terms.namedNode(`http://a.example/${number}`),
      terms.namedNode('http://a.example/p'),
      typed(String(number), 'integer'),
      terms.namedNode('http://a.example/g'),
    ),
  );
  const few = fc.sample(quads, { numRuns: 1, seed: 7 }).flat();
  const merged = mergeStores(buildStore(many, options), buildStore(few, options));
  expect(comparable(merged)).toEqual(comparable(buildStore([...many, ...few], options)));
});
