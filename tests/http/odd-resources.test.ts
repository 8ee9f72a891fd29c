/** Pages about things that no tidy dataset has: each is a page that reads sensibly, and nothing of it is lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accepting, address, type Client, clientOf, follow } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BASE = 'https://odd.example/';
const MANY = 10_000;
const BIG = 1_048_576;
/** Every character that an IRI may hold beside letters and digits, and some that only IRIs may. */
const LEGAL = `a-._~!$&'()*+,;=:@%2F%20é中𝒳`;
const HEBREW = 'ספר הזוהר';

const DATA = `
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix schema: <https://schema.org/> .
  @prefix void: <http://rdfs.org/ns/void#> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  @prefix x: <${BASE}> .

  x:dataset a void:Dataset ; void:uriSpace "${BASE}" ; dct:title "Odd things"@en .
  x:bare x:with "nothing else" .
  x:typeless rdfs:label "No type"@en ; x:near x:bare .
  x:many a x:Hub ; rdfs:label "Many"@en ; x:has ${Array.from({ length: MANY }, (_, index) => `x:v${index}`).join(',')} .
  x:big rdfs:label "Big"@en ; x:text "${'paper '.repeat(BIG / 6)}end" .
  x:unknown rdfs:label "Nimi"@fi , "Ainm"@x-klingon .
  x:rtl a x:Book ; rdfs:label "${HEBREW}"@he ; rdfs:comment "${HEBREW}"@he .
  x:dates a x:Event ; rdfs:label "Dates"@en ; schema:startDate "2022-02-31"^^xsd:date ;
    schema:endDate "soon"^^xsd:date ; dct:date "2022-09-20"^^xsd:date ; x:year "-0044"^^xsd:gYear ;
    x:printed "--09-20"^^xsd:gMonthDay , "--02-30"^^xsd:gMonthDay .
  x:printed a x:Book ; rdfs:label "Printed"@en ; dct:issued "2022-09-20"^^xsd:date .
  x:dangling rdfs:label "Dangling"@en ; x:to x:nowhere , <https://elsewhere.example/thing> .
  x:Ring1 rdfs:subClassOf x:Ring2 . x:Ring2 rdfs:subClassOf x:Ring3 . x:Ring3 rdfs:subClassOf x:Ring1 .
  x:ringed a x:Ring1 ; rdfs:label "Ringed"@en .
  <${BASE}${LEGAL}> a x:Odd ; rdfs:label "Legal"@en ; x:near x:bare .
  x:place a schema:Place ; rdfs:label "Off the map"@en ; schema:latitude 123.4 ; schema:longitude "west" .
  x:self a x:Odd ; rdfs:label "Self"@en ; x:near x:self .
  x:blank a x:Odd ; rdfs:label "Blank"@en ; x:part _:a . _:a x:part _:b . _:b x:part _:a .
  x:claimed a x:Odd ; rdfs:label "Claimed"@en .
  x:claim a rdf:Statement ; rdf:subject x:claimed ; rdf:predicate x:near ; rdf:object x:bare .`;

let client: Client;
beforeAll(async () => {
  client = clientOf(await publicationOf({ 'data/odd.ttl': DATA }));
});

const pageAt = async (path: string, language = 'en') => {
  const init = { headers: { accept: 'text/html', 'accept-language': language } };
  const response = await follow(client, path, init);
  return { status: response.status, text: await response.text() };
};

/** Text without tags, entities read, white space folded. */
const textOf = (page: string) =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

type Case = readonly [what: string, path: string, shown: readonly (string | RegExp)[]];

const CASES: readonly Case[] = [
  ['no label', '/doc/bare', ['bare', 'nothing else']],
  ['no type', '/doc/typeless', ['No type', 'bare']],
  ['ten thousand values', '/doc/many', ['Many', 'v0', 'All 10,000 values']],
  [
    'a text of a megabyte',
    '/doc/big',
    [/paper paper/, `${(BIG - 4 + 3).toLocaleString('en')} characters in all`],
  ],
  ['labels in languages that nobody asked for', '/doc/unknown', ['Nimi', 'Ainm']],
  ['a name from right to left', '/doc/rtl', [HEBREW]],
  [
    'dates that the calendar does not have',
    '/doc/dates',
    ['2022-02-31', 'soon', '20 September 2022', '-0044', '--02-30'],
  ],
  ['links to what nothing is said of', '/doc/dangling', ['nowhere', 'elsewhere.example/thing']],
  ['a class in a hierarchy that runs in a circle', '/doc/ringed', ['Ringed', 'Ring1']],
  ['the class itself', '/doc/Ring1', ['Ring1', 'Ring2']],
  ['an IRI with every legal character', `/${LEGAL}`, ['Legal']],
  ['a place that is on no map', '/doc/place', ['Off the map', '123.4', 'west']],
  ['a thing that points to itself', '/doc/self', ['Self']],
  ['blank nodes in a circle', '/doc/blank', ['Blank']],
  ['something claimed that no graph holds', '/doc/claimed', ['Claimed', 'bare', 'claim']],
];

describe.each(['en', 'zh'])('for a reader of %s', (language) => {
  it.each(CASES)('%s is a page that shows it', async (_, path, shown) => {
    const { status, text } = await pageAt(path, language);
    expect(status).toBe(200);
    const words = textOf(text);
    const said = shown.filter(
      (one) => language === 'en' || !/[a-z]{3} \d|characters|values|September/.test(String(one)),
    );
    for (const one of said) expect(words).toMatch(one instanceof RegExp ? one : plain(one));
  });
});

const plain = (text: string) => new RegExp(RegExp.escape(text));

describe('of ten thousand values', () => {
  it('the first fifty stand on the page, and a page of the property has all', async () => {
    const { text } = await pageAt('/doc/many');
    expect(text.match(/href="\/v\d+"/g)?.length).toBeLessThan(120);
    const all = await pageAt(address('/doc/many', { property: `${BASE}has` }));
    expect(all.text.match(/href="\/v\d+"/g)).toHaveLength(MANY);
  });

  it('the Turtle has all as well', async () => {
    const turtle = await (await client('/doc/many.ttl', accepting('text/turtle'))).text();
    expect(turtle.match(/v\d+/g)).toHaveLength(MANY);
  });
});

it('a text of a megabyte does not make a page of a megabyte', async () => {
  expect((await pageAt('/doc/big')).text.length).toBeLessThan(60_000);
});

it('a text from right to left carries its language and its direction', async () => {
  const { text } = await pageAt('/doc/rtl');
  expect(text).toContain(`<span lang="he" dir="auto">${HEBREW}</span>`);
});

it('a day without a year is written without one', async () => {
  expect(textOf((await pageAt('/doc/dates')).text)).toMatch(/[^0-9-]20 September (?!2022)/);
  expect(textOf((await pageAt('/doc/dates', 'zh')).text)).toMatch(/[^年]9月20日/);
});

it('a date of the calendar is written in the language of the reader', async () => {
  expect(textOf((await pageAt('/doc/dates', 'zh')).text)).toContain('2022年9月20日');
});

describe('a date that begins nothing', () => {
  it('is drawn as a day, not as the beginning of a time without end', async () => {
    const text = textOf((await pageAt('/doc/printed')).text);
    expect(text).toContain('In time');
    expect(text).not.toContain('no date is stated');
  });
});
