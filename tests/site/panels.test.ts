/** Another folder gets its own panels by writing queries: letters, here, with not a line of code for them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accepting, address, type Client, clientOf } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BASE = 'https://letters.example/';

const DATA = `
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix void: <http://rdfs.org/ns/void#> .
  @prefix x: <${BASE}> .
  x:dataset a void:Dataset ; void:uriSpace "${BASE}" ; dct:title "Letters"@en , "书信"@zh-Hans ;
    void:rootResource x:ada .
  x:Person rdfs:label "person"@en , "人物"@zh-Hans . x:Author rdfs:subClassOf x:Person .
  x:ada a x:Author ; rdfs:label "Ada"@en , "阿达"@zh-Hans .
  x:ben a x:Person ; rdfs:label "Ben"@en .
  x:l1 a x:Letter ; rdfs:label "First letter"@en , "第一封信"@zh-Hans ; x:from x:ada ; x:mood x:glad ;
    x:gist "All is well."@en , "一切都好。"@zh-Hans ; x:pages 3 .
  x:l2 a x:Letter ; rdfs:label "Second letter"@en , "第二封信"@zh-Hans ; x:from x:ada ; x:mood x:sad ;
    x:gist "Rain <b>again</b>."@en ; x:pages 5 .
  x:glad rdfs:label "glad"@en . x:sad rdfs:label "sad"@en .
  x:claim a x:Rumour , rdf:Statement ; rdf:subject x:ben ; rdf:predicate x:knows ; rdf:object x:ada ; x:heardIn x:l2 .`;

const query = (header: string, text: string) =>
  `${header}\nPREFIX x: <${BASE}>\nPREFIX void: <http://rdfs.org/ns/void#>\nPREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n${text}`;

const FILES = {
  'data/all.ttl': DATA,
  'queries/letters.rq': query(
    `#+ title: { en: Letters of this person, zh-Hans: 此人的书信 }
#+ about: x:Person
#+ view: cards
#+ filters: [mood]
#+ columns: { mood: { en: Mood, zh-Hans: 心情 } }`,
    'SELECT ?letter ?text ?figure ?mood { ?letter x:from ?this ; x:mood ?mood ; x:gist ?text ; x:pages ?figure } ORDER BY ?letter',
  ),
  'queries/count.rq': query(
    '#+ title: { en: letters, zh-Hans: 封信 }\n#+ about: void:Dataset\n#+ view: figure',
    'SELECT (COUNT(*) AS ?n) { ?letter a x:Letter }',
  ),
  'queries/rumours.rq': query(
    '#+ title: Heard\n#+ about: x:Rumour\n#+ view: source',
    `SELECT ?claim ?place ?group ?disputed { ?this x:heardIn ?place .
      VALUES ?group { "Hearsay"@en "传闻"@zh-Hans } BIND (true AS ?disputed) BIND (?this AS ?claim) }`,
  ),
  'queries/moods.rq': query(
    '#+ title: Moods\n#+ menu: { en: Moods, zh-Hans: 心情 }',
    'SELECT ?mood (COUNT(?letter) AS ?letters) { ?letter x:mood ?mood } GROUP BY ?mood ORDER BY ?mood',
  ),
  'queries/broken.rq': query(
    '#+ title: Never ends\n#+ about: x:Letter',
    'SELECT ?this ?n { ?this x:pages ?n BIND (1/0 AS ?none) FILTER (BOUND(?none)) }',
  ),
};

let client: Client;
beforeAll(async () => {
  client = clientOf(await publicationOf(FILES));
});

const pageAt = async (path: string, language = 'en') =>
  (await client(path, { headers: { accept: 'text/html', 'accept-language': language } })).text();
const textOf = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const count = (page: string, what: RegExp) => page.match(what)?.length ?? 0;

describe('a query about a class', () => {
  it('stands on the page of each instance, of narrower classes too', async () => {
    const page = await pageAt('/doc/ada');
    expect(textOf(page)).toContain('Letters of this person');
    expect(count(page, /class="card /g)).toBe(2);
  });

  it('does not appear where it has no answer, nor on other things', async () => {
    for (const path of ['/doc/ben', '/doc/glad', '/doc/l1'])
      expect(textOf(await pageAt(path))).not.toMatch(/Letters of this person|Never ends/);
  });

  it('gives a reader the texts of the own language, once', async () => {
    const text = textOf(await pageAt('/doc/ada', 'zh'));
    expect(text).toContain('一切都好。');
    expect(text).not.toContain('All is well.');
    expect(text).toContain('心情');
  });

  it('keeps markup in the data as text', async () => {
    expect(await pageAt('/doc/ada')).toContain('Rain &lt;b&gt;again&lt;/b&gt;.');
  });

  it('lets a reader choose by its filters, by links alone', async () => {
    const page = await pageAt('/doc/ada');
    const link = /href="([^"]*mood=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(link).toBe(
      `/ada?mood=${encodeURIComponent(`${BASE}glad`)}#letters`.replace('/ada', '/doc/ada'),
    );
    const chosen = await pageAt(link.split('#')[0] ?? '');
    expect(count(chosen, /class="card /g)).toBe(1);
    expect(textOf(chosen)).toContain('All is well.');
    expect(chosen).toMatch(/aria-current="true"/);
  });

  it('says so where nothing fits the choice', async () => {
    const page = await pageAt(address('/doc/ada', { mood: `${BASE}none` }));
    expect(textOf(page)).toContain('Nothing matches this choice');
  });
});

describe('the front page', () => {
  it('has the figures of the folder, each with the way to its query', async () => {
    const page = await pageAt('/');
    expect(page).toMatch(/<a class="stat-link" href="\/queries\/count"\s*>\s*<b>2<\/b/);
  });

  it('leads to where the dataset says that one should begin', async () => {
    expect(await pageAt('/')).toMatch(/class="entrances">\s*<li>\s*<a href="\/ada">/);
  });

  it('has the first saved queries as questions where the folder chose none', async () => {
    expect(textOf(await pageAt('/'))).toContain('Moods');
  });
});

describe('the bar', () => {
  it('has the entrances and the queries that ask for a place', async () => {
    const bar = /<nav[^>]*>(.*?)<\/nav>/s.exec(await pageAt('/doc/ben', 'zh'))?.[1] ?? '';
    expect(textOf(bar)).toContain('阿达');
    expect(bar).toContain('href="/queries/moods"');
    expect(textOf(bar)).toContain('心情');
  });
});

describe('who says so', () => {
  it('is what the query about the class of claims says, under its own heading, with the dispute', async () => {
    const text = textOf(await pageAt('/doc/ben'));
    expect(text).toMatch(/Hearsay .*Ada .*says Second letter .*Disputed/);
    expect(textOf(await pageAt('/doc/ben', 'zh'))).toMatch(/传闻 .*阿达 .*第二封信 .*存疑/);
  });
});

describe('the page of a query', () => {
  it('has answer, text and files', async () => {
    const page = await pageAt('/queries/moods');
    expect(textOf(page)).toMatch(/Moods .*glad 1 .*sad 1 .*SELECT/);
    expect(page).toContain('href="/queries/moods.csv"');
  });

  it('answers for one thing by ?this=, and gives the text that does so', async () => {
    const page = await pageAt(address('/queries/letters', { this: `${BASE}ada` }));
    expect(count(page, /class="card /g)).toBe(2);
    expect(page).toContain(`VALUES ?this { &lt;${BASE}ada&gt; }`);
  });

  it.each([
    ['csv', '/queries/moods.csv', undefined, 'text/csv'],
    [
      'json',
      '/queries/moods',
      'application/sparql-results+json',
      'application/sparql-results+json',
    ],
    ['what a program takes by default', '/queries/moods', '*/*', 'application/sparql-results+json'],
  ])('is a file as well: %s', async (_, path, accept, type) => {
    const response = await client(path, accept === undefined ? undefined : accepting(accept));
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).toContain(`${BASE}glad`);
  });

  it('is 404 for a name that there is not', async () => {
    for (const path of ['/queries/none', '/queries/moods.gif', '/queries/%E0%A4%A'])
      expect((await client(path)).status).toBe(404);
  });
});

it('a list of all queries says on which pages the panels stand', async () => {
  const text = textOf(await pageAt('/queries'));
  expect(text).toMatch(/Moods .*On the pages of things .*Letters of this person on each person/);
});

it('links to the panels for which a page has no room', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 33 }, (_, index) => [
      `queries/n${10 + index}.rq`,
      query(`#+ title: Number ${index}\n#+ about: x:Person`, 'SELECT ?this ?n { ?n x:from ?this }'),
    ]),
  );
  const crowded = clientOf(await publicationOf({ 'data/all.ttl': DATA, ...many }));
  const page = await (await crowded('/doc/ada', accepting('text/html'))).text();
  expect(count(page, /<section class="answer/g)).toBe(30);
  for (const index of [30, 31, 32])
    expect(page).toContain(
      `href="/queries/n${10 + index}?this=${encodeURIComponent(`${BASE}ada`)}"`,
    );
});
