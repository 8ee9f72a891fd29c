/** Saved queries and links that no tidy folder has: their pages stand, lead nowhere harmful, and say what they leave out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/sparql/index.ts';
import { accepting, address, type Client, clientOf, ORIGIN } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BASE = 'https://odd.example/';
const NAME = `100% of "what"? <b> #1 问题`;
const MANY = 2100;

const query = (header: string, text: string) => `${header}\nPREFIX x: <${BASE}>\n${text}`;
const aboutThing = (text: string, view = 'table') =>
  query(`#+ about: x:Thing\n#+ view: ${view}`, text);

const FILES = {
  'data/all.ttl': `
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix void: <http://rdfs.org/ns/void#> .
  @prefix x: <${BASE}> .
  x:dataset a void:Dataset ; void:uriSpace "${BASE}" ; dct:title "Odd"@en , "怪"@zh-Hans ; dct:language "en" , "zh-Hans" ;
    void:rootResource x:thing , x:nowhere , <urn:nothing> , <javascript:alert(1)> , <https://elsewhere.example/> .
  x:thing a x:Thing ; rdfs:label "Thing"@en ;
    x:link <http://[> , <http://a:b> , <https://h.example:99999/> , <javascript:alert(2)> .
  ${Array.from({ length: 60 }, (_, index) => `x:r${index} a rdf:Statement ; rdf:subject x:rumoured ; rdf:predicate x:knows ; rdf:object x:k${index} .`).join('\n')}
  x:rumoured rdfs:label "Rumoured"@en .
  x:crowd a x:Crowd ; rdfs:label "Crowd"@en ;
    x:has ${Array.from({ length: MANY }, (_, index) => `x:m${index}`).join(' , ')} .`,
  [`queries/${NAME}.rq`]: query(
    '#+ title: Odd name\n#+ menu: Odd name',
    'SELECT ?thing { ?thing a x:Thing }',
  ),
  'queries/construct.rq': aboutThing('CONSTRUCT { ?this x:is ?kind } WHERE { ?this a ?kind }'),
  'queries/short.rq': aboutThing('CONSTRUCT WHERE { ?this a ?kind }'),
  'queries/comment.rq': aboutThing(
    '# a { in a comment\nSELECT ("{" AS ?x) WHERE { ?this a ?kind }',
  ),
  'queries/exists.rq': aboutThing('SELECT (EXISTS { ?this a x:Thing } AS ?x) WHERE { ?this a ?k }'),
  'queries/describe.rq': aboutThing('DESCRIBE ?this'),
  'queries/links.rq': aboutThing(
    `SELECT ?key ?link { ?this a x:Thing
      VALUES (?key ?link) { (1 <javascript:alert(3)>) (2 "JAVASCRIPT:alert(4)") (3 "data:text/html,x") } }`,
    'cards',
  ),
  'queries/alike.rq': aboutThing(
    `SELECT ?key { ?this a x:Thing
      VALUES ?key { <${BASE}1/a> <${BASE}2/a> <${BASE}a-2> <${BASE}3/a> <${BASE}4/a> } }`,
    'cards',
  ),
  'queries/nowhere.rq': aboutThing(
    'SELECT ?key ?start ?end { ?this a x:Thing VALUES (?key ?start ?end) { (1 -5 -1) (2 0 0) } }',
    'strip',
  ),
  'queries/moment.rq': query('#+ title: Moment', 'SELECT (NOW() AS ?now) {}'),
  ...Object.fromEntries(
    ['cards', 'answer', 'bar', 'timeline'].map((view) => [
      `queries/all-${view}.rq`,
      query(
        `#+ title: All\n#+ about: x:Crowd\n#+ view: ${view}`,
        'SELECT ?member ?value ?start { ?this x:has ?member BIND (1 AS ?value) BIND ("2022" AS ?start) }',
      ),
    ]),
  ),
};

let client: Client;
beforeAll(async () => {
  client = clientOf(await publicationOf(FILES));
});

const pageAt = async (path: string) => {
  const response = await client(path, accepting('text/html'));
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const THING = { this: `${BASE}thing` };

describe('a link', () => {
  it.each([
    ['/'],
    ['/doc/thing'],
    [address('/queries/links', THING)],
    ['/sparql?query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D'],
  ])('to what no browser may follow is none: %s', async (path) => {
    const { status, text } = await pageAt(path);
    expect(status).toBe(200);
    expect(text).not.toMatch(/href="(?:javascript|data:text)/i);
  });

  it('leads to no entrance of which nothing is said', async () => {
    const { text } = await pageAt('/');
    expect(text).not.toMatch(/href="[^"]*nowhere|href="[^"]*nothing/);
    expect(text).toContain('href="/thing"');
  });

  it('to what is an IRI and no address stands by its whole text', async () => {
    const { text } = await pageAt('/doc/thing');
    for (const iri of ['http://[', 'http://a:b', 'https://h.example:99999/'])
      expect(text).toContain(`>${iri}<`);
  });
});

describe('the name of a query', () => {
  const PATH = `/queries/${encodeURIComponent(NAME)}`;

  it('is escaped wherever a page leads to it', async () => {
    for (const path of ['/', '/queries', '/doc/thing', PATH]) {
      const { status, text } = await pageAt(path);
      expect(status).toBe(200);
      expect(text).toContain(`href="${PATH}"`);
    }
    expect((await pageAt(PATH)).text).toContain(`href="${PATH}.csv"`);
  });

  it('is the name of its file, in letters that a header takes', async () => {
    const response = await client(`${PATH}.csv`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="100-of-what-b-1-.csv"; filename*=UTF-8''${encodeURIComponent(`${NAME}.csv`)}`,
    );
  });
});

describe('?this=', () => {
  it.each([
    ['what is no IRI', '?this=nothing'],
    [
      'an IRI that would end before its end',
      `?this=${encodeURIComponent('http://a> <b> <c> . <d')}`,
    ],
    ['two resources', `?this=${BASE}thing&this=${BASE}crowd`],
  ])('is refused for %s', async (_, search) => {
    for (const path of ['/queries/construct', '/queries/construct.ttl']) {
      const { status, text } = await pageAt(path + search);
      expect(status).toBe(400);
      expect(text).not.toContain('VALUES ?this');
    }
  });

  it('is heard however long it is, and whatever stands before it', async () => {
    const long = `${BASE}${'a'.repeat(2000)}`;
    const before = Array.from({ length: 30 }, (_, index) => `p${index}=1&`).join('');
    for (const search of [`this=${long}`, `${before}this=${BASE}nothing`]) {
      const response = await client(`/queries/comment.csv?${search}`);
      expect(await response.text()).toBe('x\r\n');
    }
  });

  it('that is an IRI and no address has a page', async () => {
    expect((await pageAt('/queries/comment?this=http://[')).status).toBe(200);
  });

  it.each(['construct', 'short', 'comment', 'exists', 'describe', 'links'])(
    'gives a text that can be sent as it is: %s',
    async (name) => {
      const { text } = await pageAt(address(`/queries/${name}`, THING));
      const shown = /<a href="\/sparql\?query=([^"]*)">/.exec(text)?.[1] ?? '';
      const sent = decodeURIComponent(shown);
      expect(sent).toContain(`VALUES ?this { <${BASE}thing> }`);
      expect(() => parseQuery(sent)).not.toThrow();
      const answers = await Promise.all(
        [`/sparql?query=${shown}`, address(`/queries/${name}`, THING)].map(async (path) =>
          (await client(path, accepting('application/n-triples, text/csv'))).text(),
        ),
      );
      expect(answers[0]).toBe(answers[1]);
    },
  );
});

describe('an answer of which a page shows a part', () => {
  it.each(['cards', 'answer', 'bar', 'timeline'])('says so: %s', async (view) => {
    const { text } = await pageAt(address(`/queries/all-${view}`, { this: `${BASE}crowd` }));
    expect(text).toContain('there are more; the downloads contain all of them');
  });

  it('is not counted as the whole', async () => {
    const { text } = await pageAt(address('/queries/all-answer', { this: `${BASE}crowd` }));
    expect(text).toMatch(/class="figure">\s*2,000\+/);
  });
});

describe('an answer that is another one each time', () => {
  it.each(['/queries/moment', '/queries/moment.csv'])('has no validator: %s', async (path) => {
    const { headers } = await pageAt(path);
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it('is asked anew', async () => {
    const nowOn = async () =>
      /\d{4}-\d\d-\d\dT[\d:.]+/.exec((await pageAt('/queries/moment')).text)?.[0];
    const first = await nowOn();
    await expect.poll(nowOn).not.toBe(first);
  });
});

describe('items on a page', () => {
  it('have places of their own, however alike their names are', async () => {
    const { text } = await pageAt(address('/queries/alike', THING));
    const ids = [...text.matchAll(/<article class="card [^"]*" id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['a', 'a-2', 'a-2-2', 'a-3', 'a-4']);
  });

  it('stand on a strip where they stand in a text, and nowhere else', async () => {
    const { text } = await pageAt(address('/queries/nowhere', THING));
    expect(text).not.toMatch(/NaN|Infinity|x="-/);
  });
});

describe('the other language', () => {
  it.each([
    ['/sparql?query=ASK+%7B%7D&view=table'],
    ['/sparql?query=SELECT'],
    [address('/doc/thing', { property: `${BASE}link` })],
    [address('/doc/thing', { mood: 'glad' })],
    [address('/queries/links', { ...THING, mood: 'glad' })],
    [address('/explore', { resource: `${BASE}thing` })],
  ])('is one of the same page: %s', async (path) => {
    const { text } = await pageAt(path);
    const [, link = ''] = /class="languages".*?<a\s+href="([^"]*)"/s.exec(text) ?? [];
    const target = new URL(link.replaceAll('&amp;', '&'), ORIGIN);
    const asked = new URL(path, ORIGIN);
    expect(target.searchParams.get('lang')).not.toBeNull();
    target.searchParams.delete('lang');
    asked.searchParams.delete('lang');
    expect([target.pathname, ...target.searchParams]).toEqual([
      asked.pathname,
      ...asked.searchParams,
    ]);
  });
});

describe('all values of a property', () => {
  it('are those that are merely claimed as well', async () => {
    const all = await pageAt(address('/doc/rumoured', { property: `${BASE}knows` }));
    expect(all.text.match(/href="\/k\d+"/g)).toHaveLength(60);
  });

  it('are none where it has none, and the page says so', async () => {
    const { text } = await pageAt(address('/doc/thing', { property: `${BASE}none` }));
    expect(text).toContain('No other statements.');
  });
});
