/** Terms as numbers and back. */
import { describe, expect, it } from 'vitest';
import { type ConcreteTerm, terms } from '../../src/rdf/index.ts';
import { type TermId, UNBOUND } from '../../src/store/index.ts';
import { MapDictionary } from '../support/plain-dataset.ts';

const TERMS: readonly ConcreteTerm[] = [
  terms.namedNode('http://e.example/a'),
  terms.blankNode('a'),
  terms.literal('a'),
  terms.literal('a', 'en'),
  terms.literal('1', terms.namedNode('http://e.example/a')),
];

describe('a dictionary', () => {
  it('numbers terms from 1, the same term always with the same number', () => {
    const dictionary = new MapDictionary();
    expect([...TERMS, ...TERMS].map((term) => dictionary.intern(term))).toEqual([
      1, 2, 3, 4, 5, 1, 2, 3, 4, 5,
    ]);
    expect(dictionary.size).toBe(TERMS.length);
  });

  it('gives the term of a number and the number of a term', () => {
    const dictionary = new MapDictionary();
    for (const term of TERMS) expect(dictionary.termOf(dictionary.intern(term))).toBe(term);
    expect(TERMS.map((term) => dictionary.idOf(term))).toEqual([1, 2, 3, 4, 5]);
  });

  it('knows no number of a term that it never met', () => {
    expect(new MapDictionary().idOf(terms.literal('a'))).toBeUndefined();
  });

  it.each([UNBOUND, 2, -1])('throws for the number %i, which it never gave out', (id) => {
    const dictionary = new MapDictionary();
    dictionary.intern(terms.literal('a'));
    expect(() => dictionary.termOf(id as TermId)).toThrow(
      new RangeError(`no term has the id ${id}`),
    );
  });
});
