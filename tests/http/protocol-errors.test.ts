/**
 * What the server says to requests that it cannot fulfil: a status, a problem document, and how to do better.
 * https://www.w3.org/TR/sparql11-protocol/#query-operation, https://www.rfc-editor.org/rfc/rfc9457
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { address, type Client, clientOf, ORIGIN, queryPath } from '../support/client.ts';
import { openRepository } from '../support/repository.ts';

let client: Client;
beforeAll(async () => {
  const publication = await openRepository();
  await publication.versions.having([]); // The history is read: whether something was there before is known.
  client = clientOf(publication);
});

const FORM = 'application/x-www-form-urlencoded';
const QUERY = 'application/sparql-query';
const RESULTS = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
  'text/html',
];
const GRAPHS = [
  'text/turtle',
  'application/ld+json',
  'application/rdf+xml',
  'application/n-triples',
  'application/n-quads',
  'application/trig',
  'text/html',
];
const ANSWERS = [
  ...GRAPHS.slice(0, -1),
  'application/gexf+xml',
  'application/graphml+xml',
  'application/vnd.cytoscape+json',
  'text/vnd.graphviz',
  'application/vnd.graphology+json',
  'application/zip',
  'text/html',
];

const post = (type: string | undefined, body: string | Uint8Array<ArrayBuffer>): RequestInit => ({
  method: 'POST',
  headers: type === undefined ? {} : { 'content-type': type },
  body: typeof body === 'string' && type === undefined ? new TextEncoder().encode(body) : body,
});
const accept = (value: string): RequestInit => ({ headers: { accept: value } });
const method = (name: string): RequestInit => ({ method: name });

interface Expected {
  readonly status: number;
  /** Members of the problem document beside type, title and status. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

type Case = readonly [what: string, path: string, init: RequestInit, expected: Expected];

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
};

const malformed = (line: number, column: number, reason: string): Expected => ({
  status: 400,
  members: {
    code: 'query-syntax',
    detail: `line ${line}, column ${column}: ${reason}`,
    line,
    column,
    reason,
  },
});
const bad = (detail: string): Expected => ({
  status: 400,
  members: { code: 'bad-request', detail },
});
const unacceptable = (available: readonly string[]): Expected => ({
  status: 406,
  members: {
    code: 'not-acceptable',
    detail: `none of the formats you take is to be had here; there are ${available.join(', ')}`,
    available,
  },
});
const unsupported = (detail: string, headers: Expected['headers'] = {}): Expected => ({
  status: 415,
  members: { code: 'unsupported-media-type', detail },
  headers,
});
const unread = (type: string): Expected =>
  unsupported(
    `${type} is not read here: send application/sparql-query or application/x-www-form-urlencoded`,
    { 'accept-post': 'application/sparql-query, application/x-www-form-urlencoded' },
  );
const unknown = (path: string): Expected => ({
  status: 404,
  members: { code: 'not-found', detail: `nothing is known at ${path}` },
});
const impossible = (name: string, allow: string): Expected => ({
  status: 405,
  members: {
    code: 'method-not-allowed',
    detail: `${name} is not possible here; possible are ${allow}`,
  },
  headers: { allow },
});
const READ_ONLY: Expected = {
  status: 403,
  members: {
    code: 'read-only',
    detail: 'this endpoint is read-only: it takes queries, not updates',
  },
};
const TOO_LONG: Expected = {
  status: 413,
  members: {
    code: 'payload-too-large',
    detail: 'the query is longer than 1048576 bytes: make it shorter',
    limit: 1_048_576,
  },
};
const READING = 'GET, HEAD, OPTIONS';
const ASKING = 'GET, HEAD, OPTIONS, POST';

const MALFORMED: readonly Case[] = [
  [
    'a query that ends in the middle of a triple',
    queryPath('SELECT * {\n  ?s ?p }'),
    {},
    malformed(2, 9, '"}" cannot stand here'),
  ],
  ['an empty query', '/sparql?query=', {}, malformed(1, 1, 'there is no query in it')],
  [
    'a query with bytes that are no UTF-8, percent-encoded',
    '/sparql?query=%FF',
    {},
    bad('the percent-encoded parameters are not UTF-8'),
  ],
  [
    'a malformed query by POST',
    '/sparql',
    post(QUERY, 'ASK {'),
    malformed(1, 6, 'the query ends too early: "}" is missing'),
  ],
  [
    'a graph name that is no IRI',
    queryPath('ASK {}', { 'default-graph-uri': 'not an iri' }),
    {},
    bad('default-graph-uri is no absolute IRI: not an iri'),
  ],
  [
    'two queries by GET',
    '/sparql?query=ASK%7B%7D&query=ASK%7B%7D',
    {},
    bad('query is there more than once: send it once'),
  ],
  [
    'two queries in a form',
    '/sparql',
    post(FORM, 'query=ASK%7B%7D&query=ASK%7B%7D'),
    bad('query is there more than once: send it once'),
  ],
  [
    'a query and an update in a form',
    '/sparql',
    post(FORM, 'query=ASK%7B%7D&update=CLEAR+ALL'),
    bad('query and update are both there: send one of them'),
  ],
  [
    'a form without a query',
    '/sparql',
    post(FORM, 'format=json'),
    bad('there is no query: send it as the parameter "query"'),
  ],
  [
    'a query in the body and in the URL',
    queryPath('ASK {}'),
    post(QUERY, 'ASK {}'),
    bad('the query stands in the body and in the URL: send it once'),
  ],
  [
    'a body that is no UTF-8',
    '/sparql',
    post(QUERY, Uint8Array.of(0x41, 0x53, 0x4b, 0xff)),
    bad('the body is not UTF-8'),
  ],
  [
    'a query that asks another endpoint',
    queryPath('ASK { SERVICE <http://other.example/sparql> { ?s ?p ?o } }'),
    {},
    {
      status: 403,
      members: {
        code: 'service-refused',
        detail:
          'SERVICE <http://other.example/sparql> is not allowed: the operator of this server can allow it with --service-allow http://other.example/sparql',
        endpoint: 'http://other.example/sparql',
      },
    },
  ],
];

const UNACCEPTABLE: readonly Case[] = [
  ['a picture of a table', queryPath('ASK {}'), accept('image/png'), unacceptable(RESULTS)],
  ['a graph as a table', queryPath('DESCRIBE <x:>'), accept('text/csv'), unacceptable(ANSWERS)],
  ['an unknown format=', queryPath('ASK {}', { format: 'gif' }), {}, unacceptable(RESULTS)],
  ['a picture of the endpoint', '/sparql', accept('image/png'), unacceptable(GRAPHS)],
  ['a picture of a thing', '/doc/org/unesco', accept('image/png'), unacceptable(GRAPHS)],
  ['nothing at all', '/doc/org/unesco', accept('*/*;q=0'), unacceptable(GRAPHS)],
  ['nonsense', '/doc/org/unesco', accept(';;;q=1,/'), unacceptable(GRAPHS)],
];

const BODIES: readonly Case[] = [
  ['a body of plain text', '/sparql', post('text/plain', 'ASK {}'), unread('text/plain')],
  ['a body of JSON', '/sparql', post('application/json', '{}'), unread('application/json')],
  [
    'a body of no type',
    '/sparql',
    post(undefined, 'ASK {}'),
    unread('a body without a Content-Type'),
  ],
  [
    'a query in another charset',
    '/sparql',
    post(`${QUERY}; charset=utf-16`, 'ASK {}'),
    unsupported('the charset utf-16 is not read here: send UTF-8'),
  ],
  [
    'a form in another charset',
    '/sparql',
    post(`${FORM};charset=ISO-8859-1`, 'query=ASK%7B%7D'),
    unsupported('the charset iso-8859-1 is not read here: send UTF-8'),
  ],
  ['a query that is too long', '/sparql', post(QUERY, `ASK {}${' '.repeat(2 ** 20)}`), TOO_LONG],
  ['a form that is too long', '/sparql', post(FORM, `query=${'x'.repeat(2 ** 20)}`), TOO_LONG],
];

const UPDATES: readonly Case[] = [
  ['an update', '/sparql', post('application/sparql-update', 'CLEAR ALL'), READ_ONLY],
  ['an update in a form', '/sparql', post(FORM, 'update=CLEAR+ALL'), READ_ONLY],
  ['an update sent as a query', queryPath('CLEAR ALL'), {}, READ_ONLY],
  ['an update posted as a query', '/sparql', post(QUERY, 'CLEAR ALL'), READ_ONLY],
  [
    'an update by GET',
    '/sparql?update=CLEAR+ALL',
    {},
    {
      status: 405,
      members: { code: 'method-not-allowed', detail: 'an update is never sent by GET' },
      headers: { allow: ASKING },
    },
  ],
];

const METHODS: readonly Case[] = [
  ['PUT to the endpoint', '/sparql', method('PUT'), impossible('PUT', ASKING)],
  ['DELETE of the endpoint', '/sparql', method('DELETE'), impossible('DELETE', ASKING)],
  ['POST to a thing', '/id/org/unesco', method('POST'), impossible('POST', READING)],
  ['PUT of a graph', '/graph/entities', method('PUT'), impossible('PUT', READING)],
  ['DELETE of a document', '/doc/org/unesco', method('DELETE'), impossible('DELETE', READING)],
  ['PATCH of the front page', '/', method('PATCH'), impossible('PATCH', READING)],
];

const UNKNOWN: readonly Case[] = [
  ['an unknown thing', '/id/org/nobody', {}, unknown('/id/org/nobody')],
  ['an unknown document', '/doc/org/nobody', {}, unknown('/doc/org/nobody')],
  ['an unknown document in a format', '/doc/x.ttl', {}, unknown('/doc/x.ttl')],
  ['an unknown graph', '/graph/nothing', {}, unknown('/graph/nothing')],
  [
    'an IRI that the data does not know',
    '/doc?iri=https://x.example/',
    {},
    unknown('/doc?iri=https://x.example/'),
  ],
  ['a document of nothing', '/doc', {}, unknown('/doc')],
  ['a page that does not exist', '/doc/org/unesco?page=99', {}, unknown('/doc/org/unesco?page=99')],
  ['a page that is no number', '/doc/org/unesco?page=x', {}, unknown('/doc/org/unesco?page=x')],
  ['a way out of the site', '/id/../../etc/passwd', {}, unknown('/etc/passwd')],
  [
    'a hidden way out',
    '/assets/..%2f..%2fpackage.json',
    {},
    unknown('/assets/..%2f..%2fpackage.json'),
  ],
  ['a zero byte', '/doc/%00', {}, unknown('/doc/%00')],
  ['a broken escape', '/doc/%E0%A4%A', {}, unknown('/doc/%E0%A4%A')],
  ['a line break', '/id/a%0D%0Aset-cookie:b=c', {}, unknown('/id/a%0D%0Aset-cookie:b=c')],
];

const TABLES: readonly [kind: string, cases: readonly Case[]][] = [
  ['what is no question', MALFORMED],
  ['a wish that nobody can fulfil', UNACCEPTABLE],
  ['a body that is not read', BODIES],
  ['an attempt to write', UPDATES],
  ['a method that is not possible', METHODS],
  ['what is not there', UNKNOWN],
];

describe.each(TABLES)('%s', (_kind, cases) => {
  it.each(cases)('%s', async (_, path, init, { status, members, headers = {} }) => {
    const response = await client(path, init);
    const expected = {
      'access-control-allow-origin': '*',
      'content-type': 'application/problem+json',
      'x-content-type-options': 'nosniff',
      ...headers,
    };
    const found = Object.keys(expected).map((header) => [header, response.headers.get(header)]);
    expect({
      status: response.status,
      headers: Object.fromEntries(found),
      vary: response.headers.get('vary')?.split(', ').includes('Accept'),
      body: await response.json(),
    }).toEqual({
      status,
      headers: expected,
      vary: true,
      body: { type: 'about:blank', title: TITLES[status], status, ...members },
    });
  });
});

describe('for a browser', () => {
  it.each([
    ['an unknown thing', '/id/org/nobody', {}, 404],
    ['a wrong method', '/id/org/unesco', { method: 'DELETE' }, 405],
    ['a malformed query', queryPath('SELECT'), {}, 400],
    ['an update', queryPath('CLEAR ALL'), {}, 403],
  ])('%s is a page with the status of the error', async (_, path, init, status) => {
    const response = await client(path, { ...init, headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  it('the page keeps the malformed query and says where it is wrong', async () => {
    const headers = { accept: 'text/html' };
    const page = await (await client(queryPath('SELECT * {\n ?s ?p }'), { headers })).text();
    expect(page).toMatch(/role="alert">line 2, column 8: &quot;}&quot; cannot stand here</);
    expect(/<textarea[^>]*>\s*([^<]*)<\/textarea>/.exec(page)?.[1]).toBe('SELECT * {\n ?s ?p }');
  });
});

/** The scripts that every page asks for. */
const OWN_SCRIPT = /<script type="module" src="\/assets\/[a-z]+\.js\?v=[0-9a-f]+"><\/script>/g;

describe('what looks wrong but is not', () => {
  it.each([
    ['an empty list of wishes', accept(','.repeat(5000)), 'text/turtle; charset=utf-8'],
    ['a wish of no weight known', accept('text/turtle;q=much'), 'text/turtle; charset=utf-8'],
    [
      'a wish after ten thousand others',
      accept(`${'text/x,'.repeat(10_000)}text/turtle`),
      'text/turtle; charset=utf-8',
    ],
    [
      'a charset in capitals and quotes',
      post(`${QUERY}; charset="UTF-8"`, 'ASK {}'),
      'application/sparql-results+json; charset=utf-8',
    ],
  ])('%s', async (_, init, type) => {
    const path = init.method === 'POST' ? '/sparql' : '/doc/org/unesco';
    const response = await client(path, init);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  it.each([
    ['markup', '"><script>alert(1)</script>'],
    ['five thousand letters', 'x'.repeat(5000)],
    ['a star', '*'],
    ['hyphens', '--'],
    ['a path', '../..'],
    ['a zero byte', 'zh\u0000'],
  ])('a language that is %s', async (_, lang) => {
    const response = await client(address('/doc/org/unesco', { format: 'html', lang }));
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<html lang="en">');
    expect(page.replaceAll(OWN_SCRIPT, '')).not.toContain('<script');
  });

  it('never names the machine it runs on', async () => {
    const paths = ['/id/x', '/sparql?query=x', '/%2e%2e/x'];
    const bodies = await Promise.all(paths.map(async (path) => (await client(path)).text()));
    const told = bodies.join('');
    expect(told).not.toMatch(/\/(?:work|home|root|src|node_modules)\/|\.ts\b/);
    expect(told).not.toContain(new URL(ORIGIN).host);
  });
});
