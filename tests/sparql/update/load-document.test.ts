/** LOAD fetches only what it may, and only what it can read. https://www.w3.org/TR/sparql11-update/#load */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentLoader, readServiceTargets } from '../../../src/sparql/index.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';

const DOCUMENTS: Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>> = {
  '/turtle': ['text/turtle; charset=utf-8', '<x> <http://a.example/p> _:y .'],
  '/lines.nt': ['application/octet-stream', '<http://a.example/s> <http://a.example/p> "o" .'],
  '/broken': ['text/turtle', '<x> <y> .'],
  '/graphs': ['application/n-quads', '<a:> <b:> <c:> <d:> .'],
  '/page': ['text/html', '<p>'],
  '/bytes': ['text/turtle', Uint8Array.of(0x22, 0xff)],
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer((request, response) => {
    const found = DOCUMENTS[request.url ?? ''];
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end();
    else if (found) response.writeHead(200, { 'content-type': found[0] }).end(found[1]);
    else response.writeHead(404).end('nobody here');
  });
});
afterAll(() => server.close());

const load = (path: string) =>
  documentLoader(readServiceTargets([`${server.origin}/*`]))(server.origin + path, {
    blankNodeScope: 'scope.',
    signal: undefined,
  });

it('reads a document, relative to where it stands', async () => {
  const [triple] = await load('/turtle');
  expect([triple?.subject.value, triple?.object.value.startsWith('scope.')]).toEqual([
    `${server.origin}/x`,
    true,
  ]);
});

it('goes by the name where the type says nothing', async () => {
  expect(await load('/lines.nt')).toHaveLength(1);
});

it.each([
  ['/none', 'service-failed', 'did not answer: it answered 404: nobody here'],
  ['/broken', 'service-failed', 'failed: '],
  ['/graphs', 'service-failed', 'failed: it contains named graphs, and LOAD reads one graph'],
  ['/page', 'service-failed', 'failed: the media type text/html is not supported'],
  ['/bytes', 'service-failed', 'failed: it is not UTF-8'],
  [
    '/away',
    'service-refused',
    'is not allowed: the operator of this server can allow it with --service-allow http://127.0.0.2:1/',
  ],
])('says why %s is not loaded', async (path, code, why) => {
  await expect(load(path)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(`LOAD <${server.origin}${path}> ${why}`),
  });
});
