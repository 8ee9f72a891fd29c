/** Names for people. */
import { describe, expect, it } from 'vitest';
import { compactIri, splitIri, withWellKnown } from '../../src/rdf/index.ts';

const PREFIXES = new Map([
  ['e', 'http://e.example/'],
  ['deep', 'http://e.example/deep/'],
  ['same', 'http://e.example/deep/'],
  ['part', 'http://e.example/de'],
]);

describe('compactIri', () => {
  it.each([
    ['http://e.example/a', 'e:a'],
    ['http://e.example/中文', 'e:中文'],
    ['http://e.example/_a-1', 'e:_a-1'],
    ['http://e.example/deep/a', 'deep:a'],
    ['http://e.example/dea', 'part:a'],
    ['http://e.example/deep/', undefined],
    ['http://e.example/other/a', undefined],
    ['http://e.example/1', undefined],
    ['http://e.example/-a', undefined],
    ['http://e.example/a.b', undefined],
    ['http://e.example/a:b', undefined],
    ['http://e.example/a%20b', undefined],
    ['http://e.example/µm', undefined],
    ['http://e.example/m²', undefined],
    ['http://other.example/a', undefined],
  ])('shortens %s to %s', (iri, expected) => {
    expect(compactIri(iri, PREFIXES)).toBe(expected);
  });
});

describe('withWellKnown', () => {
  it('adds the well-known prefixes, but neither a name nor a namespace that is taken', () => {
    const own = new Map([
      ['s', 'https://schema.org/'],
      ['foaf', 'http://mine.example/'],
    ]);
    const all = withWellKnown(own);
    const of = (name: string) => all.get(name);
    expect(['s', 'schema', 'foaf', 'skos'].map(of)).toEqual([
      'https://schema.org/',
      undefined,
      'http://mine.example/',
      'http://www.w3.org/2004/02/skos/core#',
    ]);
  });
});

describe('splitIri', () => {
  it.each([
    ['http://e.example/a#b', 'http://e.example/a#', 'b'],
    ['http://e.example/a/b', 'http://e.example/a/', 'b'],
    ['urn:isbn:1', 'urn:isbn:', '1'],
    ['http://e.example/', 'http://e.example/', ''],
  ])('cuts %s after the last delimiter', (iri, namespace, localName) => {
    expect(splitIri(iri)).toEqual({ namespace, localName });
  });
});
