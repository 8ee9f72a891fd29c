/** Folders that are not this repository: each is published as it is, with no change to the code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { openFolder } from '../support/open-folder.ts';
import { RDF_FORMATS, readRdf } from '../../src/rdf/index.ts';
import { checkPublication } from '../../src/shapes/index.ts';
import { accepting, type Client, clientOf, follow, queryPath } from '../support/client.ts';
import { REPOSITORY } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The triples of a response as N-Triples-like lines, sorted; the response must be of that format. */
async function triplesOf(response: Response, name: string): Promise<string[]> {
  const format = RDF_FORMATS.find((candidate) => candidate.name === name);
  if (!format) throw new Error(`there is no format ${name}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    `${format.mediaType}; charset=utf-8`,
  ]);
  const baseIri = 'https://reader.example/';
  const { quads } = await readRdf(await response.text(), { format, baseIri, blankNodeScope: 'b' });
  return quads
    .map(({ subject, predicate, object }) => [subject, predicate, object].map((term) => term.value))
    .map((values) => values.join(' '))
    .toSorted();
}

describe('a library with another ontology, compressed data and no description of itself', () => {
  let publication: Publication;
  let client: Client;
  beforeAll(async () => {
    publication = await openFolder(join(import.meta.dirname, 'library/input'));
    client = clientOf(publication);
  });

  it('takes the home of most subjects as the base, and says so', () => {
    expect({ base: publication.base, notices: publication.notices }).toEqual({
      base: 'https://library.example/',
      notices: [
        'took https://library.example/ as the base, the home of 13 of 13 subjects (give void:uriSpace in data/dataset.ttl, or --base for another)',
      ],
    });
  });

  it('makes each file a graph, whatever its syntax, beside the one of VoID', () => {
    const { dataset } = publication;
    const graphs = dataset.graphs.map((graph) => dataset.dictionary.termOf(graph).value);
    expect(graphs.toSorted()).toEqual([
      'https://library.example/graph/catalogue',
      'https://library.example/graph/neighbours',
      'https://library.example/graph/shelves',
      'https://library.example/graph/void',
      'https://library.example/graph/works',
    ]);
  });

  const things = [
    ['a book', '/item/paper-lighthouse', 'https://library.example/item/paper-lighthouse'],
    [
      'a book with letters beyond ASCII in its IRI',
      '/item/M%C3%A4rchen-der-M%C3%B6wen',
      'https://library.example/item/Märchen-der-Möwen',
    ],
    ['a map without a label', '/item/0042', 'https://library.example/item/0042'],
    ['a class', '/onto/Book', 'https://library.example/onto/Book'],
    ['a property', '/onto/standsOn', 'https://library.example/onto/standsOn'],
  ] as const;

  for (const [what, path, iri] of things) {
    it(`sends who looks up ${what} to its document`, async () => {
      const response = await client(path, accepting('text/turtle'));
      expect([response.status, response.headers.get('location')]).toEqual([303, `/doc${path}`]);
    });

    it.each(RDF_FORMATS.map(({ name }) => name))(`describes ${what} as %s`, async (name) => {
      const mediaType = RDF_FORMATS.find((format) => format.name === name)?.mediaType ?? '';
      const negotiated = await follow(client, path, accepting(mediaType));
      const triples = await triplesOf(negotiated, name);
      const topic = `https://library.example/doc${path} http://xmlns.com/foaf/0.1/primaryTopic ${iri}`;
      expect(triples).toContain(topic);
      const extension = RDF_FORMATS.find((format) => format.name === name)?.extensions[0];
      expect(await triplesOf(await client(`/doc${path}.${extension}`), name)).toEqual(triples);
    });

    it(`has a page about ${what}`, async () => {
      const response = await follow(client, path, accepting('text/html'));
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(await response.text()).toContain(iri);
    });
  }

  it.each([
    ['en', 'Tales of the Gulls'],
    ['de', 'Märchen der Möwen'],
    ['de-AT, en;q=0.5', 'Märchen der Möwen'],
    ['fr', 'Tales of the Gulls'],
  ])('calls a book in the language of its reader (%s)', async (language, title) => {
    const headers = { accept: 'text/html', 'accept-language': language };
    const response = await follow(client, '/item/M%C3%A4rchen-der-M%C3%B6wen', { headers });
    expect(await response.text()).toContain(`<title>${title} · input</title>`);
  });

  it('calls what has no label by the end of its IRI', async () => {
    const response = await follow(client, '/item/0042', accepting('text/html'));
    expect(await response.text()).toContain('<title>0042 · input</title>');
  });

  it('answers its saved query, which walks up the classes', async () => {
    const [query] = publication.queries;
    const response = await client(queryPath(query?.query.text ?? '', { format: 'csv' }));
    expect(await response.text()).toBe('shelf,works\r\nnorth shelf,2\r\nsouth shelf,2\r\n');
  });

  it('has a front page that asks that question, in the reader’s language', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'de' };
    const page = await (await client('/', { headers })).text();
    expect(page).toContain('Wie viele Werke stehen auf jedem Regal?');
  });

  it('serves a compressed file as a graph', async () => {
    const triples = await triplesOf(await client('/graph/works.nt'), 'ntriples');
    expect(triples).toHaveLength(15);
  });
});

describe('a folder with one Turtle file and nothing else', () => {
  it('is published, at the home of its subjects', async () => {
    const folder = await temporaryFolder({
      'notes.ttl': '<https://tiny.example/a> <https://tiny.example/b> "c" .',
    });
    const publication = await openFolder(folder);
    expect(publication.base).toBe('https://tiny.example/');
    const client = clientOf(publication);
    expect((await client('/', accepting('text/html'))).status).toBe(200);
    const document = await follow(client, '/a', accepting('application/n-triples'));
    expect(await triplesOf(document, 'ntriples')).toEqual([
      'https://tiny.example/a https://tiny.example/b c',
      'https://tiny.example/doc/a http://www.w3.org/1999/02/22-rdf-syntax-ns#type http://xmlns.com/foaf/0.1/Document',
      'https://tiny.example/doc/a http://xmlns.com/foaf/0.1/primaryTopic https://tiny.example/a',
    ]);
    const query = 'SELECT ?g { GRAPH ?g { ?s ?p "c" } }';
    const answer = await client(queryPath(query, { format: 'csv' }));
    expect(await answer.text()).toBe('g\r\nhttps://tiny.example/graph/notes\r\n');
  });

  it('may have relative IRIs only, and says at which base it put them', async () => {
    const folder = await temporaryFolder({ 'notes.ttl': '<a> <b> <c> .' });
    const { base, notices } = await openFolder(folder);
    expect({ base, notices }).toEqual({
      base: 'https://kg.example/',
      notices: [
        'took https://kg.example/ as the base, since no subject has a web address (give void:uriSpace in data/dataset.ttl, or --base for another)',
      ],
    });
  });

  it('says which of its files in the known places it does not read', async () => {
    const folder = await temporaryFolder({
      'data/a.ttl': '<https://tiny.example/a> <https://tiny.example/b> "c" .',
      'data/table.xlsx': 'x',
      'data/README.md': 'for people',
    });
    const { notices } = await openFolder(folder, { base: 'https://tiny.example/' });
    expect(notices).toEqual([
      'data/table.xlsx: not read, since its extension is none of an RDF syntax',
    ]);
  });
});

describe('this repository at another base', () => {
  const BASE = 'https://data.example.org/kg/';
  let publication: Publication;
  let client: Client;
  beforeAll(async () => {
    publication = await openFolder(REPOSITORY, { base: BASE });
    client = clientOf(publication);
  });

  it('conforms: rules, shapes, queries and expected answers move along', async () => {
    const subject = { ...publication, languages: publication.about.languages };
    const { conforms, sections } = await checkPublication(subject);
    const summaries = Object.fromEntries(sections.map(({ name, summary }) => [name, summary]));
    expect(conforms).toBe(true);
    expect(summaries).toMatchObject({
      shapes: expect.stringMatching(/^\d\d shapes, 0 results$/),
      answers: '28 of 28 expected answers given; 11 queries without one',
    });
  });

  it('says nothing of the base in the files', async () => {
    const turtle = await Promise.all(
      publication.dataset.graphs.map(async (graph) => {
        const { pathname } = new URL(publication.dataset.dictionary.termOf(graph).value);
        const response = await client(`${pathname}.nt`);
        expect([pathname, response.status]).toEqual([pathname, 200]);
        return response.text();
      }),
    );
    expect(turtle.join('').match(/.*kg\.example.*/g) ?? []).toEqual([]);
  });

  it('dereferences below the path of its base', async () => {
    const thing = await client('/kg/id/org/unesco', accepting('text/turtle'));
    expect([thing.status, thing.headers.get('location')]).toEqual([303, '/kg/doc/org/unesco']);
    const document = await client('/kg/doc/org/unesco', accepting('text/turtle'));
    expect([document.status, document.headers.get('content-location')]).toEqual([
      200,
      '/kg/doc/org/unesco.ttl',
    ]);
    expect(await document.text()).toContain(`<${BASE}doc/org/unesco>`);
    expect((await client('/kg/def/edu', accepting('text/turtle'))).status).toBe(200);
  });

  it('answers queries below the path of its base', async () => {
    const query = await readFile(join(REPOSITORY, 'queries/q03-partner-countries.rq'), 'utf8');
    const moved = query.replaceAll('https://kg.example/', BASE);
    const response = await client(`/kg${queryPath(moved, { format: 'csv' })}`);
    expect(parse(await response.text())).toEqual([
      ['value', 'unit', 'from', 'to', 'sentence'],
      ['181', `${BASE}def/edu#countries`, '2012', '2022', '5'],
    ]);
  });

  it('links to itself below the path of its base alone', async () => {
    const page = await (await client('/kg/doc/org/unesco', accepting('text/html'))).text();
    const links = Array.from(page.matchAll(/(?:href|action)="(\/[^"]*)"/g), ([, link]) => link);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !link?.startsWith('/kg/'))).toEqual([]);
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    for (const link of new Set(links))
      expect([link, (await follow(client, link ?? '', accepting(browser))).status]).toEqual([
        link,
        200,
      ]);
  });
});
