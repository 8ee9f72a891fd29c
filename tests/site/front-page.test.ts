/** The front page of a folder that says nothing of itself: its things are the way in. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accepting, type Client, clientOf, follow } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BIRDS = `
  @prefix : <https://birds.example/> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  :Bird a owl:Class .
  :robin a :Bird ; rdfs:label "European robin"@en ; :part [ a :Measure ; :cm 21 ] .
  :wren a :Bird ; rdfs:label "Eurasian wren"@en .`;
const QUESTION = '#+ title: Which birds?\nSELECT ?bird { ?bird a <https://birds.example/Bird> }';

const frontOf = async (client: Client) => (await client('/', accepting('text/html'))).text();
const articleIn = (page: string) => page.slice(page.indexOf('<h1'), page.indexOf('<aside'));
const asideIn = (page: string) => page.slice(page.indexOf('<aside'));

describe('a folder of five statements about birds', () => {
  let page: string;
  beforeAll(async () => {
    page = await frontOf(clientOf(await publicationOf({ 'birds.ttl': BIRDS })));
  });

  it('shows its classes with some of their instances, by name', () => {
    for (const name of ['Bird', 'European robin', 'Eurasian wren'])
      expect(articleIn(page)).toContain(`>${name}</a`);
  });

  it('names neither classes of nameless things nor those of the ontology itself', () => {
    expect(page).not.toContain('>Measure<');
    expect(page).not.toContain('owl:Class');
  });

  it('names each class once', () => {
    expect(asideIn(page)).not.toContain('>Bird<');
  });
});

describe('a class or property that the data uses and says nothing of', () => {
  const DATA = BIRDS.replace(':Bird a owl:Class .', '');
  let client: Client;
  beforeAll(async () => {
    client = clientOf(await publicationOf({ 'birds.ttl': DATA }));
  });

  it.each([
    ['/Bird', '/ontology#Bird'],
    ['/part', '/ontology#part'],
    ['/doc?iri=https%3A%2F%2Fbirds.example%2FBird', '/ontology#Bird'],
    ['/Bird?lang=zh', '/ontology?lang=zh-hans#Bird'],
  ])('leads people who ask at %s to where it stands among all terms', async (path, location) => {
    const response = await client(path, accepting('text/html'));
    expect([response.status, response.headers.get('location')]).toEqual([303, location]);
    const page = await follow(client, path, accepting('text/html'));
    expect(await page.text()).toContain(`id="${location.split('#')[1]}"`);
  });

  it('has no data of its own for programs', async () => {
    expect((await client('/Bird', accepting('text/turtle'))).status).toBe(404);
  });

  it.each(['/Birds', '/robin/x'])('is not %s, of which nothing is known', async (path) => {
    expect((await client(path, accepting('text/html'))).status).toBe(404);
  });
});

describe('a folder with a question', () => {
  it('has the question there, and its classes beside it', async () => {
    const files = { 'data/birds.ttl': BIRDS, 'queries/birds.rq': QUESTION };
    const page = await frontOf(clientOf(await publicationOf(files)));
    expect(articleIn(page)).toContain('Which birds?');
    expect(asideIn(page)).toContain('>Bird</a');
  });
});
