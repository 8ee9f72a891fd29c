/** What stands around an answer: validators, links, negotiation, manners between sites. */
import { beforeAll, describe, expect, it } from 'vitest';
import { STYLESHEET_PATH } from '../../src/site/index.ts';
import { accepting, type Client, clientOf, queryPath, withHeaders } from '../support/client.ts';
import { openRepository } from '../support/repository.ts';

let client: Client;
beforeAll(async () => {
  client = clientOf(await openRepository());
});

const ASK = queryPath('ASK {}');

/** Requests of every kind. */
const REQUESTS: readonly [what: string, path: string, init: RequestInit][] = [
  ['the front page', '/', accepting('text/html')],
  ['the dataset', '/', accepting('text/turtle')],
  ['an answer', ASK, {}],
  ['an answer as a page', ASK, accepting('text/html')],
  ['the endpoint', '/sparql', accepting('text/turtle')],
  ['a thing', '/id/org/unesco', {}],
  ['a document', '/doc/org/unesco', {}],
  ['a page about a thing', '/doc/org/unesco', accepting('text/html')],
  ['an ontology', '/def/edu', {}],
  ['a graph', '/graph/entities', {}],
  ['the stylesheet', `/${STYLESHEET_PATH}`, {}],
  ['the state of health', '/health', {}],
  ['an unknown thing', '/id/org/nobody', {}],
  ['a malformed query', queryPath('ASK'), {}],
  ['a wrong method', '/', { method: 'PUT' }],
  ['what nobody can give', '/doc/org/unesco', accepting('image/png')],
  ['a preflight', '/sparql', { method: 'OPTIONS' }],
];

it.each(REQUESTS)('any site may read %s', async (_, path, init) => {
  const { headers } = await client(path, init);
  expect({
    origin: headers.get('access-control-allow-origin'),
    exposed: headers.get('access-control-expose-headers')?.split(', ').toSorted(),
    sniffing: headers.get('x-content-type-options'),
  }).toEqual({
    origin: '*',
    exposed: [
      'Allow',
      'Content-Disposition',
      'Content-Location',
      'ETag',
      'Last-Modified',
      'Link',
      'Location',
      'Memento-Datetime',
      'Retry-After',
      'Vary',
    ],
    sniffing: 'nosniff',
  });
});

it.each(REQUESTS.filter(([, , { method = 'GET' }]) => method === 'GET'))(
  'HEAD of %s has the headers of GET and no body',
  async (_, path, init) => {
    const get = await client(path, init);
    const head = await client(path, { ...init, method: 'HEAD' });
    expect([head.status, [...head.headers]]).toEqual([get.status, [...get.headers]]);
    expect(await head.text()).toBe('');
  },
);

describe('OPTIONS', () => {
  it.each([
    ['the endpoint', '/sparql', 'GET, HEAD, OPTIONS, POST'],
    ['a thing', '/id/org/unesco', 'GET, HEAD, OPTIONS'],
    ['a document', '/doc/org/unesco', 'GET, HEAD, OPTIONS'],
  ])('of %s says what is possible, for another site too', async (_, path, methods) => {
    const response = await client(path, { method: 'OPTIONS' });
    const { headers } = response;
    expect({
      status: response.status,
      body: await response.text(),
      allow: headers.get('allow'),
      methods: headers.get('access-control-allow-methods'),
      headers: headers.get('access-control-allow-headers'),
      maxAge: headers.get('access-control-max-age'),
    }).toEqual({
      status: 204,
      body: '',
      allow: methods,
      methods,
      headers:
        'Accept, Accept-Datetime, Accept-Language, Authorization, Content-Type, If-Modified-Since, If-None-Match',
      maxAge: '86400',
    });
  });
});

describe('validators', () => {
  const VALIDATED = REQUESTS.filter(([what]) =>
    ['dataset', 'answer', 'document', 'ontology', 'graph', 'stylesheet', 'page'].some((word) =>
      what.includes(word),
    ),
  );

  it.each(VALIDATED)('%s is not sent again to who has it', async (_, path, init) => {
    const first = await client(path, init);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const second = await client(path, withHeaders(init, { 'if-none-match': condition }));
      // Named as the client has it: compressed answers have the weak form.
      const named = condition === `W/${etag}` ? condition : etag;
      expect([condition, second.status, second.headers.get('etag')]).toEqual([
        condition,
        304,
        named,
      ]);
      expect(second.headers.get('vary')).toBe(first.headers.get('vary'));
      expect(await second.text()).toBe('');
    }
    const changed = await client(path, withHeaders(init, { 'if-none-match': '"other"' }));
    expect(changed.status).toBe(200);
  });

  const etagOf = async (path: string, init?: RequestInit) =>
    (await client(path, init)).headers.get('etag');

  it('differ for each thing, format, query, dataset and, for pages, language', async () => {
    const tags = await Promise.all([
      etagOf('/doc/org/unesco.ttl'),
      etagOf('/doc/org/unesco.nt'),
      etagOf('/doc/org/moe.ttl'),
      etagOf('/doc/org/unesco?format=html&lang=en'),
      etagOf('/doc/org/unesco?format=html&lang=zh'),
      etagOf(ASK),
      etagOf(queryPath('ASK { }')),
      etagOf(queryPath('ASK {}', { format: 'csv' })),
      etagOf(queryPath('ASK {}', { 'default-graph-uri': 'https://kg.example/graph/notes' })),
      etagOf(queryPath('ASK {}', { 'named-graph-uri': 'https://kg.example/graph/notes' })),
    ]);
    expect(tags).not.toContain(null);
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('are the same for the same, however it was asked for', async () => {
    const negotiated = await etagOf('/doc/org/unesco', accepting('text/turtle'));
    expect(await etagOf('/doc/org/unesco.ttl', { headers: { 'accept-language': 'zh' } })).toBe(
      negotiated,
    );
  });

  it.each(['NOW()', 'RAND()', 'UUID()', 'STRUUID()'])(
    'are missing where an answer is another each time (%s)',
    async (call) => {
      expect(await etagOf(queryPath(`SELECT (${call} AS ?x) {}`))).toBeNull();
    },
  );

  it('are missing where the answer is to a POST', async () => {
    const body = new URLSearchParams({ query: 'ASK {}' });
    expect(await etagOf('/sparql', { method: 'POST', body })).toBeNull();
  });
});

describe('a negotiated answer', () => {
  it.each([
    ['a document', '/doc/org/unesco', 'text/turtle', '/doc/org/unesco.ttl'],
    ['a page', '/doc/org/unesco', 'text/html', '/doc/org/unesco.html'],
    ['an ontology', '/def/edu', 'application/rdf+xml', '/def/edu.rdf'],
    ['a graph', '/graph/entities', 'application/n-triples', '/graph/entities.nt'],
  ])('says what it depends on and where it is to be had alone: %s', async (_, path, type, own) => {
    const { headers } = await client(path, accepting(type));
    expect([headers.get('vary'), headers.get('content-location')]).toEqual([
      'Accept, Accept-Language, Accept-Datetime, Accept-Encoding',
      own,
    ]);
    const alone = await client(own);
    expect([alone.status, alone.headers.get('content-location')]).toEqual([200, null]);
  });

  it('of a thing depends on what was accepted', async () => {
    const { headers } = await client('/id/org/unesco');
    expect(headers.get('vary')).toBe('Accept');
  });

  it('links to its other forms, to what it describes and to its licence', async () => {
    const { headers } = await client('/doc/org/unesco');
    // Those to its past are there only where the repository has one.
    const links = headers
      .get('link')
      ?.split(', ')
      .filter((link) => !/"(?:original )?time/.test(link));
    expect(links).toEqual([
      '</doc/org/unesco.ttl>; rel="alternate"; type="text/turtle"',
      '</doc/org/unesco.jsonld>; rel="alternate"; type="application/ld+json"',
      '</doc/org/unesco.rdf>; rel="alternate"; type="application/rdf+xml"',
      '</doc/org/unesco.nt>; rel="alternate"; type="application/n-triples"',
      '</doc/org/unesco.nq>; rel="alternate"; type="application/n-quads"',
      '</doc/org/unesco.trig>; rel="alternate"; type="application/trig"',
      '</doc/org/unesco.html>; rel="alternate"; type="text/html"',
      '</doc/org/unesco.ttl>; rel="describedby"; type="text/turtle"',
      '</doc/org/unesco.jsonld>; rel="describedby"; type="application/ld+json"',
      '<https://kg.example/id/org/unesco>; rel="describes"',
      '<https://kg.example/doc/org/unesco>; rel="canonical"',
      '<https://schema.org/AboutPage>; rel="type"',
      '<http://www.w3.org/ns/org#FormalOrganization>; rel="type"',
      '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
      '</>; rel="collection"; type="text/html"',
    ]);
  });
});

it('says that it is well, and which state of the folder it shows', async () => {
  const { version } = await openRepository();
  const response = await client('/health');
  expect([response.headers.get('cache-control'), await response.json()]).toEqual([
    'no-store',
    { status: 'ok', version },
  ]);
});
