/** Lines in pieces that end anywhere: what is remembered of the line before changes nothing. */
import fc from 'fast-check';
import { Parser } from 'n3';
import { expect, it } from 'vitest';
import { LineReader, type Quad, terms } from '../../src/rdf/index.ts';
import { LineSink, matchQuads, StoreBuilder } from '../../src/store/index.ts';
import { quadKey } from '../support/naive-dataset.ts';

/** Names that begin and end like others. */
const iri = fc.constantFrom('<a:b>', '<a:bb>', '<a:b/b>', '<b:b>', String.raw`<a:\u0062>`, '<a:é>');
const object = fc.oneof(
  iri,
  fc.constantFrom(
    '_:b',
    '"b"',
    '"b"@en',
    '"b"@en-gb',
    '"b"^^<a:b>',
    '"b"^^<a:bb>',
    String.raw`"\n"`,
  ),
);
const line = fc
  .tuple(fc.oneof(iri, fc.constant('_:b')), iri, object, fc.option(iri, { nil: '' }))
  .map((places) => `${places.join(' ')} .\n`);

function read(text: string, pieceLength: number): string[] {
  const builder = new StoreBuilder({ version: 'test' });
  const sink = new LineSink(builder, { graph: 'a:default', blankNodeScope: '' });
  const reader = new LineReader({ holdsGraphs: true }, sink);
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += pieceLength)
    reader.read(bytes.slice(from, from + pieceLength));
  reader.end();
  return keysOf(matchQuads(builder.build(), {}));
}

function expected(text: string): string[] {
  const parsed = new Parser({ format: 'N-Quads', blankNodePrefix: '' }).parse(text) as Quad[];
  const named = parsed.map((quad) =>
    quad.graph.termType === 'DefaultGraph'
      ? terms.quad(quad.subject, quad.predicate, quad.object, terms.namedNode('a:default'))
      : quad,
  );
  return keysOf(named);
}

const keysOf = (quads: Iterable<Quad>): string[] =>
  [...new Set(Array.from(quads, (quad) => quadKey(quad)))].toSorted();

it('reads what another parser reads, however the bytes are cut', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.integer({ min: 1, max: 60 }),
      (lines, length) => {
        const text = lines.join('');
        expect(read(text, length)).toEqual(expected(text));
      },
    ),
    { numRuns: 500 },
  );
});
