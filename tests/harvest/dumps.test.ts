/** Dumps: whole, valid, the same each time, and as files are served. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { DUMP_FORMS } from '../../src/harvest/index.ts';
import { dumpLines } from '../../src/harvest/dumps/dump-lines.ts';
import { INTERFACE_LANGUAGES } from '../../src/pages/index.ts';
import { type Quad, termKey, terms } from '../../src/rdf/index.ts';
import { buildStore, matchQuads } from '../../src/store/index.ts';
import type { Publication } from '../../src/publication/index.ts';
import { accepting, type Client, clientOf, ORIGIN } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { readQuads } from '../support/read-quads.ts';
import { openRepository } from '../support/repository.ts';

let publication: Publication;
let client: Client;
beforeAll(async () => {
  publication = await openRepository();
  client = clientOf(publication);
});

const LATEST = '/dumps/education-cooperation-latest';
const bytesOf = async (path: string) => Buffer.from(await (await client(path)).arrayBuffer());
/** Blank nodes get the label of their reader before their own. */
const keysOf = (quads: Iterable<Quad>) =>
  Array.from(quads, (quad) => termKey(quad) + termKey(quad.graph)).toSorted();

/** The versioned address of each form, from the list of dumps. */
async function versioned(): Promise<string[]> {
  const turtle = await (await client('/dumps/index.ttl')).text();
  return Array.from(turtle.matchAll(/dcat:downloadURL <([^>]+)>/g), ([, url = '']) =>
    url.slice(ORIGIN.length),
  );
}

describe('what a dump holds', () => {
  it('is described in each language of the interface', () => {
    const languages = DUMP_FORMS.map(({ syntax }) => [...syntax.contents.keys()].toSorted());
    expect(languages).toEqual(DUMP_FORMS.map(() => INTERFACE_LANGUAGES.toSorted()));
  });

  it('N-Quads are all quads of the folder and of the rules, sorted as bytes', async () => {
    const lines = (await bytesOf(`${LATEST}.nq`)).toString().split('\n').slice(0, -1);
    const sorted = lines
      .map((line) => Buffer.from(line))
      .toSorted((a, b) => Buffer.compare(a, b))
      .map(String);
    expect(lines).toEqual(sorted);
    expect(new Set(lines).size).toBe(lines.length);
    const graph = publication.dataset.dictionary.idOf(
      terms.namedNode('https://kg.example/graph/void'),
    );
    expect(lines.length).toBe(publication.dataset.quadCount - publication.dataset.count({ graph }));
  });

  it('TriG holds the same as N-Quads', async () => {
    const [nquads, trig] = await Promise.all(
      (['nq', 'trig'] as const).map(async (extension) =>
        readQuads((await bytesOf(`${LATEST}.${extension}`)).toString(), {
          format: extension === 'nq' ? 'nquads' : 'trig',
        }),
      ),
    );
    expect(keysOf(trig ?? [])).toEqual(keysOf(nquads ?? []));
  });

  it('Turtle holds the default graph', async () => {
    const quads = await readQuads((await bytesOf(`${LATEST}.ttl`)).toString(), {
      format: 'turtle',
      blankNodeScope: '',
    });
    const graph = terms.defaultGraph();
    expect(keysOf(quads)).toEqual(keysOf(matchQuads(publication.dataset, { graph })));
  });

  it.each(['nq', 'trig', 'ttl'])(
    'the compressed form of %s is the plain one',
    async (extension) => {
      const [plain, compressed] = await Promise.all(
        [extension, `${extension}.gz`].map((end) => bytesOf(`${LATEST}.${end}`)),
      );
      expect(gunzipSync(compressed as Buffer).equals(plain as Buffer)).toBe(true);
    },
  );

  it('is the same bytes for another publication of the same folder', async () => {
    const files = {
      'a.ttl': '<http://e.example/s> <http://e.example/p> [ <http://e.example/q> "é" ] .',
    };
    const [first, second] = await Promise.all(
      [0, 1].map(async () => {
        const one = clientOf(await publicationOf(files));
        const response = await one('/dumps/e-example-latest.nq.gz');
        return [response.status, await response.bytes()];
      }),
    );
    expect(first).toEqual(second);
    expect(first?.[0]).toBe(200);
  });
});

/** Terms that make lines, names and sorting hard. */
const HOSTILE = [
  'http://e.example/a',
  'http://e.example/a/b',
  'http://e.example/a@b',
  'http://e.example/a!b',
  'http://e.example/ab',
  'http://e.example/𝒳',
  'http://e.example/\uFF21',
  'http://e.example/with space<>"{}|^`\\',
];

describe('whatever the data holds', () => {
  const text = 'quotes " \' ``` \\ \u0000\u0001\b\f\n\r\t\u007F </script> 𝒳';
  const quads = HOSTILE.flatMap((iri) =>
    [iri, 'http://e.example/o'].flatMap((object) => [
      terms.quad(
        terms.namedNode(iri),
        terms.namedNode('http://e.example/p'),
        terms.namedNode(object),
        terms.namedNode('http://e.example/g'),
      ),
      terms.quad(
        terms.namedNode(iri),
        terms.namedNode('http://e.example/p'),
        terms.literal(text),
        terms.namedNode(object),
      ),
      terms.quad(
        terms.blankNode('b1'),
        terms.namedNode('http://e.example/p'),
        terms.literal(text, 'en'),
        terms.namedNode(object),
      ),
    ]),
  );
  const lines = () =>
    [...dumpLines(buildStore(quads, { version: 'v' }), new Set())]
      .join('')
      .split('\n')
      .slice(0, -1);

  it('lines are sorted as bytes', () => {
    expect(lines()).toEqual(
      lines()
        .map((line) => Buffer.from(line))
        .toSorted((a, b) => Buffer.compare(a, b))
        .map(String),
    );
  });

  it('lines hold no control character and no character that an IRI may not hold', () => {
    // oxlint-disable-next-line no-control-regex
    expect(lines().filter((line) => /[\u0000-\u001F\u007F]/.test(line))).toEqual([]);
    const iris = lines().flatMap(
      (line) => line.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/<[^>]*>/g) ?? [],
    );
    expect(iris.filter((iri) => /[ "{}|^`]/.test(iri))).toEqual([]);
  });
});

describe('as a file, a dump', () => {
  it('has one address that never changes, and one of the latest version', async () => {
    const paths = await versioned();
    expect(paths).toHaveLength(6);
    for (const path of paths) {
      const { headers, status } = await client(path, { method: 'HEAD' });
      expect([path, status, headers.get('cache-control')]).toEqual([
        path,
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(path).toContain(publication.version);
    }
    expect((await client(`${LATEST}.nq`)).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['nq', 'application/n-quads'],
    ['trig', 'application/trig'],
    ['ttl', 'text/turtle'],
    ['nq.gz', 'application/gzip'],
  ])('%s has type, length, checksum and date, by HEAD too', async (extension, mediaType) => {
    const path = `${LATEST}.${extension}`;
    const head = await client(path, { method: 'HEAD' });
    const body = await bytesOf(path);
    const digest = createHash('sha256').update(body).digest('base64');
    expect({
      type: head.headers.get('content-type'),
      length: head.headers.get('content-length'),
      digest: head.headers.get('repr-digest'),
      encoding: head.headers.get('content-encoding'),
      body: await head.text(),
    }).toEqual({
      type: mediaType,
      length: String(body.length),
      digest: `sha-256=:${digest}:`,
      encoding: null,
      body: '',
    });
    expect(Date.parse(head.headers.get('last-modified') ?? '')).toBeGreaterThan(0);
  });

  it('is not sent again to who has it', async () => {
    const etag = (await client(`${LATEST}.nq`, { method: 'HEAD' })).headers.get('etag') ?? '';
    const again = await client(`${LATEST}.nq`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('of another version is not there, and the answer says where the list is', async () => {
    const response = await client('/dumps/education-cooperation-2020-01-01-0123456789abcdef.nq.gz');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining('dumps/ lists them'),
    });
  });

  it('checksum and size stand in the catalogue', async () => {
    const turtle = await (await client('/catalog.ttl')).text();
    const body = await bytesOf(`${LATEST}.nq.gz`);
    expect(turtle).toContain(createHash('sha256').update(body).digest('hex'));
    expect(turtle).toContain(`"${body.length}"^^xsd:nonNegativeInteger`);
  });

  it('is on a page for people, in their language', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'zh' };
    const page = await (await client('/dumps/', { headers })).text();
    expect(page).toContain('<h1>数据</h1>');
    for (const path of await versioned()) expect(page).toContain(`href="${path}"`);
    expect((await client('/dumps', accepting('text/html'))).headers.get('location')).toBe(
      '/dumps/',
    );
  });
});
