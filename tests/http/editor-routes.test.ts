/** What the editor asks besides answers: whether a text is a query, and the words of the dataset. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accepting, address, type Client, clientOf, queryPath } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BASE = 'https://kg.test/';
const DATA = `
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix void: <http://rdfs.org/ns/void#> .
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix v: <${BASE}voc#> .
  <${BASE}set> a void:Dataset ; void:uriSpace "${BASE}" ; dct:language "en" .
  v:Ship a rdfs:Class ; rdfs:label "ship"@en , "船"@zh-Hans .
  <${BASE}id/a> a v:Ship ; rdfs:label "Argo"@en ; v:crew 50 .
  <${BASE}id/b> a v:Ship ; rdfs:label "Beagle"@en ; v:crew 74 .`;

let client: Client;
beforeAll(async () => {
  client = clientOf(await publicationOf({ 'data/all.ttl': DATA }));
});

const check = async (query: string): Promise<unknown> =>
  (
    await client('/sparql-check', {
      method: 'POST',
      headers: { 'content-type': 'application/sparql-query' },
      body: query,
    })
  ).json();

describe('/sparql-check', () => {
  it.each([
    ['SELECT * { ?s ?p ?o }', { isValid: true, form: 'select' }],
    ['ASK {}', { isValid: true, form: 'ask' }],
    ['CONSTRUCT WHERE { ?s ?p ?o }', { isValid: true, form: 'construct' }],
    ['DESCRIBE <x:y>', { isValid: true, form: 'describe' }],
    [
      'SELECT *\n{ ?s ?p }',
      { isValid: false, line: 2, column: 9, reason: '"}" cannot stand here' },
    ],
    [
      'SELECT * { ?s a no:Thing }',
      { isValid: false, line: 1, column: 17, reason: 'unknown prefix: no' },
    ],
    ['CLEAR ALL', { isValid: false, reason: 'this is an update: only queries are answered here' }],
  ])('of %s says what is so', async (query, verdict) => {
    expect(await check(query)).toEqual(verdict);
  });

  it('reads a query in the address too, and runs none', async () => {
    const endless = `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 12 }, (_, n) => `?a${n} ?b${n} ?c${n} .`).join(' ')} }`;
    const response = await client(address('/sparql-check', { query: endless }));
    expect(await response.json()).toEqual({ isValid: true, form: 'select' });
  });

  it('refuses a request without a query', async () => {
    expect((await client('/sparql-check')).status).toBe(400);
  });
});

describe('/sparql-vocabulary.json', () => {
  it('has classes and properties with their counts, and their labels in all languages', async () => {
    const served = (await (await client('/sparql-vocabulary.json')).json()) as {
      readonly prefixes: Readonly<Record<string, string>>;
      readonly classes: readonly unknown[];
      readonly properties: readonly unknown[];
      readonly functions: readonly unknown[];
    };
    expect(served.prefixes).toMatchObject({ v: `${BASE}voc#` });
    expect(served.classes[0]).toEqual({
      iri: `${BASE}voc#Ship`,
      count: 2,
      labels: { en: 'ship', 'zh-hans': '船' },
    });
    expect(served.properties).toContainEqual({ iri: `${BASE}voc#crew`, count: 2, labels: {} });
    expect(served.functions).toContainEqual({
      name: 'STRLEN',
      takes: 'text',
      en: 'length in characters',
      zh: '字符数',
    });
  });

  it('is the same for everybody until the data change', async () => {
    const first = await client('/sparql-vocabulary.json');
    const etag = first.headers.get('etag') ?? '';
    const again = await client('/sparql-vocabulary.json', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });
});

const textOf = (page: string) =>
  (/<textarea[^>]*>\s*([^<]*)<\/textarea>/.exec(page)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('the form', () => {
  it.each([
    ['one vocabulary and names', DATA, ['Argo', 'Beagle']],
    ['no names', '<x:a> <x:b> 1 .', ['1']],
    ['names without classes', '<x:a> <http://xmlns.com/foaf/0.1/name> "Ada" .', []],
  ])('starts, for data of %s, with a query that can be run', async (_, data, found) => {
    const own = clientOf(await publicationOf({ 'data/all.ttl': data }));
    const page = await (await own('/sparql', accepting('text/html'))).text();
    const answer = await own(queryPath(textOf(page)), accepting('text/csv'));
    expect(answer.status).toBe(200);
    const csv = await answer.text();
    for (const text of found) expect(csv).toContain(text);
  });

  it('gives the script rows that are whole, and none of an answer that is not', async () => {
    const given = async (query: string) => {
      const page = await (await client(queryPath(query), accepting('text/html'))).text();
      const [, json = ''] = /id="sparql-data">(.*?)<\/script>/s.exec(page) ?? [];
      return (JSON.parse(json) as { requested: { isWhole: boolean; lines: string[] } }).requested;
    };
    const numbers = `VALUES ?a { ${Array.from({ length: 40 }, (_, n) => n).join(' ')} }`;
    expect(await given('SELECT * { VALUES ?a { 1 "</script>"@en } }')).toMatchObject({
      isWhole: true,
      lines: ['1', '"</script>"@en'],
    });
    expect(await given(`SELECT * { ${numbers} ${numbers.replace('?a', '?b')} }`)).toMatchObject({
      isWhole: false,
      lines: [],
    });
  });
});
