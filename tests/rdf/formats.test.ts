/** Files and the syntaxes they are in. */
import { describe, expect, it } from 'vitest';
import { formatOfFileName, RDF_FORMATS } from '../../src/rdf/index.ts';

describe('formatOfFileName', () => {
  it.each([
    ['data/a.ttl', 'turtle'],
    ['a.b.nt.gz', 'ntriples'],
    ['A.NQ', 'nquads'],
    ['a.trig', 'trig'],
    ['a.jsonld', 'jsonld'],
    ['a.rdf', 'rdfxml'],
    ['a.owl.gz', 'rdfxml'],
    ['a.json', undefined],
    ['a.csv', undefined],
    ['ttl', undefined],
    ['a.ttl/README', undefined],
    ['a.gz', undefined],
  ])('finds in %s: %s', (name, expected) => {
    expect(formatOfFileName(name)?.name).toBe(expected);
  });
});

describe('RDF_FORMATS', () => {
  it.each(['name', 'mediaType'] as const)('has each %s once', (member) => {
    const values = RDF_FORMATS.map((format) => format[member]);
    expect([...new Set(values)]).toEqual(values);
  });

  it('has each alias and each extension once', () => {
    const names = RDF_FORMATS.flatMap(({ aliases, extensions }) => [...aliases, ...extensions]);
    expect([...new Set(names)]).toEqual(names);
  });
});
