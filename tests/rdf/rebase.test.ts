/** Moving a publication to another base. */
import { describe, expect, it } from 'vitest';
import { rebaseIri, rebaseQuad, rebaseQueryText } from '../../src/rdf/index.ts';
import { readQuads } from '../support/read-quads.ts';

const MOVES = new Map([
  ['https://base.invalid/', 'https://new.example/kg/'],
  ['https://old.example/', 'https://new.example/kg/'],
]);

describe('rebaseIri', () => {
  it.each([
    ['https://old.example/id/a', 'https://new.example/kg/id/a'],
    ['https://old.example/', 'https://new.example/kg/'],
    ['https://base.invalid/graph/a', 'https://new.example/kg/graph/a'],
    ['https://old.example.org/id/a', 'https://old.example.org/id/a'],
    ['http://old.example/id/a', 'http://old.example/id/a'],
  ])('moves %s to %s', (iri, expected) => {
    expect(rebaseIri(iri, MOVES)).toBe(expected);
  });
});

describe('rebaseQuad', () => {
  it('moves every place, literals that are IRIs and triple terms, but no text in a language', async () => {
    const text = (base: string, spoken: string) => `@prefix o: <${base}> .
      o:g { o:s o:p o:o , "${base}" , "1"^^o:type , "${spoken}"@en , <<( o:s o:p "${base}" )>> , _:x }`;
    const given = await readQuads(text('https://old.example/', 'https://old.example/'));
    expect(given.map((quad) => rebaseQuad(quad, MOVES))).toEqual(
      await readQuads(text('https://new.example/kg/', 'https://old.example/')),
    );
  });
});

describe('rebaseQueryText', () => {
  it('moves IRIs in angle brackets and leaves all else', () => {
    expect(
      rebaseQueryText(
        'PREFIX o: <https://old.example/> SELECT * { <https://old.example/a> ?p "https://old.example/" }',
        MOVES,
      ),
    ).toBe(
      'PREFIX o: <https://new.example/kg/> SELECT * { <https://new.example/kg/a> ?p "https://old.example/" }',
    );
  });
});
