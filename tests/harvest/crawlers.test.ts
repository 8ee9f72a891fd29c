/** What crawlers find: robots.txt, sitemaps, llms.txt, the entry for the LOD cloud, data in the front page. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readRdf } from '../../src/rdf/index.ts';
import { accepting, type Client, clientOf, follow, ORIGIN, queryPath } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { rdfFormat } from '../support/rdf-format.ts';
import { openRepository } from '../support/repository.ts';
import { lacksSuite, readSuite } from '../support/suites.ts';
import { validateShapes } from '../support/validate-shapes.ts';

let client: Client;
beforeAll(async () => {
  client = clientOf(await openRepository());
});

const textAt = async (path: string, of = client) => (await of(path)).text();
const locationsIn = (xml: string) =>
  Array.from(xml.matchAll(/<loc>([^<]*)<\/loc>/g), ([, url = '']) => url);

it('robots may see everything, and are told of the sitemap', async () => {
  expect(await textAt('/robots.txt')).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${ORIGIN}/sitemap.xml\n`,
  );
});

describe('the sitemap', () => {
  it('lists pages that are there, each once', async () => {
    const urls = locationsIn(await textAt('/sitemap.xml'));
    expect(urls.length).toBeGreaterThan(300);
    expect(new Set(urls).size).toBe(urls.length);
    const sample = urls.filter((_, number) => number % 15 === 0);
    for (const url of sample) {
      const { pathname, search } = new URL(url);
      const { status } = await client(pathname + search, accepting('text/html'));
      expect([url, status]).toEqual([url, 200]);
    }
  });

  it('escapes what XML or a URL may not hold', async () => {
    const hostile = clientOf(
      await publicationOf({
        'data/a.nt': [
          `<http://e.example/d> <http://rdfs.org/ns/void#uriSpace> "http://e.example/" .`,
          String.raw`<http://e.example/a&b'c> <http://e.example/p> "1" .`,
          String.raw`<http://e.example/\u00e9?x=1&y=2> <http://e.example/p> "1" .`,
        ].join('\n'),
      }),
    );
    const urls = locationsIn(await textAt('/sitemap.xml', hostile));
    expect(urls).toContain(`${ORIGIN}/a&amp;b&apos;c`);
    expect(urls).toContain(`${ORIGIN}/doc?iri=http%3A%2F%2Fe.example%2F%C3%A9%3Fx%3D1%26y%3D2`);
  });

  it('is split when it is long, and lists its parts', async () => {
    const lines = Array.from(
      { length: 50_001 },
      (_, n) => `<http://e.example/${n}> <http://e.example/p> "1" .`,
    );
    const long = clientOf(await publicationOf({ 'a.nt': lines.join('\n') }));
    const parts = locationsIn(await textAt('/sitemap.xml', long));
    expect(parts).toEqual([`${ORIGIN}/sitemap-1.xml`, `${ORIGIN}/sitemap-2.xml`]);
    const [first, second] = await Promise.all(
      ['/sitemap-1.xml', '/sitemap-2.xml'].map(
        async (path) => locationsIn(await textAt(path, long)).length,
      ),
    );
    expect(first).toBe(50_000);
    expect(second).toBeGreaterThan(0);
    expect((await long('/sitemap-3.xml')).status).toBe(404);
  });
});

describe('llms.txt', () => {
  it('says where the endpoint is, what is in it and how to ask', async () => {
    const text = await textAt('/llms.txt');
    for (const part of [
      `${ORIGIN}/sparql`,
      '## Prefixes',
      '## Classes',
      '## Properties',
      '```sparql',
    ])
      expect(text).toContain(part);
  });

  it('gives queries that run', async () => {
    const queries = Array.from(
      (await textAt('/llms.txt')).matchAll(/```sparql\n([^]*?)\n```/g),
      ([, query = '']) => query,
    );
    expect(queries).toHaveLength(10);
    for (const query of queries) expect((await client(queryPath(query))).status).toBe(200);
  });
});

it('the entry for the LOD cloud has what its form asks for', async () => {
  const entry = JSON.parse(await textAt('/lod-cloud.json'));
  expect(entry).toMatchObject({
    identifier: 'education-cooperation',
    sparql: [{ access_url: `${ORIGIN}/sparql` }],
    license: 'https://creativecommons.org/licenses/by/4.0/',
    contact_point: { name: 'Graphpress', email: '' },
  });
  expect(entry.full_download).toHaveLength(6);
});

/** The JSON-LD of a page. */
async function dataIn(of: Client): Promise<string> {
  const page = await (await of('/', accepting('text/html'))).text();
  return /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
}

describe('the front page', () => {
  it('links to the catalogue in several syntaxes', async () => {
    const page = await (await client('/', accepting('text/html'))).text();
    for (const path of ['catalog.ttl', 'catalog.jsonld', 'catalog.rdf'])
      expect(page).toMatch(new RegExp(`rel="alternate"[^>]*href="/${path}"`));
  });

  it.skipIf(lacksSuite('nde'))(
    'holds the dataset as the Dutch register takes it, short of what only a person can tell',
    async () => {
      // The register wants https, which the base has.
      const text = await dataIn(client);
      const { quads } = await readRdf(text.replaceAll(`${ORIGIN}/`, 'https://kg.example/'), {
        format: rdfFormat('jsonld'),
        baseIri: 'https://kg.example/',
        blankNodeScope: 'page',
      });
      // Only a person can tell when it was begun, by which number and by which mailbox the publisher is known.
      expect(validateShapes(quads, await readSuite('nde/shacl.ttl'))).toEqual([
        'Info education-cooperation dateCreated MinCount',
        'Info graphpress identifier SPARQL',
        'Warning graphpress contactPoint SPARQL',
      ]);
    },
  );

  it('holds hostile titles as data, not as markup', async () => {
    const title = String.raw`</script><script>alert(1)</script><!-- " \\ ]]>`;
    const hostile = clientOf(
      await publicationOf({
        'data/dataset.ttl': `@prefix dct: <http://purl.org/dc/terms/> . @prefix void: <http://rdfs.org/ns/void#> .
          <http://e.example/d> void:uriSpace "http://e.example/" ; dct:title "${title.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" .`,
      }),
    );
    const response = await hostile('/', accepting('text/html'));
    const page = await response.text();
    // One with the data, one with the address of our own script.
    expect(page.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/search\.js\?v=[0-9a-f]+">$/),
      '<script type="application/ld+json">',
    ]);
    expect(JSON.parse(await dataIn(hostile)).name).toEqual([title]);
    // Such data is not run, so that no policy stands against it.
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives an RDF client the catalogue', async () => {
    const response = await follow(client, '/', accepting('text/turtle'));
    expect(await response.text()).toContain('a dcat:Catalog');
  });
});
