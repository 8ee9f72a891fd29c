/** What is written in a syntax reads back as the same RDF: https://www.w3.org/TR/rdf11-concepts/#graph-isomorphism */
import fc from 'fast-check';
import { isomorphic } from 'rdf-isomorphic';
import { describe, expect, it } from 'vitest';
import { type Quad, type RdfFormat, writeRdf } from '../../src/rdf/index.ts';
import { quads, TRICKY_PREFIXES, triples, xmlTriples } from '../support/arbitrary-rdf.ts';
import { rdfFormat } from '../support/rdf-format.ts';
import { readQuads } from '../support/read-quads.ts';

const INPUTS: readonly [RdfFormat['name'], fc.Arbitrary<Quad[]>][] = [
  ['turtle', triples],
  ['ntriples', triples],
  ['rdfxml', xmlTriples],
  ['trig', quads],
  ['nquads', quads],
  ['jsonld', quads],
];

describe('writing and reading back', () => {
  it.each(INPUTS)('keeps everything in %s', async (name, input) => {
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        const text = await writeRdf(given, rdfFormat(name), TRICKY_PREFIXES);
        const read = await readQuads(text, { format: name });
        expect({ text, isSame: isomorphic(read as never, given as never) }).toEqual({
          text,
          isSame: true,
        });
      }),
      { numRuns: 200 },
    );
  });
});
