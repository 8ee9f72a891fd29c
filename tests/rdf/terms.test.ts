/** Keys of terms: equal for equal terms, different for all others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Term, termKey, terms, xsd } from '../../src/rdf/index.ts';

const typed = (value: string, datatype: string) => terms.literal(value, terms.namedNode(datatype));
const spoken = (value: string, language: string, direction?: string) =>
  terms.literal(value, { language, direction } as never);
const triple = (...[s, p, o]: readonly string[]) =>
  terms.quad(
    terms.namedNode(s ?? ''),
    terms.namedNode(p ?? ''),
    terms.namedNode(o ?? ''),
  ) as unknown as Term;

/** Pairwise different terms that a careless key would mix up. */
const TRICKY: readonly Term[] = [
  terms.namedNode('a'),
  terms.namedNode('_:a'),
  terms.namedNode('"a"'),
  terms.namedNode(''),
  terms.blankNode('a'),
  terms.blankNode('<a'),
  terms.defaultGraph(),
  terms.variable('a'),
  terms.literal('a'),
  terms.literal('"a"'),
  terms.literal('a"@en'),
  terms.literal('<a'),
  terms.literal(''),
  spoken('a', 'en'),
  spoken('a', 'en-gb'),
  spoken('a', 'en', 'ltr'),
  spoken('a', 'en', 'rtl'),
  spoken('"a', 'en'),
  typed('a', 'en'),
  typed('a', 'en-gb'),
  typed('1', xsd('integer').value),
  typed('01', xsd('integer').value),
  typed('1', xsd('decimal').value),
  triple('a', 'b', 'c'),
  triple('a,b', 'c', 'd'),
  triple('a', 'b,c', 'd'),
  triple('a","<b', 'c', 'd'),
  terms.quad(terms.blankNode('a'), terms.namedNode('b'), terms.literal('c')) as unknown as Term,
  terms.quad(
    terms.blankNode('a'),
    terms.namedNode('b'),
    triple('a', 'b', 'c') as never,
  ) as unknown as Term,
];

describe('termKey', () => {
  it('gives different keys to terms that look alike', () => {
    expect(new Set(TRICKY.map((term) => termKey(term))).size).toBe(TRICKY.length);
  });

  it('gives the same key to terms that are equal, whatever case a language tag has', () => {
    expect(termKey(terms.literal('a', 'zh-Hans'))).toBe(termKey(terms.literal('a', 'zh-hans')));
    expect(termKey(typed('a', xsd('string').value))).toBe(termKey(terms.literal('a')));
    expect(termKey(triple('a', 'b', 'c'))).toBe(termKey(triple('a', 'b', 'c')));
  });

  it('agrees with equals on any two terms', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a"@^_<>:,\\=?('.split('')), maxLength: 4 });
    const iri = fc.string({ unit: fc.constantFrom(...'a@_:,=?('.split('')), maxLength: 4 });
    const term = fc.oneof(
      iri.map((value) => terms.namedNode(value)),
      text.map((value) => terms.blankNode(`b${value}`)),
      text.map((value) => terms.literal(value)),
      fc.tuple(text, fc.constantFrom('a', 'b')).map(([value, tag]) => terms.literal(value, tag)),
      fc.tuple(text, fc.constantFrom('a', 'b')).map(([value, type]) => typed(value, type)),
    ) as fc.Arbitrary<Term>;
    fc.assert(
      fc.property(term, term, (one, other) => {
        expect(termKey(one) === termKey(other)).toBe(one.equals(other));
      }),
      { numRuns: 2000 },
    );
  });
});
