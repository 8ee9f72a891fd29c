/** Queries over a dataset: which graphs they see, what they refuse, how they end. */
import { describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import { terms } from '../../src/rdf/index.ts';
import {
  embeddedEngine,
  parseQuery,
  QueryLimitError,
  type QueryRequest,
} from '../../src/sparql/index.ts';
import { askEngine, integer, type PlainAnswer } from '../support/ask-engine.ts';
import { datasetOf } from '../support/dataset-of.ts';

const dataset = await datasetOf(
  `e:g { e:s e:p 1 . e:s e:name "x"@en }
   e:h { e:s e:p 1, 2 . e:t e:part [ e:size 5 ] }
   e:apart { e:s e:p 9 }`,
  { isInDefaultGraph: (graph) => !graph.endsWith('apart') },
);
const engine = embeddedEngine(dataset, { baseIri: 'http://e.example/' });
const ask = (text: string, request?: Omit<QueryRequest, 'query'>) =>
  askEngine(engine, text, request);
const rows = (variables: string, ...of: readonly string[]): PlainAnswer => ({
  variables: variables.split(' '),
  rows: of,
});
const iri = (name: string) => `http://e.example/${name}`;

describe('the dataset of a query', () => {
  it.each([
    [
      'is the union of its graphs, each triple once',
      'SELECT ?v { e:s e:p ?v } ORDER BY ?v',
      rows('v', '1', '2'),
    ],
    ['counts a triple of two graphs once', 'SELECT (COUNT(*) AS ?n) { ?s e:p ?v }', rows('n', '2')],
    [
      'shows each named graph to GRAPH ?g, those apart too',
      'SELECT ?g ?v { GRAPH ?g { e:s e:p ?v } } ORDER BY ?g ?v',
      rows('g v', 'e:apart 9', 'e:g 1', 'e:h 1', 'e:h 2'),
    ],
    ['shows one graph to GRAPH <g>', 'SELECT ?v { GRAPH e:g { e:s e:p ?v } }', rows('v', '1')],
    ['has nothing in an unknown graph', 'ASK { GRAPH e:none { ?s ?p ?o } }', false],
    ['is narrowed by FROM', 'SELECT ?v FROM e:g { e:s e:p ?v }', rows('v', '1')],
    [
      'merges the graphs of two FROM as sets',
      'SELECT ?v FROM e:g FROM e:h { e:s e:p ?v } ORDER BY ?v',
      rows('v', '1', '2'),
    ],
    [
      'may be a graph apart, where FROM names it',
      'SELECT ?v FROM e:apart { e:s e:p ?v }',
      rows('v', '9'),
    ],
    ['is empty after an unknown FROM', 'SELECT ?v FROM e:none { ?s e:p ?v }', rows('v')],
    ['has no named graph after FROM alone', 'ASK FROM e:g { GRAPH ?g { ?s ?p ?o } }', false],
    [
      'has the graphs of FROM NAMED',
      'SELECT ?g ?v FROM NAMED e:g { GRAPH ?g { ?s e:p ?v } }',
      rows('g v', 'e:g 1'),
    ],
    ['has no default graph after FROM NAMED alone', 'ASK FROM NAMED e:g { ?s ?p ?o }', false],
    ['takes the word FROM in a text for a text', 'ASK { e:s e:p 1 FILTER("FROM" != "") }', true],
    [
      'matches a blank node of the pattern as a variable, after FROM too',
      'SELECT ?n FROM e:h { e:t e:part [ e:size ?n ] }',
      rows('n', '5'),
    ],
  ])('%s', async (_, text, expected) => {
    expect(await ask(text)).toEqual(expected);
  });

  const protocol = (defaultGraphs: readonly string[], namedGraphs: readonly string[] = []) => ({
    dataset: { defaultGraphs: defaultGraphs.map(iri), namedGraphs: namedGraphs.map(iri) },
  });

  it.each([
    ['SELECT ?v FROM e:g { ?s e:p ?v }', protocol(['apart']), rows('v', '9')],
    ['SELECT ?v { ?s e:p ?v } ORDER BY ?v', protocol(['g', 'h', 'g']), rows('v', '1', '2')],
    ['SELECT ?v FROM e:g { ?s e:p ?v }', protocol([], ['h']), rows('v')],
    [
      'SELECT ?g ?v FROM e:g FROM NAMED e:g { GRAPH ?g { ?s e:p ?v } } ORDER BY ?v',
      protocol([], ['h']),
      rows('g v', 'e:h 1', 'e:h 2'),
    ],
    ['ASK { <s> <p> 9 }', protocol(['apart']), true],
    ['CONSTRUCT { ?s e:q ?v } { ?s e:p ?v }', protocol(['g']), { triples: ['e:s e:q 1'] }],
    ['DESCRIBE e:s', protocol(['apart']), { triples: ['e:s e:p 9'] }],
    ['SELECT ?v FROM e:g { ?s e:p ?v }', protocol([]), rows('v', '1')],
  ])('%s: gives way to the dataset of the request %j', async (text, request, expected) => {
    expect(await ask(text, request)).toEqual(expected);
  });
});

describe('values given with a query', () => {
  it.each([
    ['SELECT ?v { ?s e:p ?v }', 's', terms.namedNode(iri('t')), rows('v')],
    ['SELECT ?s ?v { ?s e:p ?v }', 'v', integer(2), rows('s v', 'e:s 2')],
    ['SELECT ?v { ?s e:p ?v FILTER(?v > ?least) }', 'least', integer(1), rows('v', '2')],
    ['ASK { ?s e:name ?name }', 'name', terms.literal('x'), false],
    ['ASK { ?s e:name ?name }', 'name', terms.literal('x', 'en'), true],
  ])('%s: stand for ?%s from the start', async (text, name, value, expected) => {
    expect(await ask(text, { bindings: new Map([[name, value]]) })).toEqual(expected);
  });
});

describe('an answer', () => {
  it.each([
    ['SELECT * { OPTIONAL { ?zoo e:none ?a } ?s e:name ?name }', 'zoo a s name'],
    ['SELECT * { ?ab e:name ?a }', 'ab a'],
    ['SELECT ?name ?s { ?s e:name ?name }', 'name s'],
  ])('to %s has its variables in the order of their mention', async (text, variables) => {
    expect(await ask(text)).toMatchObject({ variables: variables.split(' ') });
  });

  it('leaves unbound what nothing binds, and what an error would bind', async () => {
    expect(
      await ask('SELECT ?s ?v ?x { ?s e:name ?n OPTIONAL { ?s e:none ?v } BIND(1/0 AS ?x) }'),
    ).toEqual(rows('s v x', 'e:s - -'));
  });

  it('keeps blank nodes apart and together', async () => {
    expect(await ask('SELECT ?b ?n { e:t e:part ?b . ?b e:size ?n }')).toEqual(rows('b n', '[] 5'));
  });

  it('to CONSTRUCT has no triple that RDF does not have', async () => {
    expect(await ask('CONSTRUCT { ?v e:of ?s . ?s ?v 1 . ?s e:has ?v } { ?s e:name ?v }')).toEqual({
      triples: ['e:s e:has "x"@en'],
    });
  });

  it('resolves relative IRIs against the base', async () => {
    expect(await ask('ASK { <s> <p> 1 }')).toBe(true);
  });
});

const REFUSALS = [
  [
    'INSERT DATA { e:s e:p 1 }',
    'read-only',
    'this endpoint is read-only: it takes queries, not updates',
  ],
  [
    'SELECT * { SERVICE e:x { ?s ?p ?o } }',
    'service-refused',
    'SERVICE <http://e.example/x> is not allowed: the operator of this server can allow it with --service-allow http://e.example/x',
  ],
  [
    'SELECT (e:f(1) AS ?x) { }',
    'query-evaluation',
    'the query cannot be answered: the function <http://e.example/f> is not known here',
  ],
] as const;

describe('a query that is refused', () => {
  it.each(REFUSALS)('%s: says why on one line', async (text, code, message) => {
    const error: unknown = await ask(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GraphpressError);
    expect({ code: (error as GraphpressError).code, message: (error as Error).message }).toEqual({
      code,
      message,
    });
  });
});

describe('a query that is given up', () => {
  const reason = new Error('given up');
  const text = 'SELECT * { ?a ?b ?c }';

  it('before it begins, does not begin', async () => {
    const query = parseQuery(text);
    await expect(engine.query({ query, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('after its first row, gives no other', async () => {
    const controller = new AbortController();
    const result = await engine.query({ query: parseQuery(text), signal: controller.signal });
    if (result.kind !== 'solutions') throw new Error('no solutions');
    const seen: unknown[] = [];
    const read = async () => {
      for await (const solution of result.solutions) {
        seen.push(solution);
        controller.abort(reason);
      }
    };
    await expect(read()).rejects.toBe(reason);
    expect(seen).toHaveLength(1);
  });

  it('at its deadline, while it looks for its first row, says what the limit is', async () => {
    const many = await datasetOf(
      Array.from({ length: 300 }, (_, n) => `e:s${n} e:p ${n} .`).join('\n'),
    );
    const query = parseQuery(
      'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i < 0) }',
    );
    const slow = embeddedEngine(many, { baseIri: 'http://e.example/', timeoutMs: 50 });
    const result = await slow.query({ query });
    if (result.kind !== 'solutions') throw new Error('no solutions');
    const read = async () => {
      for await (const _ of result.solutions) throw new Error('a row where there is none');
    };
    await expect(read()).rejects.toEqual(new QueryLimitError('time', 50));
  });
});

describe('counts by graph', () => {
  it.each([
    [
      'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g',
      'e:apart 1',
      'e:g 2',
      'e:h 4',
    ],
    [
      'SELECT ?g (COUNT(?v) AS ?n) { GRAPH ?g { e:s e:p ?v } } GROUP BY ?g ORDER BY ?g',
      'e:apart 1',
      'e:g 1',
      'e:h 2',
    ],
    ['SELECT ?g (COUNT(*) AS ?n) FROM NAMED e:h { GRAPH ?g { ?s e:p ?o } } GROUP BY ?g', 'e:h 2'],
    ['SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s e:none ?o } } GROUP BY ?g'],
    [
      'SELECT ?g (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s e:p ?o } } GROUP BY ?g ORDER BY ?g',
      'e:apart 1',
      'e:g 1',
      'e:h 1',
    ],
  ])('%s', async (text, ...expected) => {
    expect(await ask(text)).toEqual(rows('g n', ...expected));
  });
});
