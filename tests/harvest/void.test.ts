/** VoID: every figure is what a query over the endpoint gives, and says so wherever harvesters look. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { NAMESPACES, type Quad, terms } from '../../src/rdf/index.ts';
import { accepting, type Client, clientOf, ORIGIN, queryPath } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { readQuads } from '../support/read-quads.ts';
import { openRepository } from '../support/repository.ts';

const VOID = NAMESPACES.void;
const DATASET = 'https://kg.example/id/dataset/education-cooperation';
let publication: Publication;
let client: Client;
let quads: readonly Quad[];
beforeAll(async () => {
  publication = await openRepository();
  client = clientOf(publication);
  quads = await voidOf(client);
});

const voidOf = async (of: Client) =>
  readQuads(await (await of('/.well-known/void', accepting('text/turtle'))).text());

const valuesOf = (of: readonly Quad[], subject: string, property: string): string[] =>
  of
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === VOID + property)
    .map(({ object }) => object.value);

/** The rows of a query, as CSV has them, without its head. */
async function rowsOf(query: string, asked = client): Promise<string[]> {
  const response = await asked(queryPath(query, { format: 'csv' }));
  return (await response.text()).trim().split('\r\n').slice(1);
}

it.each([
  ['triples', 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'],
  ['distinctSubjects', 'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }'],
  ['distinctObjects', 'SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }'],
  ['classes', 'SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }'],
  ['properties', 'SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }'],
  [
    'entities',
    'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "https://kg.example/")) }',
  ],
])('void:%s is exact', async (property, query) => {
  expect(valuesOf(quads, DATASET, property)).toEqual(await rowsOf(query));
});

it('counts the instances of each class', async () => {
  const partitions = valuesOf(quads, DATASET, 'classPartition').map((partition) =>
    [valuesOf(quads, partition, 'class'), valuesOf(quads, partition, 'entities')].join(','),
  );
  const query = 'SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c';
  expect(partitions.toSorted()).toEqual((await rowsOf(query)).toSorted());
});

it('counts triples, subjects and objects of each property', async () => {
  const partitions = valuesOf(quads, DATASET, 'propertyPartition').map((partition) =>
    ['property', 'triples', 'distinctSubjects', 'distinctObjects']
      .map((name) => valuesOf(quads, partition, name))
      .join(','),
  );
  const query =
    'SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?os) { ?s ?p ?o } GROUP BY ?p';
  expect(partitions.toSorted()).toEqual((await rowsOf(query)).toSorted());
});

it('counts the links to each other authority, by property', async () => {
  const linksets = valuesOf(quads, DATASET, 'subset').map((linkset) => {
    const [target = ''] = valuesOf(quads, linkset, 'objectsTarget');
    return [
      valuesOf(quads, linkset, 'linkPredicate'),
      valuesOf(quads, target, 'uriSpace'),
      valuesOf(quads, linkset, 'triples'),
    ].join(',');
  });
  const query = `PREFIX owl: <${NAMESPACES.owl}> PREFIX skos: <${NAMESPACES.skos}>
    PREFIX rdfs: <${NAMESPACES.rdfs}> PREFIX schema: <${NAMESPACES.schema}>
    SELECT ?p ?target (COUNT(*) AS ?n) {
      VALUES ?p { owl:sameAs skos:exactMatch skos:closeMatch rdfs:seeAlso schema:sameAs }
      ?s ?p ?o FILTER(STRSTARTS(STR(?s), "https://kg.example/"))
      FILTER(ISIRI(?o) && !STRSTARTS(STR(?o), "https://kg.example/"))
      BIND(REPLACE(STR(?o), "^(https?://[^/]+/).*$", "$1") AS ?target)
    } GROUP BY ?p ?target`;
  expect(linksets.toSorted()).toEqual((await rowsOf(query)).toSorted());
  expect(linksets.length).toBeGreaterThan(3);
});

it('names the endpoint under which it was asked, the base as the space of the IRIs', () => {
  expect(valuesOf(quads, DATASET, 'sparqlEndpoint')).toEqual([`${ORIGIN}/sparql`]);
  expect(valuesOf(quads, DATASET, 'uriSpace')).toEqual(['https://kg.example/']);
});

it('is of one thing alone, so that nobody adds its figures up twice', () => {
  const typed = quads.filter(
    ({ predicate, object }) =>
      predicate.value.endsWith('#type') && [`${VOID}Dataset`].includes(object.value),
  );
  expect(typed.map(({ subject }) => subject.value)).toEqual([DATASET]);
});

it.each(['application/rdf+xml', 'application/ld+json', 'application/n-triples'])(
  'comes as %s too',
  async (mediaType) => {
    const response = await client('/.well-known/void', accepting(mediaType));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      `${mediaType}; charset=utf-8`,
    ]);
  },
);

describe('in the endpoint', () => {
  const GRAPH = '<https://kg.example/graph/void>';
  it('is a graph, which names the endpoint at the base', async () => {
    expect(
      await rowsOf(
        `PREFIX void: <${VOID}> SELECT ?e ?n { GRAPH ${GRAPH} { ?d a void:Dataset ; void:sparqlEndpoint ?e ; void:triples ?n } }`,
      ),
    ).toEqual([`https://kg.example/sparql,${valuesOf(quads, DATASET, 'triples')[0]}`]);
  });

  it('that graph is no part of the default graph', async () => {
    const query = `PREFIX void: <${VOID}> SELECT * { ?s void:triples ?n }`;
    expect(await rowsOf(query)).toEqual([]);
  });

  it('a graph of that name in the folder stays as it is', async () => {
    const { dataset } = await publicationOf({
      'data/void.ttl': '<http://e.example/s> <http://e.example/p> 1 .',
    });
    const graph = dataset.dictionary.idOf(terms.namedNode('http://e.example/graph/void'));
    expect(dataset.count({ graph })).toBe(1);
  });
});

it('counts a dataset that says nothing of itself, at its base', async () => {
  const small = clientOf(
    await publicationOf({ 'a.ttl': '<http://e.example/s> <http://e.example/p> 1, 1.0, _:b .' }),
  );
  const found = await voidOf(small);
  expect(
    ['triples', 'entities', 'distinctObjects', 'classes'].map((name) =>
      valuesOf(found, 'http://e.example/', name),
    ),
  ).toEqual([['3'], ['1'], ['3'], ['0']]);
});
