/** A store added to a builder is the same as its quads added one by one: dictionary, columns and counts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { terms } from '../../src/rdf/index.ts';
import { buildStore, StoreBuilder } from '../../src/store/index.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const node = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((number) => terms.namedNode(`http://a.example/${number}`)),
  fc.constantFrom('a', 'b').map((label) => terms.blankNode(label)),
);
const literal = fc.constantFrom(
  terms.literal('a'),
  terms.literal('a', 'en'),
  terms.literal('ä', 'de'),
  terms.literal('1', terms.namedNode(`${XSD}integer`)),
  terms.literal('1.0', terms.namedNode(`${XSD}decimal`)),
  terms.literal('x', terms.namedNode('http://a.example/type')),
);
const predicate = fc
  .constantFrom('p', 'q')
  .map((name) => terms.namedNode(`http://a.example/${name}`));
const triple = fc.tuple(node, predicate, fc.oneof(node, literal));
const object = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(node, literal) },
  { weight: 1, arbitrary: triple.map(([s, p, o]) => terms.quad(s, p, o as never) as never) },
);
const graph = fc.constantFrom('g', 'h').map((name) => terms.namedNode(`http://a.example/${name}`));
const quads = fc.array(
  fc.tuple(node, predicate, object, graph).map(([s, p, o, g]) => terms.quad(s, p, o as never, g)),
  { maxLength: 30 },
);
const options = { version: 'v', isInDefaultGraph: (iri: string) => iri.endsWith('g') };

it('gives the store that all quads give at once', () => {
  fc.assert(
    fc.property(quads, quads, (first, more) => {
      const builder = new StoreBuilder(options);
      builder.addStore(buildStore(first, options));
      for (const quad of more) builder.add(quad);
      const { columns } = builder.build();
      expect(columns).toEqual(buildStore([...first, ...more], options).columns);
    }),
  );
});
