/**
 * Whatever stands in the data, in a query or in a URL stays text on our pages: no markup of others, no address that
 * runs code. Each page is taken apart, and every element, attribute and address in it must be one of ours.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { address, type Client, clientOf, follow, queryPath } from '../support/client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BASE = 'https://hostile.example/';
const SCRIPT = '<script>alert(1)</script>';
const QUOTES = `"><img src=x onerror=alert(1)> ' onclick='alert(2)`;
const HEBREW = 'שלום';

const turtleString = (text: string) => JSON.stringify(text);

const DATA = `
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix void: <http://rdfs.org/ns/void#> .
  @prefix x: <${BASE}> .

  x:dataset a void:Dataset ;
    void:uriSpace "${BASE}" ;
    dct:title ${turtleString(SCRIPT)}@en , ${turtleString(QUOTES)}@de ;
    dct:description ${turtleString(QUOTES)}@en ;
    dct:license <javascript:alert(3)> .

  x:dataset dct:rights ${turtleString(SCRIPT)}@en ; dct:issued ${turtleString(QUOTES)} ;
    dct:publisher <javascript:alert(14)> ; dct:creator [ rdfs:label ${turtleString(QUOTES)}@en ] ;
    void:exampleResource x:thing .
  <${BASE}graph/all> dct:title ${turtleString(SCRIPT)}@en ; dct:description ${turtleString(QUOTES)}@en ;
    dct:rights ${turtleString(QUOTES)} ; dct:license <javascript:alert(15)> .
  x:thing owl:sameAs <https://other.example/'onclick='alert(16)'> .

  x:thing a <javascript:alert(4)> , x:Kind ;
    rdfs:label ${turtleString(SCRIPT)}@en , ${turtleString(QUOTES)}@de ;
    rdfs:comment ${turtleString(QUOTES)} , ${turtleString(`\u202E${HEBREW}`)}@he ;
    rdfs:seeAlso <javascript:alert(5)> , <JaVaScRiPt:alert(6)> , <data:text/html,alert(7)> ,
      <vbscript:alert(8)> , <https://other.example/'onclick='alert(9)'> ;
    <javascript:alert(10)> "value" ;
    x:typed ${turtleString(SCRIPT)}^^<javascript:alert(11)> ;
    x:nested [ rdfs:label ${turtleString(SCRIPT)} ; x:deeper [ rdfs:comment ${turtleString(QUOTES)} ] ] .

  x:Kind rdfs:label ${turtleString(SCRIPT)} .
  x:it\\'s rdfs:seeAlso x:thing .
  <${BASE}voc> a owl:Ontology ; rdfs:label ${turtleString(SCRIPT)} .
  <${BASE}voc#'onclick='alert(12)'> rdfs:label ${turtleString(QUOTES)} ; rdfs:isDefinedBy <${BASE}voc> .

  x:Class a owl:Class ; rdfs:label ${turtleString(SCRIPT)}@en , ${turtleString(QUOTES)}@de ;
    rdfs:comment ${turtleString(QUOTES)}@en , ${turtleString(SCRIPT)} ; owl:equivalentClass <javascript:alert(14)> ;
    rdfs:subClassOf <javascript:alert(15)> , [ owl:onProperty <javascript:alert(16)> ; owl:hasValue ${turtleString(SCRIPT)} ] .
  x:property a owl:ObjectProperty ; rdfs:label ${turtleString(QUOTES)} ; rdfs:domain x:Class ; rdfs:range x:Kind .
  x:other a x:Class ; x:property x:thing ; rdfs:label ${turtleString(SCRIPT)} .
  x:list a <http://www.w3.org/2004/02/skos/core#ConceptScheme> ; rdfs:label ${turtleString(QUOTES)} .
  x:code <http://www.w3.org/2004/02/skos/core#inScheme> x:list ; rdfs:label ${turtleString(SCRIPT)} .`;

const SHAPES = `
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix x: <${BASE}> .

  x:shape a sh:NodeShape ; rdfs:label ${turtleString(QUOTES)} ; sh:targetClass x:Class ; sh:targetNode ${turtleString(SCRIPT)} ;
    sh:message ${turtleString(SCRIPT)}@en , ${turtleString(QUOTES)}@de ;
    sh:property [ sh:path <javascript:alert(17)> ; sh:pattern ${turtleString(SCRIPT)} ; sh:languageIn ( ${turtleString(QUOTES)} ) ;
      sh:in ( ${turtleString(SCRIPT)} <javascript:alert(18)> ) ; sh:datatype <javascript:alert(19)> ] .`;

const QUERY = `#+ title: ${JSON.stringify(SCRIPT)}
#+ description: ${JSON.stringify(QUOTES)}
SELECT ?s { ?s ?p "</textarea><script>alert(13)</script>" }`;

let client: Client;
beforeAll(async () => {
  const folder = await temporaryFolder({
    'data/all.ttl': DATA,
    'ontology/shapes.ttl': SHAPES,
    'queries/q.rq': QUERY,
  });
  client = clientOf(await openFolder(folder));
});

const ELEMENTS = new Set(
  `a abbr article aside b body button caption circle code dd defs details div dl dt em fieldset figcaption figure footer
   form g h1 h2 h3 h4 head header html i input label legend li line link main mark marker meta nav ol option output p path
   pattern polygon polyline pre rect section select small span strong sub summary svg table tbody td text textarea
   tfoot th thead time title tr tspan ul`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `action aria-current aria-describedby aria-expanded aria-hidden aria-label aria-labelledby aria-live aria-pressed
   autocomplete autofocus charset checked class cols colspan content cx cy d datetime dir disabled dominant-baseline dx dy fill
   for height hidden href hreflang id inputmode lang max maxlength method min name open pattern placeholder points
   preserveAspectRatio r readonly rel required role rows rowspan rx ry scope selected spellcheck src start stroke tabindex
   text-anchor title transform translate type value viewBox width x x1 x2 xmlns y y1 y2`.split(
    /\s+/,
  ),
);
const ADDRESS = /^(?:\/(?!\/)|#|https?:\/\/|data:image\/svg\+xml,%3Csvg[^<>"]*$)/;

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** The start tags of a page. @throws where a "<" begins no well-formed tag of a page. */
function tagsOf(page: string): Tag[] {
  const tags: Tag[] = [];
  const outside = page.replace(
    /<(\/?[a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*\/?>/g,
    (_, name: string, attributes: string) => {
      const found = attributes.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g);
      if (!name.startsWith('/'))
        tags.push({
          name,
          attributes: Array.from(found, ([, key = '', value = '']) => [key, value]),
        });
      return '';
    },
  );
  const [stray] = /<(?!!doctype html>).{0,60}/s.exec(outside) ?? [];
  if (stray !== undefined) throw new Error(`no tag of ours: ${stray}`);
  return tags;
}

/** A script that no browser runs. https://html.spec.whatwg.org/multipage/scripting.html#data-block */
const isData = ({ name, attributes }: Tag): boolean =>
  name === 'script' &&
  attributes.some(([key, value]) => key === 'type' && /^application\/(?:ld\+)?json$/.test(value)) &&
  attributes.every(([key]) => key === 'type' || key === 'id');

/** A script of ours, from a file of its own. */
const isOwnScript = ({ name, attributes }: Tag): boolean =>
  name === 'script' &&
  /^type,module,src,\/assets\/[a-z]+\.js\?v=[0-9a-f]+$/.test(attributes.join());

/** What a page holds that no page of ours may hold. */
function foreignIn(page: string): string[] {
  return tagsOf(page).flatMap(({ name, attributes }) => [
    ...(ELEMENTS.has(name) || isData({ name, attributes }) || isOwnScript({ name, attributes })
      ? []
      : [`<${name}>`]),
    ...attributes.flatMap(([key, value]) => {
      if (!ATTRIBUTES.has(key) && !/^data-[a-z-]+$/.test(key)) return [`<${name} ${key}>`];
      const isAddress = key === 'href' || key === 'action' || key === 'src';
      return isAddress && !ADDRESS.test(value) ? [`<${name} ${key}="${value}">`] : [];
    }),
  ]);
}

const documentOf = (iri: string) => address('/doc', { iri });

const PAGES: readonly [what: string, path: string][] = [
  ['the front page', '/'],
  ['the page of the data', '/catalog'],
  ['the page of the data, as the list of the dumps', '/dumps/'],
  ['a page about a thing', '/thing'],
  ['a page about a thing with a quote in its IRI', "/it's"],
  ['a page about a class', '/Kind'],
  ['a page about an ontology', '/voc'],
  ['a page about a hash term', documentOf(`${BASE}voc#'onclick='alert(12)'`)],
  ['the page of all classes and properties', '/ontology'],
  ['the explorer', '/explore'],
  ['the explorer at a thing', address('/explore', { resource: `${BASE}thing` })],
  [
    'the explorer at the neighbours of a thing',
    address('/explore', { resource: `${BASE}thing`, predicate: `${BASE}nested` }),
  ],
  ['the explorer at what is markup', address('/explore', { resource: QUOTES })],
  ['the endpoint', '/sparql'],
  ['an answer as a page', queryPath('SELECT * { ?s ?p ?o }')],
  ['an answer whose query is markup', queryPath(`SELECT ("</textarea>${SCRIPT}" AS ?x) {}`)],
  ['a malformed query that is markup', queryPath(`</textarea>${SCRIPT}`)],
  ['a search', address('/search', { q: 'script' })],
  ['a search for markup', address('/search', { q: `${SCRIPT} ${QUOTES}` })],
  ['a search in a type that is markup', address('/search', { q: 'x', type: QUOTES })],
  ['everything of a type', address('/search', { type: `${BASE}Kind` })],
  ['a search for nothing', '/search'],
  ['an answer to be drawn', queryPath('SELECT * { ?s ?p ?o }', { view: 'map' })],
  ['an unknown address that is markup', `/${encodeURIComponent(SCRIPT)}?x=${SCRIPT}`],
  ['a format that is markup', address('/catalog', { format: QUOTES })],
  [
    'a malformed query for a program',
    queryPath(`SELECT * {\n</textarea>${SCRIPT}`, { format: 'csv' }),
  ],
  ['a term that is markup', address('/tpf', { subject: `"${SCRIPT}` })],
  ['a language that is markup', address('/thing', { lang: QUOTES })],
  ['a page number that is markup', address('/thing', { page: SCRIPT })],
];

const forPeople = (language: string): RequestInit => ({
  headers: { accept: 'text/html', 'accept-language': language },
});

describe.each(['en', 'de', 'zh'])('for a reader of %s', (language) => {
  it.each(PAGES)('%s holds nothing but our own markup', async (_, path) => {
    const response = await follow(client, path, forPeople(language));
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(foreignIn(await response.text())).toEqual([]);
  });
});

it('finds markup of others, where there is some', () => {
  expect(
    foreignIn(
      '<p lang="en"><img src="x"></p><a href="javascript:x" onclick="y">z</a><script></script>',
    ),
  ).toEqual(['<img>', '<img src="x">', '<a href="javascript:x">', '<a onclick>', '<script>']);
  expect(() => tagsOf('<p class=x onclick=y>')).toThrow('no tag of ours');
});

it('shows the markup in the data as text', async () => {
  const page = await (await follow(client, '/thing', forPeople('en'))).text();
  const heading = /<h1>\s*<span lang="en" dir="auto">([^<]*)</.exec(page)?.[1];
  expect(heading).toBe('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('<code>javascript:alert(5)</code>');
});

it('lets text from right to left run in its own direction', async () => {
  const page = await (await follow(client, '/thing', forPeople('en'))).text();
  expect(page).toContain(`<span lang="he" dir="auto">\u202E${HEBREW}</span>`);
});

it.each(PAGES)('%s forbids scripts, frames and forms of others', async (_, path) => {
  const { headers } = await follow(client, path, forPeople('en'));
  expect({
    policy: headers.get('content-security-policy'),
    sniffing: headers.get('x-content-type-options'),
    referrer: headers.get('referrer-policy'),
  }).toEqual({
    policy:
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    sniffing: 'nosniff',
    referrer: 'no-referrer',
  });
});

it('keeps an address out of the headers that would break them', async () => {
  const response = await client(documentOf(`${BASE}voc#'onclick='alert(12)'`));
  expect(response.status).toBe(200);
  expect(response.headers.get('link')).not.toMatch(/[\r\n]|<[^>]*[\s"<][^>]*>/);
});
