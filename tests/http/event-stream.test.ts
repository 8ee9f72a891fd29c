/** The history as a Linked Data Event Stream: https://w3id.org/ldes/specification */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { accepting, type Client, clientOf, follow } from '../support/client.ts';
import { git, gitFolder } from '../support/git-folder.ts';
import { readQuads } from '../support/read-quads.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HEAD = `@prefix id: <https://kg.test/id/> . @prefix t: <https://kg.test/t/> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix void: <http://rdfs.org/ns/void#> .
`;
const SELF = `${HEAD}id:dataset void:uriSpace "https://kg.test/" .`;
const T1 = '2026-01-01T00:00:00Z';
const T2 = '2026-01-02T00:00:00Z';
const T3 = '2026-01-03T00:00:00Z';

const SITE = 'http://site.example';
const TREE = 'https://w3id.org/tree#';
const DCT = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Member {
  readonly iri: string;
  readonly of: string | undefined;
  readonly modified: string | undefined;
  readonly deleted: boolean;
  /** Own statements, with a blank node shown as what is said of it. */
  readonly says: readonly string[];
}

async function quadsAt(client: Client, url: string, accept = 'application/n-quads') {
  const response = await client(url.slice(SITE.length), accepting(accept));
  const quads = await readQuads(await response.text(), { format: 'nquads' });
  return { response, quads };
}

/** Everything a client learns that starts at the root. */
async function replicate(client: Client) {
  const { quads: root } = await quadsAt(client, `${SITE}/ldes`);
  const pages = root
    .filter(({ predicate }) => predicate.value === `${TREE}node`)
    .map(({ object }) => object.value);
  const members: Member[] = [];
  const responses: Response[] = [];
  for (const page of pages) {
    const { response, quads } = await quadsAt(client, page);
    responses.push(response);
    const objects = (subject: string, predicate: string) =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map(({ object }) => object.value);
    const show = (subject: string): string[] =>
      quads
        .filter((quad) => quad.subject.value === subject)
        .filter(({ predicate }) => !predicate.value.startsWith(DCT) && predicate.value !== TYPE)
        .map(({ predicate, object }) => {
          const value =
            object.termType === 'BlankNode' ? `[${show(object.value).join()}]` : object.value;
          return `${predicate.value.slice('https://kg.test/t/'.length)} ${value}`;
        });
    expect(objects(page, TYPE)).toEqual([`${TREE}Node`]);
    for (const iri of objects(`${SITE}/ldes#stream`, `${TREE}member`))
      members.push({
        iri,
        of: objects(iri, `${DCT}isVersionOf`).join(),
        modified: objects(iri, `${DCT}modified`).join(),
        deleted: objects(iri, TYPE).includes('https://www.w3.org/ns/activitystreams#Delete'),
        says: show(iri),
      });
  }
  return { root, pages, members, responses };
}

const { folder, hashes } = await gitFolder([
  {
    time: T1,
    files: {
      'data/self.ttl': SELF,
      'data/a.ttl': `${HEAD}id:a t:size 1 ; t:at [ t:line 1 ] . id:old t:size 1 . id:same t:at [ t:line [ t:column 2 ] ] .`,
      'ontology/shapes.ttl': '<https://kg.test/Shape> <https://kg.test/t/size> 1 .',
      'ontology/rules/more.rq':
        'CONSTRUCT { ?s <https://kg.test/t/derived> true } WHERE { ?s <https://kg.test/t/size> ?o }',
    },
  },
  {
    time: T2,
    files: {
      'data/a.ttl': `${HEAD}id:same t:at [ t:line [ t:column 2 ] ] . id:a t:size 2 ; t:at [ t:line 1 ] ; dct:modified "2001-01-01" .`,
      'data/b.ttl': `${HEAD}<https://far.example/b> t:size 1 .`,
    },
  },
  { time: T2, files: { 'data/a.ttl': 'no Turtle' } },
  {
    time: T3,
    files: {
      'data/a.ttl': `${HEAD}id:a t:size 2 ; t:at [ t:line 2 ] ; dct:modified "2001-01-01" .`,
      'data/c.ttl': `${HEAD}id:same t:at [ t:line [ t:column 2 ] ] .`,
    },
  },
]);
const [first, second, , last] = hashes as [string, string, string, string];
const client = clientOf(await openFolder(folder));
const version = (hash: string, path: string) => `https://kg.test/versions/${hash}/${path}`;
const iso = (time: string) => new Date(time).toISOString();

describe('the event stream', () => {
  it('has one member for each resource that a commit changed, and no other', async () => {
    const { members } = await replicate(client);
    const member = (
      hash: string,
      time: string,
      [path, of]: [string, string],
      says: string[] | null,
    ) => ({
      iri: version(hash, path),
      of,
      modified: iso(time),
      deleted: says === null,
      says: says ?? [],
    });
    const id = (name: string): [string, string] => [`id/${name}`, `https://kg.test/id/${name}`];
    const far = 'https://far.example/b';
    expect(members).toEqual([
      member(first, T1, id('a'), ['size 1', 'at [line 1]']),
      {
        ...member(first, T1, id('dataset'), []),
        says: [expect.stringContaining('https://kg.test/')],
      },
      member(first, T1, id('old'), ['size 1']),
      member(first, T1, id('same'), ['at [line [column 2]]']),
      member(second, T2, [`doc?iri=${encodeURIComponent(far)}`, far], ['size 1']),
      member(second, T2, id('a'), ['size 2', 'at [line 1]']),
      member(second, T2, id('old'), null),
      member(last, T3, id('a'), ['size 2', 'at [line 2]']),
    ]);
  });

  it('names members by what can be looked up', async () => {
    const { members } = await replicate(client);
    for (const { iri, deleted } of members) {
      if (deleted) continue;
      const response = await follow(client, iri.slice('https://kg.test'.length));
      expect([iri, response.status]).toEqual([iri, 200]);
    }
  });

  it('has pages that never change, below a root that does', async () => {
    const { pages, responses } = await replicate(client);
    expect(pages).toEqual([first, second, last].map((hash) => `${SITE}/ldes/${hash}/1`));
    for (const { headers } of responses)
      expect([headers.get('cache-control'), headers.get('etag'), headers.get('vary')]).toEqual([
        'public, max-age=31536000, immutable',
        expect.stringMatching(/^"/),
        expect.stringMatching(/^Accept\b/),
      ]);
    const { response } = await quadsAt(client, `${SITE}/ldes`);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('leads to each page by the time of its members', async () => {
    const { root } = await replicate(client);
    const values = root
      .filter(({ predicate }) => predicate.value === `${TREE}value`)
      .map(({ object }) => object.value);
    expect(values).toEqual([T1, T2, T3].map(iso));
    const of = (local: string) =>
      root
        .filter(({ predicate }) => predicate.value === `https://w3id.org/ldes#${local}`)
        .map(({ object }) => object.value);
    expect([of('timestampPath'), of('versionOfPath'), of('versionDeletePath')]).toEqual([
      [`${DCT}modified`],
      [`${DCT}isVersionOf`],
      [TYPE],
    ]);
  });

  it.each([
    ['text/turtle', 'text/turtle; charset=utf-8'],
    ['application/trig', 'application/trig; charset=utf-8'],
    ['application/n-triples', 'application/n-triples; charset=utf-8'],
    ['application/ld+json', 'application/ld+json; charset=utf-8'],
  ])('is to be had as %s', async (accept, type) => {
    for (const path of ['/ldes', `/ldes/${first}/1`])
      expect((await client(path, accepting(accept))).headers.get('content-type')).toBe(type);
  });

  it.each([
    `/ldes/${first}/2`,
    `/ldes/${first}/0`,
    `/ldes/${first}`,
    '/ldes/main/1',
    `/ldes/state-${first}/1`,
    '/ldes/',
  ])('has no page %s', async (path) => {
    expect((await client(path)).status).toBe(404);
  });

  it('cuts what one commit changed into pages', async () => {
    const things = Array.from({ length: 600 }, (_, n) => `id:n${n} t:size ${n} .`).join('\n');
    const big = await gitFolder([{ time: T1, files: { 'data/a.ttl': `${SELF}\n${things}` } }]);
    const { pages, members } = await replicate(clientOf(await openFolder(big.folder)));
    expect([pages.length, members.length, new Set(members.map(({ iri }) => iri)).size]).toEqual([
      3, 601, 601,
    ]);
  });

  it('begins with everything there was where the history is cut', async () => {
    const shallow = await temporaryFolder();
    git(shallow, ['clone', '--quiet', '--depth=2', `file://${folder}`, 'copy']);
    const cut = clientOf(await openFolder(join(shallow, 'copy')));
    const { pages, members } = await replicate(cut);
    expect(pages).toEqual([`${SITE}/ldes/state-${last}/1`]);
    expect(members.map(({ of }) => of)).toEqual([
      'https://far.example/b',
      'https://kg.test/id/a',
      'https://kg.test/id/dataset',
      'https://kg.test/id/same',
    ]);
    const text = await (await cut('/ldes')).text();
    expect(text).toContain(`from commit ${last} on, with everything that was there then`);
  });

  it('is the present state where there is no history', async () => {
    const files = { 'data/a.ttl': `${SELF} id:a t:size 1 ; t:at [ t:line 1 ] . id:b t:size 2 .` };
    const publication = await openFolder(await temporaryFolder(files));
    const { pages, members } = await replicate(clientOf(publication));
    expect(pages).toEqual([`${SITE}/ldes/state-${publication.version}/1`]);
    expect(members.map(({ iri, of, says }) => [iri, of, says.toSorted()])).toEqual([
      [`${pages[0]}#0`, 'https://kg.test/id/a', ['at [line 1]', 'size 1']],
      [`${pages[0]}#1`, 'https://kg.test/id/b', ['size 2']],
      [`${pages[0]}#2`, 'https://kg.test/id/dataset', [expect.any(String)]],
    ]);
    expect(members.every(({ modified }) => !Number.isNaN(Date.parse(modified ?? '')))).toBe(true);
  });
});
