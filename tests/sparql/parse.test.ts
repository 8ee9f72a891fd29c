/** What a query is, and where a text stops being one. */
import { describe, expect, it } from 'vitest';
import { parseQuery, QuerySyntaxError } from '../../src/sparql/index.ts';

type Fault = readonly [what: string, text: string, line: number, column: number, reason: string];

const FAULTS: readonly Fault[] = [
  ['an empty text', '', 1, 1, 'there is no query in it'],
  ['comments alone', '# nothing\n', 1, 1, 'there is no query in it'],
  ['a prologue alone', 'BASE <http://b/> PREFIX e: <http://e/>', 1, 1, 'there is no query in it'],
  ['a query that breaks off', 'SELECT', 1, 7, 'the query ends too early'],
  ['an open brace', 'ASK {\n  ?s ?p ?o', 2, 11, 'the query ends too early: "}" is missing'],
  ['half a triple', 'SELECT * {\n  ?s ?p\n}', 3, 1, '"}" cannot stand here'],
  [
    'a missing dot',
    'ASK {\n  ?s ?p ?o\n  ?a ?b ?c\n}',
    3,
    3,
    '"?a" cannot stand here: "}" is missing',
  ],
  ['a brace too many', 'ASK { ?s ?p ?o }\n}', 2, 1, '"}" cannot stand here'],
  ['an unknown prefix', 'ASK { ?s ?p "ex:a" . # ex:a\n  ex:a ?p ?o }', 2, 3, 'unknown prefix: ex'],
  [
    'a word of no language',
    'SELECT * { ?s ?p ?o }\nLIMIT x',
    2,
    7,
    'the character "x" cannot stand here',
  ],
  ['an open string', 'ASK { ?s ?p "open }', 1, 13, 'the character """ cannot stand here'],
  ['a space in an IRI', 'ASK { ?s ?p <http://a b> }', 1, 23, 'the character "b" cannot stand here'],
  [
    'a character beyond the first plane',
    'ASK { 😀 }',
    1,
    7,
    'the character "😀" cannot stand here',
  ],
  ['tabs before the fault', 'ASK {\n\t?s ?? }', 2, 5, '"?" cannot stand here'],
  ['two queries', 'ASK { } ; ASK { }', 1, 9, '";" cannot stand here'],
  ['a variable in data', 'INSERT DATA { ?s ?p 1 }', 1, 15, '"?s" cannot stand here'],
  [
    'a variable that is not grouped',
    '# who\nSELECT ?s { ?s ?p ?o } GROUP BY ?p',
    2,
    1,
    'variable not allowed in projection',
  ],
  [
    'a variable named twice',
    'SELECT ?s ?s { ?s ?p ?o }',
    1,
    8,
    'variable s used more than once in SELECT clause',
  ],
  [
    'a very deep nest',
    `ASK ${'{'.repeat(20_000)}${'}'.repeat(20_000)}`,
    1,
    1,
    'the query is nested too deeply',
  ],
];

describe('a text that is no query', () => {
  it.each(FAULTS)('says where and why for %s', (_, text, line, column, reason) => {
    expect(() => parseQuery(text)).toThrow(QuerySyntaxError);
    const error = thrownBy(() => parseQuery(text)) as QuerySyntaxError;
    const { code, details, message, position } = error;
    expect({ code, details, message, position }).toEqual({
      code: 'query-syntax',
      details: { line, column, reason },
      message: `line ${line}, column ${column}: ${reason}`,
      position: { line, column },
    });
  });

  it('does not disturb the query after it', () => {
    thrownBy(() => parseQuery('SELECT * {'));
    expect(parseQuery('ASK { }').form).toBe('ask');
  });
});

const FORMS = [
  ['SELECT ?s { ?s ?p ?o }', 'select'],
  ['# SELECT\nprefix e: <http://e/> ask { }', 'ask'],
  ['CONSTRUCT WHERE { ?s ?p ?o }', 'construct'],
  ['DESCRIBE <http://e/a>', 'describe'],
  ['INSERT DATA { <http://e/a> <http://e/b> 1 }', 'update'],
  ['DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }', 'update'],
  ['CLEAR ALL', 'update'],
] as const;

const ORDERS = [
  ['SELECT ?s { ?s ?p ?o } ORDER BY ?s', true],
  ['SELECT ?s { ?s ?p ?o } LIMIT 1', false],
  ['SELECT ?s { { SELECT ?s { ?s ?p ?o } ORDER BY ?s } }', false],
  ['SELECT ?s { ?s ?p "ORDER BY ?s" }', false],
] as const;

const STARS = [
  ['SELECT * { ?s ?p ?o }', true],
  ['SELECT DISTINCT * { ?s ?p ?o }', true],
  ['SELECT ?s { { SELECT * { ?s ?p ?o } } }', false],
  ['SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', false],
  ['ASK { }', false],
] as const;

const SERVICES = [
  ['SELECT * { SERVICE <http://e/> { ?s ?p ?o } }', true],
  ['SELECT * { service silent ?x { ?s ?p ?o } }', true],
  ['ASK { FILTER NOT EXISTS { { OPTIONAL { SERVICE ?x { } } } } }', true],
  ['SELECT * { { SELECT * { SERVICE <http://e/> { } } } }', true],
  ['SELECT * { ?s <http://e/SERVICE> "SERVICE ?x { }" } # SERVICE <http://e/> { }', false],
] as const;

describe('a query', () => {
  it.each(FORMS)('%s has the form %s', (text, form) => {
    expect(parseQuery(text).form).toBe(form);
  });

  it.each(ORDERS)('%s: has an order of its own: %s', (text, isOrdered) => {
    expect(parseQuery(text).isOrdered).toBe(isOrdered);
  });

  it.each(STARS)('%s: selects all: %s', (text, selectsAll) => {
    expect(parseQuery(text).selectsAll).toBe(selectsAll);
  });

  it.each(SERVICES)('%s: asks other endpoints: %s', (text, usesService) => {
    expect(parseQuery(text).usesService).toBe(usesService);
  });

  it('keeps its text to the letter', () => {
    const text = '#+ title: t\r\nASK { } # end';
    expect(parseQuery(text).text).toBe(text);
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
