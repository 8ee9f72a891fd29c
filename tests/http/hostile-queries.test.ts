/**
 * Queries that would take all there is: time, memory, stack. Each ends as the limit says, in words, and those who ask
 * something else at the same moment do not notice.
 */
import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/index.ts';
import type { Publication } from '../../src/publication/index.ts';
import {
  pooledEngine,
  type LimitedEngine,
  type PooledEngineOptions,
} from '../../src/sparql/index.ts';
import { type Client, clientOf, queryPath } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const TRIPLES = [
  ...Array.from({ length: 400 }, (_, n) => `e:s${n} e:p ${n} .`),
  `e:x e:text "${'a'.repeat(40)}!" .`,
];

let publication: Publication;
const engines: LimitedEngine[] = [];
const withLimits = (limits: Pick<PooledEngineOptions, 'timeoutMs' | 'maxBytes'>): Publication => {
  const { base, dataset, prefixes } = publication;
  const engine = pooledEngine(dataset, { baseIri: base, prefixes, workers: 1, ...limits });
  engines.push(engine);
  return { ...publication, engine };
};

/** One whose queries end by themselves, and one with little time for each. */
let patient: Client;
let hurried: Client;
let server: ServerType;
let origin: string;

beforeAll(async () => {
  const text = `@prefix e: <http://site.example/> .\n${TRIPLES.join('\n')}`;
  publication = await publicationOf({ 'data/many.ttl': text }, { base: 'http://site.example/' });
  patient = clientOf(withLimits({ timeoutMs: 60_000 }));
  const soonOver = withLimits({ timeoutMs: 300 });
  hurried = clientOf(soonOver);
  const app = createApp({ publication: () => soonOver });
  server = await new Promise((resolve) => {
    const listening: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(listening),
    );
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await Promise.all(engines.map((engine) => engine.close()));
});

const PROLOGUE = 'PREFIX e: <http://site.example/> ';
const posted = (query: string, accept = 'text/csv'): RequestInit => ({
  method: 'POST',
  headers: { accept, 'content-type': 'application/sparql-query' },
  body: PROLOGUE + query,
});
const statusAndBody = async (response: Response) => ({
  status: response.status,
  retryAfter: response.headers.get('retry-after'),
  body: response.headers.get('content-type')?.includes('json')
    ? ((await response.json()) as unknown)
    : await response.text(),
});

const CROSS =
  'SELECT (COUNT(*) AS ?n) { ?a e:p ?x . ?b e:p ?y . ?c e:p ?z FILTER(?x + ?y + ?z < 0) }';
const OVER_TIME = {
  status: 503,
  retryAfter: '10',
  body: {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    code: 'query-timeout',
    detail:
      'the query took longer than the 0.3 s that one query may take here: ask for less, or add a LIMIT inside',
    limit: 'time',
    allowedMs: 300,
  },
};

describe('a query that never ends', () => {
  it.each([
    ['a product of everything with everything', CROSS],
    [
      'a regular expression that tries every way to split a text',
      'ASK { e:x e:text ?text FILTER(REGEX(?text, "^(a+)+$")) }',
    ],
    ['an order of a product', 'SELECT * { ?a e:p ?x . ?b e:p ?y . ?c e:p ?z } ORDER BY ?z ?y'],
    [
      'paths from everywhere to everywhere, many times over',
      'SELECT (COUNT(*) AS ?n) { ?a (e:p|!e:p)* ?b . ?c (e:p|!e:p)* ?d . ?e (e:p|!e:p)* ?f }',
    ],
  ])('%s: ends at its deadline, and says what the limit is', async (_, query) => {
    const response = await hurried('/sparql', posted(query));
    expect(await statusAndBody(response)).toEqual(OVER_TIME);
  });

  it('lets others be answered meanwhile, even where it cannot be interrupted', async () => {
    const client = clientOf(withLimits({ timeoutMs: 60_000 }));
    const controller = new AbortController();
    const hostile = posted('ASK { e:x e:text ?text FILTER(REGEX(?text, "^(a+)+$")) }');
    let isOver = false;
    const ending = client('/sparql', { ...hostile, signal: controller.signal })
      .catch(() => 'given up')
      .finally(() => {
        isOver = true;
      });
    const questions = [
      'ASK { e:s1 e:p 1 }',
      'SELECT ?s { ?s e:p ?v FILTER(REGEX(STR(?s), "s7$")) }',
      'SELECT (MAX(?v) AS ?most) { ?s e:p ?v }',
    ];
    const others = await Promise.all(
      questions.map(async (query) => (await client('/sparql', posted(query))).status),
    );
    expect({ others, isOver }).toEqual({ others: [200, 200, 200], isOver: false });
    controller.abort();
    expect(await ending).toBe('given up');
  });

  it('computes elsewhere: the thread that serves requests is idle', async () => {
    const before = performance.eventLoopUtilization();
    await hurried('/sparql', posted(CROSS));
    // A part of the time, not a time: a query that ran here would take all of it, on a busy machine too. One that runs
    // elsewhere takes some hundredths.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it('is a page with the status of the error for a browser', async () => {
    const response = await hurried('/sparql', posted(CROSS, 'text/html'));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      503,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('longer than the 0.3 s');
  });
});

describe('an answer that never ends', () => {
  /** Its first rows come at once; the others take longer than there is time. */
  const ENDLESS = 'SELECT ?a ?x ?b ?y ?c { ?a e:p ?x . ?b e:p ?y . ?c e:p ?z . ?d e:p ?w }';

  it.each(['text/csv', 'text/tab-separated-values', 'application/sparql-results+json'])(
    'in %s breaks off with an error after it began, and is never a short whole one',
    async (accept) => {
      const response = await hurried('/sparql', posted(ENDLESS, accept));
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toMatchObject({ code: 'query-timeout' });
    },
  );

  // A chunked body without its last chunk is incomplete: https://www.rfc-editor.org/rfc/rfc9112#section-8
  it('is cut off on the wire, so that no client takes it for whole', async () => {
    const response = await fetch(`${origin}/sparql`, posted(ENDLESS, 'text/csv'));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });
});

describe('a query that holds too much', () => {
  it('ends, and says what the limit is', async () => {
    const narrow = clientOf(withLimits({ timeoutMs: 60_000, maxBytes: 4 * 1024 * 1024 }));
    const query = 'SELECT * { ?a e:p ?x . ?b e:p ?y . ?c e:p ?z } ORDER BY ?z ?y';
    expect(await statusAndBody(await narrow('/sparql', posted(query)))).toMatchObject({
      status: 503,
      retryAfter: '10',
      body: {
        code: 'query-memory',
        detail: 'the query needs more than the 4 MiB that one query may hold here: ask for less',
        allowedBytes: 4 * 1024 * 1024,
      },
    });
  });
});

const times = (text: string, count: number, separator = '') =>
  Array.from({ length: count }, () => text).join(separator);
const numbered = (count: number, make: (n: number) => string, separator = ' ') =>
  Array.from({ length: count }, (_, n) => make(n)).join(separator);

type Outcome = readonly [status: number, answer: string];
const TOO_DEEP: Outcome = [400, 'line 1, column 1: the query is nested too deeply'];
const TOO_DEEP_TO_PLAN: Outcome = [400, 'the query cannot be answered: it is nested too deeply'];
const TOO_MANY_JOINED: Outcome = [
  400,
  'the query cannot be answered: it joins more than 250 patterns: ask in parts',
];
const TOO_MANY_AGGREGATES: Outcome = [
  400,
  'the query cannot be answered: it has more than 250 aggregates: ask in parts',
];
const csv = (...lines: readonly string[]): Outcome => [200, `${lines.join('\r\n')}\r\n`];
const TRUE = csv('boolean', 'true');
const FALSE = csv('boolean', 'false');

const SIZES: readonly [what: string, query: string, expected: Outcome][] = [
  ['10,000 braces', `ASK ${times('{', 10_000)}${times('}', 10_000)}`, TOO_DEEP],
  ['10,000 open braces', `ASK ${times('{', 10_000)}`, TOO_DEEP],
  ['10,000 parentheses', `ASK { FILTER(${times('(', 10_000)}1${times(')', 10_000)}) }`, TOO_DEEP],
  ['10,000 negations', `ASK { FILTER(${times('!(', 10_000)}true${times(')', 10_000)}) }`, TOO_DEEP],
  [
    '10,000 calls within calls',
    `SELECT (${times('STR(', 10_000)}1${times(')', 10_000)} AS ?x) {}`,
    TOO_DEEP,
  ],
  [
    '10,000 subqueries within subqueries',
    `SELECT * ${times('{ SELECT * ', 10_000)}{}${times('}', 10_000)}`,
    TOO_DEEP,
  ],
  [
    '10,000 EXISTS within EXISTS',
    `ASK { ${times('FILTER EXISTS { ', 10_000)}?s ?p ?o${times('}', 10_000)} }`,
    TOO_DEEP,
  ],
  [
    '10,000 lists within lists',
    `ASK { ?s ?p ${times('(', 10_000)}1${times(')', 10_000)} }`,
    TOO_DEEP,
  ],
  [
    '10,000 paths within paths',
    `ASK { ?s ${times('^(', 10_000)}e:p${times(')', 10_000)} ?o }`,
    TOO_DEEP,
  ],
  ['5,000 conjuncts', `ASK { FILTER(${times('true', 5000, '&&')}) }`, TOO_DEEP_TO_PLAN],
  ['900 conjuncts', `ASK { FILTER(${times('true', 900, '&&')}) }`, TRUE],
  ['5,000 FILTERs', `ASK { ${times('FILTER(true)', 5000)} }`, TOO_DEEP_TO_PLAN],
  [
    '5,000 values bound',
    `ASK { ${numbered(5000, (n) => `BIND(${n} AS ?x${n})`)} }`,
    TOO_DEEP_TO_PLAN,
  ],
  [
    '400 values bound',
    `SELECT ?x399 { ${numbered(400, (n) => `BIND(${n} AS ?x${n})`)} }`,
    csv('x399', '399'),
  ],
  [
    '5,000 OPTIONALs',
    `ASK { ?s ?p ?o ${times('OPTIONAL { ?s e:p ?v } ', 5000)} }`,
    TOO_DEEP_TO_PLAN,
  ],
  ['5,000 MINUS', `ASK { ?s ?p ?o ${times('MINUS { ?s e:q ?v } ', 5000)} }`, TOO_DEEP_TO_PLAN],
  [
    '5,000 expressions selected',
    `SELECT ${numbered(5000, (n) => `(${n} AS ?x${n})`)} {}`,
    TOO_DEEP_TO_PLAN,
  ],
  ['5,000 triples', `ASK { ${times('?s ?p ?o . ', 5000)} }`, TOO_MANY_JOINED],
  ['250 triples', `ASK { ${times('?s ?p ?o . ', 250)} }`, TRUE],
  ['5,000 groups', `ASK { ${times('{ ?s ?p 1 } ', 5000)} }`, TOO_MANY_JOINED],
  ['a path of 5,000 steps', `ASK { ?s ${times('e:p', 5000, '/')} ?o }`, TOO_MANY_JOINED],
  ['a path of 200 steps', `ASK { ?s ${times('e:p', 200, '/')} ?o }`, FALSE],
  ['a path of 5,000 repeated steps', `ASK { ?s ${times('e:p*', 5000, '/')} ?o }`, TOO_MANY_JOINED],
  ['a path of 5,000 alternatives', `ASK { e:s1 ${times('e:p', 5000, '|')} 1 }`, TRUE],
  ['a list of 5,000 members', `ASK { ?s ?p (${times('1', 5000, ' ')}) }`, TOO_MANY_JOINED],
  [
    '2,000 aggregates',
    `SELECT ${numbered(2000, (n) => `(SUM(?v + ${n}) AS ?x${n})`)} { ?s e:p ?v }`,
    TOO_MANY_AGGREGATES,
  ],
  [
    'a UNION of 5,000',
    `SELECT (COUNT(*) AS ?n) { ${times('{ ?s e:p 1 }', 5000, ' UNION ')} }`,
    csv('n', '5000'),
  ],
  ['a choice of 10,000 values', `ASK { FILTER(9999 IN (${numbered(10_000, String, ',')})) }`, TRUE],
  [
    'VALUES of 100,000 rows',
    `SELECT (COUNT(*) AS ?n) { VALUES ?v { ${numbered(100_000, String)} } ?s e:p ?v }`,
    csv('n', '400'),
  ],
  [
    'a variable of 900,000 letters',
    `SELECT ?${times('a', 900_000)} {}`,
    csv(times('a', 900_000), ''),
  ],
  ['a comment of 900,000 letters', `ASK {} # ${times('a', 900_000)}`, TRUE],
  [
    '400,000 escaped quotes in a text that does not end',
    `ASK { ?s ?p "${times(String.raw`\"`, 400_000)}`,
    [400, 'line 1, column 46: the character """ cannot stand here'],
  ],
];

describe('a query of an unusual size', () => {
  it.each(SIZES)('%s', async (_, query, expected) => {
    const response = await patient('/sparql', posted(query));
    const { status, body } = await statusAndBody(response);
    const answer = typeof body === 'string' ? body : (body as { detail: string }).detail;
    expect([status, answer]).toEqual(expected);
  });

  it('longer than a query may be is refused, whatever it is', async () => {
    const long = `ASK {} # ${times('a', 2 ** 20)}`;
    const detail = 'the query is longer than 1048576 bytes: make it shorter';
    const posting = await statusAndBody(await patient('/sparql', posted(long)));
    expect(posting).toMatchObject({ status: 413, body: { detail, limit: 1_048_576 } });
    const inUrl = await statusAndBody(await patient(queryPath(long)));
    expect(inUrl).toMatchObject({ status: 414, body: { code: 'uri-too-long', detail } });
  });

  it('in a URL longer than Node reads is refused before it gets here', async () => {
    const response = await fetch(`${origin}${queryPath(`ASK {} # ${times('a', 100_000)}`)}`);
    expect(response.status).toBe(431);
  });
});
