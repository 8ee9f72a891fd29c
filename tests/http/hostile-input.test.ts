/** Input that means harm or nothing at all: each ends in an error of the client's, never in one of ours, and tells nothing of the inside. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/index.ts';
import type { Publication } from '../../src/publication/index.ts';
import { type Client, clientOf, queryPath } from '../support/client.ts';
import { openRepository } from '../support/repository.ts';

let publication: Publication;
let client: Client;
beforeAll(async () => {
  publication = await openRepository();
  client = clientOf(publication);
});

const accepting = (accept: string): RequestInit => ({ headers: { accept } });
const posted = (type: string, body: NonNullable<RequestInit['body']>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});

const INPUTS: readonly (readonly [
  what: string,
  path: string,
  init: RequestInit,
  status: number,
])[] = [
  ['a query escaped twice', '/sparql?query=ASK%2520%257B%257D', {}, 400],
  [
    'a literal that is no UTF-8',
    '/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%C3%22%20%7D',
    {},
    400,
  ],
  [
    'a form that is no UTF-8',
    '/sparql',
    posted('application/x-www-form-urlencoded', 'query=ASK%7B%3Fs+%3Fp+%22%E9%22%7D'),
    400,
  ],
  ['an escape that is none', '/sparql?query=ASK%20%7B%ZZ%7D', {}, 400],
  ['a query of a megabyte in the URL', `/sparql?query=${'a'.repeat(2 ** 20 + 1)}`, {}, 414],
  [
    'a query of a megabyte',
    '/sparql',
    posted('application/sparql-query', `ASK {${' '.repeat(2 ** 20)}}`),
    413,
  ],
  [
    'an update of a megabyte',
    '/sparql',
    posted('application/sparql-update', `#${' '.repeat(2 ** 20)}`),
    413,
  ],
  ['a word of thirty thousand letters', queryPath('a'.repeat(30_000)), {}, 400],
  [
    'a word of a million letters',
    '/sparql',
    posted('application/sparql-query', 'a'.repeat(1_000_000)),
    400,
  ],
  [
    'thousands of long words',
    queryPath(`SELECT * { ?s ?p ${`${'a'.repeat(99)} `.repeat(300)}}`),
    {},
    400,
  ],
  ['a type of nothing', queryPath('ASK {}'), accepting('/'), 406],
  ['a type that nobody made', queryPath('ASK {}'), accepting('application/x-*;q=1'), 406],
  ['a weight that is none', queryPath('ASK {}'), accepting('image/png;q=-1e999'), 406],
  ['ten thousand types', queryPath('ASK {}'), accepting('a/b;q=0.1,'.repeat(10_000)), 406],
  ['a range within a range', queryPath('ASK {}'), accepting('*/*/*'), 406],
  ['a Content-Type of separators', '/sparql', posted(';;;', 'ASK {}'), 415],
  ['a Content-Type with markup', '/sparql', posted('text/<script>', 'ASK {}'), 415],
  [
    'a boundary that never comes',
    '/sparql',
    posted('multipart/form-data; boundary=x', 'ASK {}'),
    415,
  ],
  ['a path out of the site', '/graph/..%2f..%2f..%2fetc%2fpasswd', {}, 404],
  ['a path with backslashes', '/graph/..%5C..%5Cpackage.json', {}, 404],
  ['a path with a zero byte', '/graph/entities%00.ttl', {}, 404],
  ['a graph outside of the site', '/graph?graph=file:///etc/passwd', {}, 404],
  ['a graph with a line break', '/graph?graph=http://a.example/%0D%0AX-Injected:%20yes', {}, 400],
  [
    'a default graph with a line break',
    `${queryPath('ASK {}')}&default-graph-uri=http://a.example/%0D%0AX-Injected:%20yes`,
    {},
    400,
  ],
  ['the graph that has no name', '/graph?graph=urn:x-graphpress:nameless%20graph', {}, 400],
];

it.each(INPUTS)('%s', async (_, path, init, status) => {
  const response = await client(path, init);
  const text = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json',
  ]);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('x-injected')).toBeNull();
  expect(text).not.toMatch(/\.ts\b|node_modules|\bat \w+ \(/);
  expect(JSON.parse(text)).toMatchObject({ status, detail: expect.stringMatching(/^[^\n]+$/) });
});

describe('headers', () => {
  const NASTY = '\r\nX-Injected: yes\r\n\r\n<script>"\u0000\u2028';

  it.each([
    ['a literal', `SELECT ("${JSON.stringify(NASTY).slice(1, -1)}" AS ?x) {}`],
    ['an IRI', `SELECT (IRI("http://a.example/${JSON.stringify(NASTY).slice(1, -1)}") AS ?x) {}`],
    ['a name', 'CONSTRUCT { <http://a.example/\u00E9> <http://a.example/p> "x" } {}'],
  ])('hold nothing of %s', async (_, query) => {
    for (const format of ['json', 'xml', 'csv', 'tsv', 'nt', 'turtle', 'html']) {
      const response = await client(queryPath(query, { format }));
      expect(response.status).toBeLessThan(500);
      expect([...response.headers.keys()]).not.toContain('x-injected');
    }
  });

  it.each(['If-None-Match', 'Accept-Language', 'Accept-Encoding', 'Authorization', 'Origin'])(
    'may be as absurd as they like: %s',
    async (name) => {
      for (const value of ['"', ';;==,,', '*'.repeat(10_000), 'W/', '\u00FF'])
        expect(
          (await client(queryPath('ASK {}'), { headers: { [name]: value } })).status,
        ).toBeLessThan(500);
    },
  );
});

describe('a host that looks like one and is none', () => {
  it.each([
    ['text/html', '/'],
    ['text/html', '/sparql'],
    ['*/*', '/doc/nothing'],
    ['text/turtle', '/ldes'],
  ])('is refused to who takes %s at %s', async (accept, path) => {
    const unforeseen: unknown[] = [];
    const app = createApp({
      publication: () => publication,
      onError: (error) => unforeseen.push(error),
    });
    // Node hands such a request on, while none can be made here.
    const request = new Request(`http://a.example${path}`, accepting(accept));
    Object.defineProperty(request, 'url', { value: `http://256.1.1.1${path}` });
    const response = await app.fetch(request);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      400,
      '*',
    ]);
    expect(await response.json()).toMatchObject({ status: 400 });
    expect(unforeseen).toEqual([]);
  });
});
