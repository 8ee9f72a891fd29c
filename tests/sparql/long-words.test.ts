/** Long words that are none of SPARQL's are refused at once; long names, texts and numbers are what they are. */
import { expect, it } from 'vitest';
import { parseQuery, parseUpdate, QuerySyntaxError } from '../../src/sparql/index.ts';

const LONG = 'a'.repeat(500);

it.each([
  ['a variable', `SELECT ?${LONG} {}`],
  ['a prefix', `PREFIX ${LONG}: <http://a.example/> ASK { ?s ?p ${LONG}:b }`],
  ['a local name', `PREFIX e: <http://a.example/> ASK { ?s ?p e:${LONG} }`],
  [
    'a local name after an escape',
    `PREFIX e: <http://a.example/> ASK { ?s ?p e:b\\,${LONG}, e:%41${LONG} }`,
  ],
  ['a blank node', `ASK { ?s ?p _:${LONG} }`],
  ['a number', `ASK { ?s ?p ${'1'.repeat(500)}, ${'1'.repeat(500)}.5 }`],
  ['a text', `ASK { ?s ?p "${LONG}", '''${LONG}\n${LONG}''' }`],
  ['an IRI', `ASK { ?s ?p <http://a.example/${LONG}> }`],
  ['a comment', `ASK {} # ${LONG}`],
])('%s may be long', (_, query) => {
  expect(parseQuery(query).text).toBe(query);
});

const insert = (length: number) => `INSERT DATA { <a:> <b:> "${'a'.repeat(length)}" }`;

it('a text of a million letters is read', () => {
  expect(parseUpdate(insert(1_000_000), 'c:')).toHaveLength(1);
});

it('what is too long for the parser is refused for that', () => {
  expect(() => parseUpdate(insert(20_000_000), 'c:')).toThrow(
    new QuerySyntaxError(
      'it is nested too deeply, or a text or a list in it is too long: send it in parts, or as a graph by PUT',
      { line: 1, column: 1 },
    ),
  );
});

it('a word may not', () => {
  const word = 'a'.repeat(30_000);
  expect(() => parseQuery(`ASK {\n  ?s ?p ${word} }`)).toThrow(
    new QuerySyntaxError(`"${'a'.repeat(40)}…" cannot stand here`, { line: 2, column: 9 }),
  );
});
