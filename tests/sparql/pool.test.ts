/** Queries in worker threads: they end in time, nobody else notices, and readers set the pace. */
import { getEventListeners } from 'node:events';
import { text as readText } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import { terms } from '../../src/rdf/index.ts';
import {
  chunksOf,
  embeddedEngine,
  parseQuery,
  pooledEngine,
  QueryLimitError,
  type WrittenAnswer,
} from '../../src/sparql/index.ts';
import { askEngine, integer } from '../support/ask-engine.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { startServer } from '../support/http-server.ts';

const store = await datasetOf(
  [
    ...Array.from({ length: 400 }, (_, n) => `e:s${n} e:p ${n} ; e:q "${'a'.repeat(30)}${n}" .`),
    'e:x e:label "您好"@zh, "x"@en ; e:of [ e:n 1.5 ] .',
  ].join('\n'),
);
const options = { baseIri: 'http://e.example/', prefixes: new Map(), workers: 1 };
const engine = pooledEngine(store, options);
const hasty = pooledEngine(store, { ...options, timeoutMs: 400 });
afterAll(() => Promise.all([engine.close(), hasty.close()]));

const CROSS =
  'SELECT (COUNT(*) AS ?n) { ?a e:p ?x . ?b e:p ?y . ?c e:p ?z FILTER(?x + ?y + ?z < 0) }';
const prologue = 'PREFIX e: <http://e.example/> ';
const text = async (query: string, format: string, asked = engine) => {
  let written = '';
  const decoder = new TextDecoder();
  const answer = await asked.write({ query: parseQuery(prologue + query) }, format);
  for await (const chunk of chunksOf(answer)) written += decoder.decode(chunk, { stream: true });
  return written;
};
const readAll = async (answer: WrittenAnswer) => {
  for await (const _ of chunksOf(answer));
};
const fail = (query: string, asked = engine) =>
  text(query, 'json', asked).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('answers from another thread', () => {
  const inThread = embeddedEngine(store, options);

  it.each([
    'SELECT * { ?s e:p ?v } ORDER BY ?v LIMIT 3',
    'SELECT ?l ?x { e:x e:label ?l OPTIONAL { e:x e:none ?x } } ORDER BY ?l',
    'ASK { e:x e:label "x"@en }',
    'CONSTRUCT { ?s e:half ?h } { ?s e:p ?v . BIND(?v / 2 AS ?h) } ORDER BY ?s LIMIT 2',
    'DESCRIBE e:x',
    'SELECT (<<( e:x e:p 1 )>> AS ?t) {}',
  ])('to %s are those of this thread', async (query) => {
    expect(await askEngine(engine, query)).toEqual(await askEngine(inThread, query));
  });

  it('take values that variables have from the start', async () => {
    const bindings = new Map([['v', integer(7)]]);
    expect(await askEngine(engine, 'SELECT ?s { ?s e:p ?v }', { bindings })).toEqual({
      variables: ['s'],
      rows: ['e:s7'],
    });
    expect(terms.literal('7').value).toBe('7');
  });

  it('say what is wrong with a query, as this thread does', async () => {
    expect(await fail('SELECT (e:f(1) AS ?x) {}')).toEqual(
      new GraphpressError(
        'query-evaluation',
        'the query cannot be answered: the function <http://e.example/f> is not known here',
      ),
    );
  });
});

describe('a long query', () => {
  const long = (end: string) => `${prologue}SELECT ?s { ?s e:p ${'1, '.repeat(20_000)}${end} }`;

  it('is read in another thread, with the same result', async () => {
    expect(await engine.parse(long('2'))).toEqual(parseQuery(long('2')));
  });

  it('says where it is wrong, as a short one does', async () => {
    const message = await Promise.resolve(engine.parse(long('2 }'))).catch(
      (error: unknown) => (error as Error).message,
    );
    expect(() => parseQuery(long('2 }'))).toThrow(message as string);
  });
});

describe('a query that takes too much', () => {
  it('of time ends at its deadline', async () => {
    expect(await fail(CROSS, hasty)).toEqual(new QueryLimitError('time', 400));
  });

  it('of time in one regular expression ends too, and its worker is replaced', async () => {
    const hostile = 'SELECT * { ?s e:q ?v FILTER(REGEX(?v, "^(a|a|a)*$")) }';
    expect(await fail(hostile, hasty)).toEqual(new QueryLimitError('time', 400));
    expect(await text('ASK {}', 'csv', hasty)).toBe('boolean\r\ntrue\r\n');
  });

  it('of memory ends', async () => {
    const narrow = pooledEngine(store, { ...options, timeoutMs: 60_000, maxBytes: 4_000_000 });
    const query = parseQuery(`${prologue}SELECT DISTINCT ?a ?b { ?a e:p ?x . ?b e:p ?y }`);
    await expect(narrow.write({ query }, 'csv').then(readAll)).rejects.toEqual(
      new QueryLimitError('memory', 4_000_000),
    );
    await narrow.close();
  });

  it('lets others be answered meanwhile', async () => {
    const patient = pooledEngine(store, { ...options, timeoutMs: 60_000 });
    const controller = new AbortController();
    const query = parseQuery(prologue + CROSS);
    const slow = patient
      .write({ query, signal: controller.signal }, 'json')
      .catch(() => 'given up');
    expect(await askEngine(patient, 'ASK { e:s1 e:p 1 }')).toBe(true);
    controller.abort();
    expect(await slow).toBe('given up');
    await patient.close();
  });

  it('ends when nobody waits any more', async () => {
    const controller = new AbortController();
    const patient = pooledEngine(store, { ...options, timeoutMs: 60_000 });
    const query = parseQuery(prologue + CROSS);
    const written = patient.write({ query, signal: controller.signal }, 'json');
    setTimeout(() => controller.abort(new Error('gone')), 30);
    await expect(written).rejects.toThrow('gone');
    expect(await askEngine(patient, 'ASK {}')).toBe(true);
    await patient.close();
  });
});

describe('close', () => {
  const closed = new GraphpressError('closed', 'this publication is closed');

  it('fails the queries that run and those that are queued', async () => {
    const pool = pooledEngine(store, { ...options, timeoutMs: 60_000 });
    const query = parseQuery(prologue + CROSS);
    const failures = Array.from({ length: 12 }, () =>
      pool.write({ query }, 'json').catch((error: unknown) => error),
    );
    await pool.close();
    expect(await Promise.all(failures)).toEqual(failures.map(() => closed));
  });

  it('releases the signal of a query that has ended', async () => {
    const pool = pooledEngine(store, { ...options, timeoutMs: 60_000 });
    const { signal } = new AbortController();
    const query = parseQuery(`${prologue}SELECT (COUNT(*) AS ?n) { ?a e:p ?x . ?b e:p ?y }`);
    await pool.write({ query, signal }, 'json').then(readAll);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await pool.close();
  });
});

describe('a long answer', () => {
  const all = 'SELECT ?a ?b ?v { ?a e:p ?x . ?b e:q ?v }';

  it('is whole', async () => {
    const lines = (await text(all, 'tsv')).split('\n');
    expect(lines).toHaveLength(400 * 400 + 2);
  });

  it('waits for its reader, while others are answered', async () => {
    const { rest } = await engine.write({ query: parseQuery(prologue + all) }, 'tsv');
    expect(await text('ASK {}', 'csv')).toBe('boolean\r\ntrue\r\n');
    await rest?.return?.();
  });
});

describe('queries that ask the endpoint itself', () => {
  const served = pooledEngine(store, { ...options, serviceAllow: ['http://127.0.0.1:*/*'] });
  afterAll(() => served.close());
  const count = async (query: string, endpoint: string) => {
    const answer = await served.write({ query: parseQuery(prologue + query), endpoint }, 'csv');
    let written = '';
    for await (const chunk of chunksOf(answer)) written += new TextDecoder().decode(chunk);
    return written;
  };

  it('at its own URL and by way of the network are answered, many at a time, by one worker', async () => {
    const self = await startServer((request, response) => {
      void readText(request).then(async (body) => {
        const query = parseQuery(new URLSearchParams(body).get('query') ?? '');
        const answer = await served.write({ query }, 'json');
        response.writeHead(200, { 'content-type': 'application/sparql-results+json' });
        for await (const chunk of chunksOf(answer)) response.write(chunk);
        response.end();
      });
    });
    const query = `SELECT (COUNT(*) AS ?n) { SERVICE <${self.origin}/sparql> { ?a e:p ?x } }`;
    const asked = Array.from({ length: 12 }, (_, number) =>
      count(query, number % 2 === 0 ? `${self.origin}/sparql` : 'http://elsewhere.example/'),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['n\r\n400\r\n']));
    await self.close();
  });

  it('give up at their deadline where nobody answers', async () => {
    const silent = await startServer(() => {});
    const impatient = pooledEngine(store, {
      ...options,
      timeoutMs: 300,
      serviceAllow: ['http://127.0.0.1:*/*'],
    });
    const query = parseQuery(`ASK { SERVICE <${silent.origin}/> { ?s ?p ?o } }`);
    const limit = new QueryLimitError('time', 300);
    await expect(impatient.write({ query }, 'csv')).rejects.toEqual(limit);
    await impatient.close();
    await silent.close();
  });
});
