/** `/labels.json`: what to call IRIs, and what kind of thing each is. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf, withHeaders } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BASE = 'https://kg.test/';
const DATA = `
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix schema: <https://schema.org/> .
  @prefix void: <http://rdfs.org/ns/void#> .
  <${BASE}set> a void:Dataset ; void:uriSpace "${BASE}" .
  <${BASE}id/ada> a schema:Person ; rdfs:label "Ada"@en , "爱达"@zh-Hans .
  <${BASE}id/markup> rdfs:label "<b>bold</b>" .
  <${BASE}id/bare> schema:size 7 .
  <https://other.example/city> a schema:City ; rdfs:label "Bath"@en .`;

let client: Client;
beforeAll(async () => {
  client = clientOf(await publicationOf({ 'data/all.ttl': DATA }));
});

const pathOf = (iris: readonly string[], language?: string) =>
  `/labels.json?${new URLSearchParams([
    ...iris.map((iri): [string, string] => ['iri', iri]),
    ...(language === undefined ? [] : [['lang', language] as [string, string]]),
  ]).toString()}`;

const ask = async (iris: readonly string[], language?: string): Promise<unknown> =>
  (await client(pathOf(iris, language))).json();

describe('/labels.json', () => {
  it.each([
    [
      'a thing of ours',
      `${BASE}id/ada`,
      { label: 'Ada', lang: 'en', kind: 'person', href: '/doc/ada' },
    ],
    [
      'a thing of others',
      'https://other.example/city',
      { label: 'Bath', lang: 'en', kind: 'place' },
    ],
    ['a thing without a name', `${BASE}id/bare`, { kind: 'none', href: '/doc/bare' }],
    ['what nobody has heard of', 'urn:x:y', { kind: 'none' }],
    [
      'a name full of markup',
      `${BASE}id/markup`,
      { label: '<b>bold</b>', lang: '', kind: 'none', href: '/doc/markup' },
    ],
    ['a prototype of JavaScript', '__proto__', { kind: 'none' }],
  ])('says of %s what is known', async (_, iri, expected) => {
    expect(await ask([iri])).toEqual(JSON.parse(JSON.stringify({ [iri]: expected })));
  });

  it('speaks the language that the reader has chosen, and keeps it in links', async () => {
    expect(await ask([`${BASE}id/ada`], 'zh')).toMatchObject({
      [`${BASE}id/ada`]: { label: '爱达', lang: 'zh-hans', href: '/doc/ada?lang=zh-hans' },
    });
  });

  it.each([
    ['none', 0, 'there is no IRI'],
    ['more than 200', 201, 'send at most 200'],
  ])('refuses %s', async (_, count, reason) => {
    const response = await client(pathOf(Array.from({ length: count }, (_, n) => `urn:x:${n}`)));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(reason);
  });

  it('says nothing twice to who has it already, unless in another language', async () => {
    const path = pathOf([`${BASE}id/ada`]);
    const etag = (await client(path)).headers.get('etag') ?? '';
    const again = (language: string) =>
      client(path, withHeaders({}, { 'if-none-match': etag, 'accept-language': language }));
    expect((await client(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await again('zh')).status).toBe(200);
  });
});
