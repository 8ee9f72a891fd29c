/** Asking over the network: formats, refusals, failures. Real sockets, on this machine alone. */
import { afterAll, describe, expect, it } from 'vitest';
import { readServiceTargets, serviceClient } from '../../../src/sparql/index.ts';
import { startServer } from '../../support/http-server.ts';

const JSON_ROW =
  '{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"Ü","xml:lang":"de-AT"}}]}}';
const XML_ROW =
  '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head><results><result><binding name="x"><bnode>b</bnode></binding></result></results></sparql>';

const server = await startServer((request, response) => {
  const path = request.url ?? '';
  const say = (status: number, type: string, body: string, location?: string) => {
    response.writeHead(status, { 'content-type': type, ...(location && { location }) });
    response.end(body);
  };
  if (path === '/json') say(200, 'application/sparql-results+json; charset=utf-8', JSON_ROW);
  else if (path === '/xml') say(200, 'application/sparql-results+xml', XML_ROW);
  else if (path === '/page') say(200, 'text/html', '<p>Welcome</p>');
  else if (path === '/broken') say(200, 'application/json', '{"head"');
  else if (path === '/busy') say(503, 'text/plain', 'come back later\nat Stack (trace.js)');
  else if (path === '/moved') say(302, 'text/plain', '', '/json');
  else if (path === '/away') say(302, 'text/plain', '', 'http://10.0.0.1/sparql');
  else if (path === '/circle') say(302, 'text/plain', '', '/circle');
  else if (path === '/echo') {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const query = new URLSearchParams(Buffer.concat(chunks).toString()).get('query');
      const value = `${request.method} ${request.headers['content-type']} ${query}`;
      say(
        200,
        'application/json',
        JSON.stringify({
          head: { vars: ['x'] },
          results: { bindings: [{ x: { type: 'literal', value } }] },
        }),
      );
    });
  }
  // Anything else is never answered.
});
afterAll(() => server.close());

const endless = new AbortController().signal;
const allowing = (...patterns: string[]) => serviceClient(readServiceTargets(patterns));
const here = allowing(`${server.origin}/*`);
const values = async (path: string) =>
  (await here.select(server.origin + path, 'ASK {}', endless)).map(({ x }) => x);

describe('an answer', () => {
  it('is read as JSON', async () => {
    expect(await values('/json')).toMatchObject([{ value: 'Ü', language: 'de-at' }]);
  });

  it('is read as XML, its blank nodes apart from those of other answers', async () => {
    const [[first], [second]] = [await values('/xml'), await values('/xml')];
    expect(first).toMatchObject({ termType: 'BlankNode' });
    expect(first?.equals(second)).toBe(false);
  });

  it('is followed to where the endpoint has moved', async () => {
    expect(await values('/moved')).toHaveLength(1);
  });

  it('comes to a query sent as a form', async () => {
    expect(await values('/echo')).toMatchObject([
      { value: 'POST application/x-www-form-urlencoded ASK {}' },
    ]);
  });

  it.each([
    ['/page', 'answered with text/html instead of SPARQL results'],
    ['/broken', 'did not answer with SPARQL results'],
    ['/busy', 'did not answer: it answered 503: come back later'],
    ['/circle', 'did not answer: it redirects more than 5 times'],
    [
      '/away',
      'is not allowed: the operator of this server can allow it with --service-allow http://10.0.0.1/sparql',
    ],
  ])('from %s is an error in one line', async (path, reason) => {
    const error = await values(path).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toContain(`SERVICE <${server.origin}${path}> ${reason}`);
    expect((error as Error).message).not.toContain('\n');
  });

  it('is not waited for once nobody wants it', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const waiting = here.select(`${server.origin}/never`, 'ASK {}', controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('of a server that is not there is an error', async () => {
    await expect(
      allowing('http://127.0.0.1:9/*').select('http://127.0.0.1:9/', 'ASK {}', endless),
    ).rejects.toMatchObject({
      code: 'service-failed',
    });
  });
});

const { port } = server;

describe('a target', () => {
  it.each([
    [[], `http://127.0.0.1:${port}/json`, '--service-allow'],
    [['*'], `http://127.0.0.1:${port}/json`, 'is a private address'],
    [['*'], `http://localhost:${port}/json`, 'is a private address'],
    [['*'], `http://2130706433:${port}/json`, 'is a private address'],
    [['*'], `http://[::1]:${port}/json`, 'is a private address'],
    [['*'], `http://[::ffff:127.0.0.1]:${port}/json`, 'is a private address'],
    [['*'], 'http://169.254.169.254/latest/meta-data', 'is a private address'],
    [['http://*:*/json'], `http://127.0.0.1:${port}/json`, 'is a private address'],
    [['*'], 'file:///etc/passwd', '--service-allow'],
    [['https://*.example.org/*'], 'https://example.org.evil.example/sparql', '--service-allow'],
    [['https://a.example/sparql'], 'https://a.example/other', '--service-allow'],
  ])('where %j is allowed, %s is refused', async (patterns, endpoint, reason) => {
    await expect(allowing(...patterns).select(endpoint, 'ASK {}', endless)).rejects.toMatchObject({
      code: 'service-refused',
      message: expect.stringContaining(reason) as string,
    });
  });

  it.each([
    [`http://127.0.0.1:${port}/json`, `http://127.0.0.1:${port}/json`],
    ['http://localhost:*/*', `http://localhost:${port}/json`],
  ])('that %s names itself may be private: %s', async (pattern, endpoint) => {
    expect(await allowing(pattern).select(endpoint, 'ASK {}', endless)).toHaveLength(1);
  });

  it('pattern that is none is a mistake in one line', () => {
    expect(() => readServiceTargets(['not a pattern'])).toThrow(
      '"not a pattern" is not a URL pattern',
    );
  });
});
