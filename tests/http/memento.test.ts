/** Documents as they were, from the history of the folder: RFC 7089. */
import { describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { type Client, clientOf, follow } from '../support/client.ts';
import { gitFolder, writeFiles } from '../support/git-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEAD = `@prefix id: <https://kg.test/id/> . @prefix t: <https://kg.test/def/t#> .
@prefix void: <http://rdfs.org/ns/void#> . @prefix dct: <http://purl.org/dc/terms/> .
`;
const SELF = `${HEAD}id:dataset a void:Dataset ; void:uriSpace "https://kg.test/" ; dct:title "Kept" .\n`;
const T1 = '2026-01-01T00:00:00Z';
const T2 = '2026-01-02T00:00:00Z';
const T3 = '2026-01-03T00:00:00Z';
const T4 = '2026-01-04T00:00:00Z';
const http = (time: string) => new Date(time).toUTCString();

const { folder, hashes } = await gitFolder([
  {
    time: T1,
    files: {
      'data/self.ttl': SELF,
      'data/a.ttl': `${HEAD}id:a t:size 1 . id:old t:size 1 .`,
      'data/extra.ttl': `${HEAD}id:extra t:size 1 .`,
      'ontology/t.ttl': `${HEAD}t:size t:is "a term" .`,
    },
  },
  { time: T2, files: { 'data/a.ttl': `${HEAD}id:a t:size 2 . this is no Turtle` } },
  { time: T3, files: { 'data/a.ttl': `${HEAD}id:a t:size 3 .`, 'data/extra.ttl': null } },
  { time: T4, files: { 'data/b.ttl': `${HEAD}id:b t:size 4 .` } },
]);
const [first, broken, third, last] = hashes as [string, string, string, string];
const publication = await openFolder(folder);
const client = clientOf(publication);

const at = (time: string): RequestInit => ({
  headers: { 'accept-datetime': http(time), accept: 'application/n-triples' },
});
const linksOf = (response: Response, relation: string) =>
  (response.headers.get('link') ?? '')
    .split(/, (?=<)/)
    .filter((link) => link.includes(`rel="${relation}"`));

describe('a document', () => {
  it('is the gate to its own past and says where its versions are listed', async () => {
    const response = await client('/doc/a?page=1');
    expect({
      status: response.status,
      vary: response.headers.get('vary'),
      gate: linksOf(response, 'original timegate'),
      map: linksOf(response, 'timemap'),
      memento: response.headers.get('memento-datetime'),
    }).toEqual({
      status: 200,
      vary: expect.stringMatching(/^Accept, Accept-Language, Accept-Datetime\b/) as string,
      gate: ['</doc/a?page=1>; rel="original timegate"'],
      map: ['</timemap/doc/a?page=1>; rel="timemap"; type="application/link-format"'],
      memento: null,
    });
  });

  it.each([
    ['before the first version', '2025-06-01T00:00:00Z', first],
    ['at the very time of a version', T1, first],
    ['while a version was there that could not be published', T2, first],
    ['between two versions', '2026-01-03T12:00:00Z', third],
    ['after the last version', '2027-01-01T00:00:00Z', last],
  ])('leads to the version of its time: %s', async (_, time, hash) => {
    const response = await client('/doc/a.nt', at(time));
    expect({
      status: response.status,
      location: response.headers.get('location'),
      vary: response.headers.get('vary'),
      memento: response.headers.get('memento-datetime'),
    }).toEqual({
      status: 302,
      location: `/versions/${hash}/doc/a.nt`,
      vary: expect.stringContaining('Accept-Datetime') as string,
      memento: null,
    });
  });

  it('takes no date that is none', async () => {
    const response = await client('/doc/a', { headers: { 'accept-datetime': 'yesterday' } });
    expect(response.status).toBe(400);
  });

  it('has no version from before it was there', async () => {
    const response = await client('/doc/b', at(T1));
    expect(response.headers.get('location')).toBe(`/versions/${last}/doc/b`);
  });
});

describe('a version', () => {
  it('says what was said then, when that was, and that it never changes', async () => {
    const response = await client(`/versions/${first}/doc/a.nt`);
    expect({
      status: response.status,
      body: (await response.text()).split('\n').filter((line) => line.includes('def/t#size')),
      headers: ['memento-datetime', 'last-modified', 'cache-control', 'content-type'].map((name) =>
        response.headers.get(name),
      ),
      gate: linksOf(response, 'original timegate'),
      map: linksOf(response, 'timemap'),
    }).toEqual({
      status: 200,
      body: [
        '<https://kg.test/id/a> <https://kg.test/def/t#size> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
      ],
      headers: [
        http(T1),
        http(T1),
        'public, max-age=31536000, immutable',
        'application/n-triples; charset=utf-8',
      ],
      gate: ['</doc/a.nt>; rel="original timegate"'],
      map: ['</timemap/doc/a.nt>; rel="timemap"; type="application/link-format"'],
    });
  });

  it.each([
    [`/versions/${first}/id/a`, 303, `/versions/${first}/doc/a`],
    [`/versions/${first}/doc/a`, 200, null],
    [`/versions/${first}/def/t`, 200, null],
    [`/versions/${first}/graph/extra`, 200, null],
    [`/versions/${first}/doc?iri=https://kg.test/id/old`, 200, null],
    [`/versions/${third}/doc/old`, 404, null],
    [`/versions/${broken}/doc/a`, 404, null],
    [`/versions/${'0'.repeat(40)}/doc/a`, 404, null],
    [`/versions/${first.slice(0, 8)}/doc/a`, 404, null],
    ['/versions/main/doc/a', 404, null],
    ['/versions/', 404, null],
    [`/versions/${first}/versions/${first}/doc/a`, 404, null],
  ])('is at %s: %s', async (path, status, location) => {
    const response = await client(path);
    expect([response.status, response.headers.get('location')]).toEqual([status, location]);
  });

  it('is shown with addresses of its own', async () => {
    const response = await client(`/versions/${first}/doc/a`);
    expect([
      response.headers.get('content-location'),
      linksOf(response, 'alternate')[0],
      linksOf(response, 'canonical'),
    ]).toEqual([
      `/versions/${first}/doc/a.ttl`,
      `</versions/${first}/doc/a.ttl>; rel="alternate"; type="text/turtle"`,
      [],
    ]);
  });
});

describe('the list of versions', () => {
  it('is in link format and leaves out what could not be published', async () => {
    const response = await client('/timemap/doc/a.ttl');
    expect(response.headers.get('content-type')).toBe('application/link-format');
    expect((await response.text()).trimEnd().split(',\n')).toEqual([
      '<http://site.example/doc/a.ttl>; rel="original timegate"',
      `<http://site.example/timemap/doc/a.ttl>; rel="self"; type="application/link-format"; from="${http(T1)}"; until="${http(T4)}"`,
      `<http://site.example/versions/${first}/doc/a.ttl>; rel="first memento"; datetime="${http(T1)}"`,
      `<http://site.example/versions/${third}/doc/a.ttl>; rel="memento"; datetime="${http(T3)}"`,
      `<http://site.example/versions/${last}/doc/a.ttl>; rel="last memento"; datetime="${http(T4)}"`,
    ]);
  });

  it.each([
    ['/timemap/doc/b', [last]],
    ['/timemap/doc/old', [first]],
    ['/timemap/id/old', [first]],
    ['/timemap/graph/extra', [first]],
    ['/timemap/def/t', [first, third, last]],
    ['/timemap/doc?iri=https://kg.test/id/a', [first, third, last]],
    ['/timemap/doc/none', []],
  ])('has the versions that knew the document: %s', async (path, expected) => {
    const text = await (await client(path)).text();
    expect(Array.from(text.matchAll(/\/versions\/([0-9a-f]+)\//g), ([, hash]) => hash)).toEqual(
      expected,
    );
  });
});

describe('what is gone', () => {
  it.each([
    ['/doc/old', first],
    ['/id/old', first],
    ['/doc/old.ttl', first],
    ['/doc/extra', first],
    ['/graph/extra', first],
    ['/doc?iri=https%3A%2F%2Fkg.test%2Fid%2Fold', first],
  ])('is answered with 410 and the way to how it was last: %s', async (path, hash) => {
    const response = await client(path);
    expect(response.status).toBe(410);
    const [link = ''] = linksOf(response, 'memento');
    expect(link).toContain(`/versions/${hash}/`);
    const memento = /^<([^>]+)>/.exec(link)?.[1] ?? '';
    const found = await follow(client, memento);
    expect([found.status, found.headers.get('memento-datetime')]).toEqual([200, http(T1)]);
  });

  it.each(['/doc/never', '/id/never', '/doc/a?page=2', '/doc/a.exe', '/favicon.ico'])(
    'is not what never was: %s',
    async (path) => {
      expect((await client(path)).status).toBe(404);
    },
  );
});

describe('the date of a document', () => {
  it('is that of the last commit, and who has it from then gets nothing new', async () => {
    const response = await client('/doc/a');
    expect(response.headers.get('last-modified')).toBe(http(T4));
    const since = async (headers: Record<string, string>) =>
      (await client('/doc/a', { headers })).status;
    const etag = response.headers.get('etag') ?? '';
    expect([
      await since({ 'if-modified-since': http(T4) }),
      await since({ 'if-modified-since': http('2027-01-01T00:00:00Z') }),
      await since({ 'if-modified-since': http(T3) }),
      await since({ 'if-modified-since': 'nonsense' }),
      await since({ 'if-modified-since': http(T4), 'if-none-match': '"other"' }),
      await since({ 'if-modified-since': http(T3), 'if-none-match': etag }),
    ]).toEqual([304, 304, 200, 200, 200, 304]);
  });
});

describe('without a past', () => {
  const FILES = { 'data/a.ttl': `${SELF}id:a t:size 1 .` };

  async function pastOf(other: Client) {
    const response = await other('/doc/a', at(T1));
    const paths = ['/timemap/doc/a', `/versions/${first}/doc/a`, '/doc/old'];
    return {
      status: response.status,
      isGate: response.headers.get('vary')?.includes('Accept-Datetime'),
      maps: linksOf(response, 'timemap'),
      isDated: response.headers.has('last-modified'),
      others: await Promise.all(paths.map(async (path) => (await other(path)).status)),
    };
  }
  const NO_PAST = { status: 200, isGate: false, maps: [], isDated: true, others: [404, 404, 404] };

  it('a document is what it is now', async () => {
    expect(await pastOf(clientOf(await openFolder(await temporaryFolder(FILES))))).toEqual(NO_PAST);
  });

  it('and so it is in a folder too big to be read again', async () => {
    const big = await gitFolder([{ time: T1, files: FILES }]);
    await writeFiles(big.folder, { 'data/big.ttl': '#'.repeat(5e6) });
    expect(await pastOf(clientOf(await openFolder(big.folder)))).toEqual(NO_PAST);
  });
});

it('moves with the publication to another base', async () => {
  const moved = clientOf(await openFolder(folder, { base: 'https://other.test/kg/' }));
  const gone = await moved('/kg/doc/old');
  expect([gone.status, linksOf(gone, 'memento')]).toEqual([
    410,
    [`</kg/versions/${first}/doc/old>; rel="memento"; datetime="${http(T1)}"`],
  ]);
  const text = await (await moved(`/kg/versions/${first}/doc/old.nt`)).text();
  expect(text).toContain('<https://other.test/kg/id/old> <https://other.test/kg/def/t#size>');
});
