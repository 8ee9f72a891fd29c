/** Filters on many texts: most texts are ruled out by a search through their bytes, and the answer is the same. */
import { describe, expect, it } from 'vitest';
import { terms } from '../../src/rdf/index.ts';
import { embeddedEngine } from '../../src/sparql/index.ts';
import { requiredText } from '../../src/sparql/expression/required-text.ts';
import { askEngine } from '../support/ask-engine.ts';
import { datasetOf } from '../support/dataset-of.ts';

const WORDS = ['digital', 'school', 'Schule', '学校', 'ab', 'abc', 'c', 'xabcab', ''];
const store = await datasetOf(
  Array.from({ length: 2000 }, (_, n) => {
    const [first, second] = [WORDS[n % 9], WORDS[Math.floor(n / 9) % 9]];
    const tag = n % 3 === 0 ? '@en' : '';
    return `e:s${n} e:p "${first} ${second}${n % 5}"${tag}, "${second}${first}", ${n}, "x"^^e:t, e:digital .`;
  }).join('\n'),
);
const engine = embeddedEngine(store, { baseIri: 'http://e.example/' });

describe('a filter on many texts', () => {
  it.each([
    'REGEX(?v, "digital (school|abc)")',
    'REGEX(?v, "^abc+d?")',
    'REGEX(?v, "学校 ?[0-9]$")',
    'REGEX(?v, "abc|school")',
    'REGEX(?v, "SCHOOL", "i")',
    '!REGEX(?v, "school")',
    'REGEX(?v, "(")',
    'CONTAINS(?v, "cab")',
    'CONTAINS(?v, "l s")',
    'CONTAINS(?v, "abc"@en)',
    '!CONTAINS(?v, "abc"@en)',
    'STRSTARTS(?v, "abc")',
    'STRENDS(?v, "chool")',
    '!STRENDS(?v, "chool") || ?v = 7',
  ])('%s lets pass what testing each one lets pass', async (filter) => {
    const count = (condition: string) =>
      askEngine(engine, `SELECT (COUNT(*) AS ?n) { ?s e:p ?v FILTER(${condition}) }`);
    // A random number keeps the test from being remembered or searched for.
    const oneByOne = filter.replace(
      /^(!?)([A-Z]+\([^()]*(?:\([^()]*\))*[^()]*\))/,
      '$1IF(RAND() < 2, $2, false)',
    );
    expect(await count(filter)).toEqual(await count(oneByOne));
  });
});

describe('the text that a value must hold', () => {
  const of = (operator: string, text: string) =>
    requiredText({
      kind: 'call',
      operator,
      args: [
        { kind: 'variable', name: 'v' },
        { kind: 'constant', term: terms.literal(text) },
      ],
    })?.text;

  it.each([
    ['digital (school|degree)', 'digital '],
    ['abcd?', 'abc'],
    ['abcd+', 'abcd'],
    ['abcd*xyz123', 'xyz123'],
    ['abcde{0,2}', 'abcd'],
    [String.raw`\d\d\d\.txt`, 'txt'],
    ['[a-z]school', 'school'],
    ['abc.defg', 'defg'],
    ['(?:abcdef)?xyz', 'xyz'],
    ['學校😀?abc', 'abc'],
    ['a|bcdef', undefined],
    ['((abc)def)', undefined],
    ['[a-z-[aeiou]]school', undefined],
    ['ab', undefined],
  ])('of the pattern %s is %s', (pattern, expected) => {
    expect(of('regex', pattern)).toBe(expected);
  });
});
