/** Compressed answers: who gets them, what they are called, and that they are the same. https://www.rfc-editor.org/rfc/rfc9110#section-8.4 */
import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { pooledEngine } from '../../src/sparql/index.ts';
import { type Client, clientOf, queryPath } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

let publication: Publication;
let client: Client;
beforeAll(async () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `e:s${n} e:p "text number ${n}" .`);
  const text = `@prefix e: <http://site.example/> .\n${lines.join('\n')}`;
  publication = await publicationOf({ 'data/many.ttl': text }, { base: 'http://site.example/' });
  client = clientOf(publication);
});

const LONG = '/graph/many.nt';
const takes = (encoding: string | undefined, more: Readonly<Record<string, string>> = {}) => ({
  headers: { ...more, ...(encoding !== undefined && { 'accept-encoding': encoding }) },
});
const plainOf = async (response: Response): Promise<string> => {
  const bytes = Buffer.from(await response.arrayBuffer());
  switch (response.headers.get('content-encoding')) {
    case 'br':
      return brotliDecompressSync(bytes).toString();
    case 'gzip':
      return gunzipSync(bytes).toString();
    default:
      return bytes.toString();
  }
};

it.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br', 'br'],
  ['br;q=0.5, gzip', 'gzip'],
  ['gzip;q=0', null],
  ['identity, gzip;q=0.5', null],
  ['*', 'br'],
  ['*;q=0', null],
  ['deflate, zstd', null],
  [';;,=,'.repeat(1000), null],
])('to who takes %s a long answer comes as %s, and is the same', async (accepted, encoding) => {
  const response = await client(LONG, takes(accepted));
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, encoding]);
  expect(response.headers.get('vary')?.split(', ')).toContain('Accept-Encoding');
  expect(await plainOf(response)).toBe(await (await client(LONG)).text());
});

it.each(['/health', '/graph?graph=http://a.example/'])(
  'a short answer comes as it is: %s',
  async (path) => {
    const { headers } = await client(path, takes('br, gzip'));
    expect(headers.get('content-encoding')).toBeNull();
  },
);

it('a file of which the length is said comes as it is', async () => {
  const path = '/dumps/site-example-latest.nq';
  const { headers, body } = await client(path, takes('br, gzip'));
  const bytes = Buffer.from(await new Response(body).arrayBuffer());
  expect([headers.get('content-encoding'), headers.get('content-length')]).toEqual([
    null,
    String(bytes.length),
  ]);
  expect(headers.get('repr-digest')).toBe(
    `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
  );
});

it('a stream is compressed as it comes', async () => {
  const { base, dataset, prefixes } = publication;
  const engine = pooledEngine(dataset, { baseIri: base, prefixes, workers: 1 });
  try {
    const streaming = clientOf({ ...publication, engine });
    const path = queryPath('SELECT * { ?s ?p ?o . ?t ?q ?r } LIMIT 40000', { format: 'tsv' });
    const [plain, small] = await Promise.all([
      streaming(path).then((response) => response.text()),
      streaming(path, takes('gzip')),
    ]);
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(await plainOf(small)).toBe(plain);
    const short = await streaming(queryPath('ASK {}'), takes('gzip'));
    expect(short.headers.get('content-encoding')).toBeNull();
  } finally {
    await engine.close();
  }
});

describe('validators', () => {
  it('are weak where an answer is compressed, and strong where it is not', async () => {
    const [plain, small] = await Promise.all([client(LONG), client(LONG, takes('gzip'))]);
    expect(small.headers.get('etag')).toBe(`W/${plain.headers.get('etag')}`);
  });

  it('stand for both', async () => {
    const strong = (await client(LONG)).headers.get('etag') ?? '';
    for (const named of [strong, `W/${strong}`]) {
      const response = await client(LONG, takes('br', { 'if-none-match': named }));
      expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([
        304,
        named,
        '',
      ]);
    }
  });
});
