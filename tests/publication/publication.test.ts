/** A folder becomes a publication: graphs, rules, queries, and what a folder may not hold. */
import { describe, expect, it } from 'vitest';
import { SourceFileError } from '../../src/folder/index.ts';
import { terms } from '../../src/rdf/index.ts';
import { matchQuads } from '../../src/store/index.ts';
import { askEngine } from '../support/ask-engine.ts';
import { type Files, publicationOf } from '../support/publication-of.ts';

const DATA = `@prefix e: <http://e.example/> . @prefix void: <http://rdfs.org/ns/void#> .
e:dataset void:uriSpace "http://e.example/" . e:s e:p 1 .`;
const RULE = 'CONSTRUCT { ?s <http://e.example/q> ?o } WHERE { ?s <http://e.example/p> ?o }';

const graphsOf = async (files: Files, base?: string) => {
  const { dataset } = await publicationOf(files, { base });
  const graphs = dataset.graphs.map((id) => dataset.dictionary.termOf(id).value);
  // VoID is made of the others; it has tests of its own.
  return graphs.filter((iri) => !iri.endsWith('/graph/void'));
};

describe('the graphs of a publication', () => {
  it('are its files, by their paths, and what the rules derive', async () => {
    expect(
      await graphsOf({
        'data/deep/a.ttl': DATA,
        'data/b.jsonld': '{"@id":"http://e.example/b","http://e.example/r":1}',
        'ontology/terms.ttl': DATA,
        'ontology/shapes.ttl': DATA,
        'ontology/rules/r.rq': RULE,
      }),
    ).toEqual(
      ['b', 'deep/a', 'derived', 'shapes', 'terms'].map((name) => `http://e.example/graph/${name}`),
    );
  });

  it('are all files of a folder without data/ and ontology/', async () => {
    expect(await graphsOf({ 'a.ttl': DATA, 'x/b.nt': '', 'x/c.ttl': DATA })).toEqual([
      'http://e.example/graph/a',
      'http://e.example/graph/x/c',
    ]);
  });

  it('may be named in the data itself', async () => {
    expect(
      await graphsOf({ 'data/a.trig': '<http://e.example/g> { <http://e.example/s> <p:p> 1 }' }),
    ).toEqual(['http://e.example/g']);
  });

  it('stand at another base when that is asked for, names relative to the base too', async () => {
    const files = {
      'data/a.ttl': DATA,
      'data/b.trig': '<graph/own> { <s> <p:p> <http://e.example/o> }',
    };
    expect(await graphsOf(files, 'https://new.example/kg/')).toEqual([
      'https://new.example/kg/graph/a',
      'https://new.example/kg/graph/own',
    ]);
  });

  it('leave shapes out of the default graph', async () => {
    const { engine } = await publicationOf({
      'data/a.ttl': DATA,
      'ontology/shapes.ttl': '<http://e.example/shape> <http://e.example/p> 2 .',
    });
    expect(await askEngine(engine, 'SELECT ?v { ?s e:p ?v }')).toEqual({
      variables: ['v'],
      rows: ['1'],
    });
  });
});

describe('rules', () => {
  it('run once over what was authored, and none sees what another made', async () => {
    const { dataset } = await publicationOf({
      'data/a.ttl': DATA,
      'ontology/rules/a.rq': RULE,
      'ontology/rules/b.rq':
        'PREFIX e: <http://e.example/> CONSTRUCT { ?s e:again ?o } WHERE { ?s e:q ?o }',
    });
    const graph = terms.namedNode('http://e.example/graph/derived');
    expect(
      Array.from(matchQuads(dataset, { graph }), (quad) => [
        quad.predicate.value,
        quad.object.value,
      ]),
    ).toEqual([['http://e.example/q', '1']]);
  });

  it.each([
    ['is no CONSTRUCT query: a rule makes triples', 'SELECT * { ?s ?p ?o }'],
    ['is no CONSTRUCT query: a rule makes triples', 'INSERT DATA { <p:a> <p:b> 1 }'],
    [
      'makes a blank node, which would be another one at each start: give what it makes an IRI',
      'CONSTRUCT { ?s <http://e.example/q> [] } WHERE { ?s <http://e.example/p> ?o }',
    ],
    [
      'calls another endpoint: what a rule derives must follow from the folder alone',
      'CONSTRUCT { ?s ?p 1 } WHERE { SERVICE <http://far.example/> { ?s ?p ?o } }',
    ],
  ])('cannot hold what "%s"', async (reason, text) => {
    const fault = await faultOf({ 'ontology/rules/r.rq': text });
    expect(fault).toEqual(`ontology/rules/r.rq: ${reason}`);
  });
});

describe('a folder that cannot be published', () => {
  it.each([
    [
      'a rule that is none',
      { 'ontology/rules/r.rq': '#+ title: r\nCONSTRUCT {' },
      'ontology/rules/r.rq:2:12: the query ends too early: "}" is missing',
    ],
    [
      'a query that is none',
      { 'queries/q.rq': 'ASK { ex:a ?p ?o }' },
      'queries/q.rq:1:7: unknown prefix: ex',
    ],
    [
      'a header that is none',
      { 'queries/q.rq': '#+ - a\nASK { }' },
      'queries/q.rq:1:1: the #+ lines are no map: write "#+ title: …"',
    ],
    [
      'two queries of one name',
      { 'queries/q.rq': 'ASK { }', 'queries/x/q.rq': 'ASK { }' },
      'queries/x/q.rq: has the same name as queries/q.rq: rename one of them',
    ],
    [
      'data that is none',
      { 'data/x.ttl': '<a> <b> .' },
      'data/x.ttl:1:9: Expected entity but the file ends',
    ],
    [
      'an answer that is no CSV',
      { 'queries/expected/q.csv': '"open' },
      'queries/expected/q.csv: Quote Not Closed: the parsing is finished with an opening quote at line 1',
    ],
  ])('names the place of %s', async (_, files, message) => {
    expect(await faultOf(files)).toEqual(message);
  });
});

describe('a version', () => {
  it('is the same for the same folder and base, and another for another base', async () => {
    const versions = await Promise.all(
      [undefined, undefined, 'https://new.example/'].map(
        async (base) => (await publicationOf({ 'data/a.ttl': DATA }, { base })).version,
      ),
    );
    expect(versions[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(versions[1]).toBe(versions[0]);
    expect(versions[2]).not.toBe(versions[0]);
  });
});

describe('what a dataset says of itself', () => {
  const about = async (text: string) =>
    (
      await publicationOf({
        'data/a.ttl': `@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .\n${text}`,
      })
    ).about;

  it('is read from the only dataset that describes itself', async () => {
    expect(
      await about(`<http://e.example/d> a dcat:Dataset ; dct:title "Titel"@de , "Title"@en ;
        dct:description "What"@en ; dct:license <http://l.example/> .`),
    ).toEqual({
      iri: 'http://e.example/d',
      titles: new Map([
        ['de', 'Titel'],
        ['en', 'Title'],
      ]),
      shortTitles: new Map(),
      descriptions: new Map([['en', 'What']]),
      license: 'http://l.example/',
      languages: ['de', 'en'],
    });
  });

  it.each([
    ['there is none', '<http://e.example/s> <http://e.example/p> 1 .'],
    [
      'there are two',
      '<http://e.example/a> a dcat:Dataset . <http://e.example/b> a dcat:Dataset .',
    ],
  ])('is the name of the folder where %s', async (_, text) => {
    expect(await about(text)).toEqual({
      iri: undefined,
      titles: new Map([['', 'shelf']]),
      shortTitles: new Map(),
      descriptions: new Map(),
      license: undefined,
      languages: [],
    });
  });
});

/** What a folder with these files is refused for; anything but a fault of a file is thrown. */
async function faultOf(files: Files): Promise<string | undefined> {
  try {
    await publicationOf({ 'data/a.ttl': DATA, ...files });
    return undefined;
  } catch (error) {
    if (error instanceof SourceFileError) return error.message;
    throw error;
  }
}
