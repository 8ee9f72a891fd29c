/** Mistakes of our engine that the oracles found. */
import { describe, expect, it } from 'vitest';
import { terms } from '../../../src/rdf/index.ts';
import { embeddedEngine, parseQuery } from '../../../src/sparql/index.ts';
import { buildStore } from '../../../src/store/index.ts';
import { readQuads } from '../../support/read-quads.ts';
import { BASE_IRI } from './base-iri.ts';
import { askOurs } from './difference.ts';
import { nquadsOf, PREFIXES, short } from './plain-rows.ts';
import { plainResult } from './plain-result.ts';

const CASES: readonly [what: string, data: string, query: string, answer: unknown][] = [
  [
    'OPTIONAL starts a union from its rows',
    'e:s e:p e:s e:g',
    'SELECT * { ?a e:p ?a OPTIONAL { { ?a e:p+ ?b } UNION { ?a e:none ?b } } }',
    ['a=e:s b=e:s'],
  ],
  [
    'EXISTS starts a union from its rows',
    'e:s e:p e:o e:g',
    'SELECT ?a { ?a e:p ?b FILTER EXISTS { { ?b e:p ?c } UNION { ?a e:p ?c } } }',
    ['a=e:s'],
  ],
  [
    'OPTIONAL within OPTIONAL knows its rows from those of the outer one',
    'e:s e:p e:t e:g; e:t e:p e:u e:g; e:u e:p e:v e:g',
    'SELECT ?d { ?a e:p ?b OPTIONAL { ?b e:p ?c OPTIONAL { ?c e:p ?d FILTER(?d != ?b) } } }',
    ['', '', 'd=e:v'],
  ],
  [
    'the empty group has no solution in a graph that is none',
    'e:s e:p e:o e:g',
    'ASK { GRAPH e:none { } }',
    false,
  ],
  ['the empty group has one in a graph that is', 'e:s e:p e:o e:g', 'ASK { GRAPH e:g { } }', true],
  [
    'OPTIONAL has no solution in a graph that is none',
    'e:s e:p e:o e:g',
    'SELECT * { GRAPH e:none { OPTIONAL { ?a e:p ?b } } }',
    [],
  ],
  [
    'zero steps have no solution in a graph that is none',
    'e:s e:p e:o e:g',
    'SELECT * { GRAPH e:none { e:s e:p* ?b } }',
    [],
  ],
  [
    'a count has no solution in a graph that is none',
    'e:s e:p e:o e:g',
    'SELECT * { GRAPH e:none { SELECT (COUNT(*) AS ?n) { ?a e:p ?b } } }',
    [],
  ],
  [
    'a value that is no node of the graph is not at zero steps from itself',
    'e:s e:p e:o e:g',
    'SELECT * { VALUES ?a { e:none e:s } ?a e:p* ?b }',
    ['a=e:s b=e:o', 'a=e:s b=e:s'],
  ],
  [
    'nor is one at the end of the path',
    'e:s e:p e:o e:g',
    'SELECT * { VALUES ?b { e:none e:o } ?a e:p? ?b }',
    ['a=e:o b=e:o', 'a=e:s b=e:o'],
  ],
  [
    'a value meets a term of the query at zero steps from itself',
    'e:s e:p e:o e:g',
    'SELECT * { VALUES ?b { e:none e:o } e:none e:p* ?b }',
    ['b=e:none'],
  ],
  [
    'strings are cut at integers',
    'e:s e:p e:o e:g',
    'SELECT (SUBSTR("abc", 1.5) AS ?x) (SUBSTR("abc", 2, 1e0) AS ?y) (SUBSTR("abc", 2) AS ?z) {}',
    ['z="bc"^^string'],
  ],
  [
    'IRI() keeps the characters of a relative IRI',
    'e:s e:p e:o e:g',
    'SELECT (STR(IRI("é/../ö?ü")) AS ?x) (STR(IRI("//é/x")) AS ?y) (STR(IRI("")) AS ?z) {}',
    ['x="http://base.example/ö?ü"^^string y="http://é/x"^^string z="http://base.example/"^^string'],
  ],
];

const GIVEN: readonly [what: string, query: string, graph: string, answer: unknown][] = [
  ['paths', 'SELECT ?b { GRAPH ?g { ?a e:p+ ?b } }', 'g', ['b=e:o']],
  ['subqueries', 'SELECT * { GRAPH ?g { SELECT ?b { ?a e:p ?b } } }', 'h', ['b=e:x g=e:h']],
  ['optional parts', 'SELECT ?b { GRAPH ?g { OPTIONAL { ?a e:p ?b } } }', 'g', ['b=e:o']],
  ['nothing', 'SELECT * { GRAPH ?g { } }', 'g', ['g=e:g']],
  ['nothing, if there is no such graph', 'SELECT * { GRAPH ?g { } }', 'none', []],
  [
    'patterns of filters',
    'SELECT ?b { GRAPH ?g { ?a e:p* ?b FILTER NOT EXISTS { ?b e:p ?c } } }',
    'h',
    ['b=e:x', 'b=e:x'],
  ],
];

describe('our engine', () => {
  it.each(CASES)('%s', async (_, data, query, answer) => {
    expect(short(await askOurs(nquadsOf(data), PREFIXES + query))).toEqual(answer);
  });

  it.each(GIVEN)('looks into the graph that is given, for %s', async (_, query, graph, answer) => {
    const quads = await readQuads(nquadsOf('e:s e:p e:o e:g; e:s e:p e:x e:h'), {
      format: 'nquads',
    });
    const engine = embeddedEngine(buildStore(quads, { version: 'test' }), { baseIri: BASE_IRI });
    const bindings = new Map([['g', terms.namedNode(`http://e.example/${graph}`)]]);
    const result = await engine.query({ query: parseQuery(PREFIXES + query), bindings });
    expect(short(await plainResult(result))).toEqual(answer);
  });
});
