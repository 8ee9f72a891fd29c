/** The page of all classes and properties, of this repository and of folders that are nothing like it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { accepting, type Client, clientOf, follow } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { openRepository } from '../support/repository.ts';

const HTML = accepting('text/html');
const pageOf = async (client: Client, path: string): Promise<string> => {
  const response = await follow(client, path, HTML);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  return response.text();
};
const idsIn = (page: string) => Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id ?? '');
const fragmentsIn = (page: string) =>
  Array.from(page.matchAll(/href="#([^"]+)"/g), ([, fragment]) =>
    decodeURIComponent(fragment ?? ''),
  );

/** The part of a page that has this id, up to the next section. */
function sectionOf(page: string, id: string): string {
  const start = page.indexOf(` id="${id}"`);
  const end = page.indexOf('<section', start);
  return page.slice(start, end === -1 ? undefined : end);
}

const PREFIXES = `
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix void: <http://rdfs.org/ns/void#> .
  @prefix sh: <http://www.w3.org/ns/shacl#> .
  @prefix x: <https://kg.test/> .`;
const clientFor = async (turtle: string, shapes?: string): Promise<Client> =>
  clientOf(
    await publicationOf({
      'data/all.ttl': `${PREFIXES} x:dataset void:uriSpace "https://kg.test/" . ${turtle}`,
      ...(shapes !== undefined && { 'ontology/shapes.ttl': PREFIXES + shapes }),
    }),
  );

describe.each(['', '?lang=zh'])('the ontology of this repository%s', (search) => {
  let client: Client;
  let whole: string;
  let document: string;
  beforeAll(async () => {
    client = clientOf(await openRepository());
    [whole, document] = await Promise.all([
      pageOf(client, `/ontology${search}`),
      pageOf(client, `/def/edu${search}`),
    ]);
  });

  it('has every anchor once, and none is missing', () => {
    for (const page of [whole, document]) {
      const ids = idsIn(page);
      expect(ids.length).toBe(new Set(ids).size);
      expect(fragmentsIn(page).filter((fragment) => !ids.includes(fragment))).toEqual([]);
    }
  });

  it('lands on each term of the document by its local name', async () => {
    const { descriptions } = await openRepository();
    const description = await descriptions.describe('https://kg.example/def/edu');
    const names = description?.hashTerms.map((iri) => iri.split('#')[1]) ?? [];
    expect(names.length).toBeGreaterThan(80);
    for (const page of [whole, document]) {
      const ids = new Set(idsIn(page));
      expect(names.filter((name) => name !== undefined && !ids.has(name))).toEqual([]);
    }
  });

  it('gives names and definitions in both languages, each with its own', () => {
    const section = sectionOf(document, 'QuantifiedClaim');
    for (const [lang, name, definition] of [
      ['en', 'quantified claim', 'A claim that gives a figure for an indicator'],
      ['zh-Hans', '量化陈述', '就某项指标给出数字的陈述'],
    ]) {
      expect(section).toMatch(new RegExp(`lang="${lang}"[^>]*>\\s*${name}<`));
      expect(section).toMatch(new RegExp(`lang="${lang}"\\s+dir="auto"\\s*>\\s*${definition}`));
    }
  });

  it('stays within 300 kB', () => {
    expect(Buffer.byteLength(whole)).toBeLessThan(300_000);
    expect(Buffer.byteLength(document)).toBeLessThan(300_000);
  });

  it('draws the classes, and says the same as a list', () => {
    const classes = (from: string, to: string) => {
      const start = document.indexOf(from);
      const part = document.slice(start, document.indexOf(to, start));
      return new Set(fragmentsIn(part));
    };
    const drawn = classes('<svg', '</svg>');
    const listed = classes('<ul class="hanging">', '</details>');
    expect(drawn.size).toBe(24);
    expect([...drawn].filter((id) => !listed.has(id))).toEqual([]);
  });

  it('stands in the menu and in the sitemap', async () => {
    expect(whole).toMatch(/href="\/ontology(?:\?lang=zh-hans)?"[^>]*aria-current="page"/);
    expect(await (await client('/sitemap.xml')).text()).toContain('/ontology<');
  });
});

describe('numbers', () => {
  it('lead to the query that gives them', async () => {
    const client = clientOf(await openRepository());
    const page = await pageOf(client, '/ontology');
    const links = Array.from(
      page.matchAll(/class="figure-link"\s+href="([^"]+)"\s*>([\d,]+)</g),
      ([, href = '', count = '']) => [href, Number(count.replaceAll(',', ''))] as const,
    );
    expect(links.length).toBeGreaterThan(150);
    for (const [href, count] of links.filter((_, place) => place % 7 === 0)) {
      const response = await client(href, accepting('text/csv'));
      const rows = (await response.text()).trimEnd().split('\r\n').slice(1);
      expect([href, rows.length]).toEqual([href, count]);
    }
  }, 60_000);
});

describe('the document of an ontology', () => {
  it('keeps its representations in RDF', async () => {
    const client = clientOf(await openRepository());
    const response = await client('/def/edu', accepting('text/turtle'));
    expect(response.headers.get('content-type')).toBe('text/turtle; charset=utf-8');
    expect(await response.text()).toContain('edu:QuantifiedClaim a owl:Class');
  });

  it('says its version, its licence and where else it is', async () => {
    const page = await pageOf(clientOf(await openRepository()), '/def/edu');
    expect(page).toContain('<dd>1.0.0</dd>');
    expect(page).toContain('CC BY 4.0');
    for (const extension of ['ttl', 'jsonld', 'rdf', 'nt'])
      expect(page).toContain(`/def/edu.${extension}"`);
  });

  it('may itself stand at /ontology', async () => {
    const client = await clientFor(`
      <https://kg.test/ontology> a owl:Ontology ; rdfs:label "The words"@en .
      <https://kg.test/ontology#Boat> a owl:Class ; rdfs:label "boat"@en .`);
    expect(await pageOf(client, '/ontology')).toContain('id="Boat"');
    const turtle = await client('/ontology', accepting('text/turtle'));
    expect([turtle.status, await turtle.text()]).toEqual([
      200,
      expect.stringContaining('"boat"@en'),
    ]);
  });
});

describe('rules in words', () => {
  it('stand beside their class and in their own section, with their messages', async () => {
    const page = await pageOf(clientOf(await openRepository()), '/ontology');
    const text = (part: string) => part.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    const sentence = 'must have exactly one indicator, which must be an indicator';
    expect(text(sectionOf(page, 'QuantifiedClaim'))).toContain(sentence);
    const rule = text(sectionOf(page, 'shape-QuantifiedClaim'));
    expect(rule).toContain('every quantified claim, and whatever has indicator or stated value');
    expect(rule).toContain(sentence);
    expect(rule).toContain('A figure belongs to one indicator.');
  });

  it('of another class are not on the page of a document', async () => {
    const page = await pageOf(clientOf(await openRepository()), '/def/edu');
    expect(page).toContain('id="shape-Claim"');
    expect(page).not.toContain('id="shape-TextQuoteSelector"');
  });
});

describe('other folders', () => {
  it('shows a library what its own words are', async () => {
    const client = clientOf(await openFolder(join(import.meta.dirname, '../sites/library/input')));
    const page = await pageOf(client, '/ontology?lang=zh');
    for (const id of ['Work', 'Book', 'Map', 'Atlas', 'Shelf', 'standsOn', 'pages'])
      expect(idsIn(page)).toContain(id);
    expect(page).not.toContain('id="shapes"');
  });

  it('shows a folder without an ontology what it uses', async () => {
    const client = await clientFor('x:a a x:Boat ; x:name "Ada" . x:b a x:Boat .');
    const page = await pageOf(client, '/ontology');
    expect(sectionOf(page, 'Boat')).toContain('>2</a>');
    expect(idsIn(page)).toEqual(expect.arrayContaining(['Boat', 'name', 'type']));
    expect(page).not.toContain('id="reused"');
  });

  it('lists what is deprecated last, and says what replaces it', async () => {
    const client = await clientFor(`
      x:Aged a owl:Class ; owl:deprecated true ; dct:isReplacedBy x:Fresh .
      x:Fresh a owl:Class . x:Zebra a owl:Class .`);
    const page = await pageOf(client, '/ontology');
    const terms = Array.from(
      page.matchAll(/<section class="term[^"]*" id="([^"]+)"/g),
      ([, id]) => id,
    );
    expect(terms).toEqual(['Fresh', 'Zebra', 'Aged']);
    const section = sectionOf(page, 'Aged');
    expect(section).toContain('deprecated');
    expect(section).toContain('href="#Fresh"');
  });

  it('gives two terms of the same local name anchors of their own', async () => {
    const client = await clientFor(`
      <https://kg.test/one#Boat> a owl:Class . <https://kg.test/two#Boat> a owl:Class . x:content a owl:Class .`);
    const ids = idsIn(await pageOf(client, '/ontology'));
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.filter((id) => id.endsWith('Boat'))).toHaveLength(2);
  });

  it.each([
    [
      'a hierarchy that runs in a circle',
      'x:A a owl:Class ; rdfs:subClassOf x:B . x:B a owl:Class ; rdfs:subClassOf x:A .',
    ],
    ['a class above itself', 'x:A a owl:Class ; rdfs:subClassOf x:A . x:B a owl:Class .'],
    ['a class without a label', 'x:A a owl:Class . x:B a owl:Class .'],
    [
      'a term that is a class and a property',
      'x:A a owl:Class , rdf:Property . x:y x:A [ a x:A ] .',
    ],
    [
      'a nameless class',
      'x:A a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty x:p ; owl:someValuesFrom x:A ] , [ a owl:Class ] .',
    ],
    ['a definition from right to left', 'x:A a owl:Class ; rdfs:comment "\u202Eשלום"@he .'],
    [
      'a definition full of markup',
      'x:A a owl:Class ; rdfs:comment "</p></section><script>alert(1)</script>" .',
    ],
    [
      'an IRI that is no address',
      '<urn:a:b> a owl:Class . x:A a owl:Class ; rdfs:subClassOf <urn:a:b> .',
    ],
    [
      'a list of codes without codes',
      'x:A a <http://www.w3.org/2004/02/skos/core#ConceptScheme> .',
    ],
    ['nothing but itself', ''],
  ])('bears %s', async (_, turtle) => {
    const client = await clientFor(turtle);
    for (const path of ['/ontology', '/ontology?lang=zh']) {
      const page = await pageOf(client, path);
      const ids = idsIn(page);
      expect(ids.length).toBe(new Set(ids).size);
      expect(fragmentsIn(page).filter((fragment) => !ids.includes(fragment))).toEqual([]);
      expect(page).not.toContain('<script>alert');
    }
  });

  it('says what stands on no page of 2,000 classes, and is soon there', async () => {
    const classes = Array.from(
      { length: 2000 },
      (_, n) =>
        `x:Class${n} a owl:Class ; rdfs:label "class number ${n}"@en , "第 ${n} 类"@zh-Hans ;
          rdfs:comment "${'What it is and what it is for. '.repeat(5)}"@en ; rdfs:subClassOf x:Class${Math.floor(n / 3)} .
        x:i${n} a x:Class${n} ; x:p${n % 50} x:i${(n * 7) % 2000} .`,
    );
    const client = await clientFor(classes.join('\n'));
    const started = performance.now();
    const page = await pageOf(client, '/ontology');
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
    expect(page).toMatch(/In full: \d+ of 2,0\d\d terms/);
    expect(page).toMatch(/1,5\d\d more terms are not listed/);
    expect(page).toMatch(/Left out: 1,970 more classes/);
  }, 60_000);
});
