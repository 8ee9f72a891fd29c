/** Random datasets of a few quads: little enough to read, crowded enough that patterns match. */
import fc from 'fast-check';

/** "canonical" leaves out what a store that keeps values instead of terms cannot give back. */
export type Spellings = 'any' | 'canonical';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const typed = (datatype: string, ...texts: readonly string[]) =>
  texts.map((text) => `"${text}"^^<${XSD}${datatype}>`);

const CANONICAL = [
  ...typed('integer', '0', '1', '1', '2', '-1'),
  ...typed('decimal', '1', '1.5', '-0.5'),
  ...typed('double', '1', '1.5', 'NaN', 'INF', '-INF'),
  ...typed('float', '1.5'),
  ...typed('boolean', 'true', 'false'),
  ...typed('dateTime', '2020-01-01T00:00:00Z', '2020-01-01T01:00:00+01:00', '2021-06-01T12:00:00Z'),
  ...typed('dateTime', '2019-03-01T00:00:00'),
  '"a"',
  '"b"',
  '""',
  '"A"',
  '"1"',
  '"é😀"',
  '"a b a"',
  '"a"@en',
  '"a"@de',
  '"b"@en-gb',
];

/** To Comunica an ill-typed literal has no datatype. */
const ILL_TYPED = typed('integer', 'x');

const OTHER = [
  '"maybe"^^<http://e.example/dt>',
  ...typed('integer', '01', '+1', '-0'),
  ...typed('decimal', '1.0', '01.50'),
  ...typed('double', '1e0', '1.0E0', '0.15e1', '-0.0'),
  ...typed('boolean', '1', '0'),
  ...typed('dateTime', '2020-01-01T00:00:00', '2020-01-01'),
];

/** Literals of the data, which queries ask for too. */
export const literalsOf = (spellings: Spellings): readonly string[] =>
  spellings === 'any' ? [...CANONICAL, ...OTHER] : [...CANONICAL, ...ILL_TYPED];

const iri = (name: string) => `<http://e.example/${name}>`;

/** N-Quads. Some triples stand in two graphs. */
export function arbitraryData(spellings: Spellings): fc.Arbitrary<string> {
  const node = fc.constantFrom(iri('s'), iri('t'), iri('u'), '_:b', '_:c');
  const predicate = fc.constantFrom(...['p', 'p', 'p', 'q', 'q', 'r'].map(iri));
  const object = fc.oneof(
    { weight: 4, arbitrary: node },
    { weight: 4, arbitrary: fc.constantFrom(...literalsOf(spellings)) },
    { weight: 1, arbitrary: fc.constantFrom(iri('p'), iri('g')) },
  );
  const graphs = fc.subarray([iri('g'), iri('h'), iri('k')], { minLength: 1, maxLength: 2 });
  return fc
    .array(fc.tuple(node, predicate, object, graphs), { minLength: 1, maxLength: 16, size: 'max' })
    .map((triples) =>
      triples.flatMap(([s, p, o, gs]) => gs.map((graph) => `${s} ${p} ${o} ${graph} .`)).join('\n'),
    );
}
