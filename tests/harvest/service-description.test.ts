/** The service description: what the endpoint can do, and what is in it. https://www.w3.org/TR/sparql11-service-description/ */
import { beforeAll, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { describeService } from '../../src/harvest/index.ts';
import { harvestOf } from '../../src/site/index.ts';
import { NAMESPACES, type Quad } from '../../src/rdf/index.ts';
import { accepting, clientOf, ORIGIN, queryPath } from '../support/client.ts';
import { readQuads } from '../support/read-quads.ts';
import { openRepository } from '../support/repository.ts';

let publication: Publication;
let quads: readonly Quad[];
beforeAll(async () => {
  publication = await openRepository();
  const response = await clientOf(publication)('/sparql', accepting('text/turtle'));
  quads = await readQuads(await response.text());
});

const valuesOf = (property: string, of = quads) =>
  of.filter(({ predicate }) => predicate.value === property).map(({ object }) => object.value);
const sd = (name: string) => NAMESPACES.sd + name;

it('names the URL that was asked, as the endpoint of the dataset too', () => {
  expect(valuesOf(sd('endpoint'))).toEqual([`${ORIGIN}/sparql`]);
  expect(valuesOf(`${NAMESPACES.void}sparqlEndpoint`)).toEqual([`${ORIGIN}/sparql`]);
});

it('says what the endpoint can do', () => {
  expect(valuesOf(sd('feature'))).toEqual([sd('UnionDefaultGraph'), sd('BasicFederatedQuery')]);
  expect(valuesOf(sd('supportedLanguage'))).toEqual([sd('SPARQL11Query')]);
});

it('names what it reads where it can be written, and only there', async () => {
  const subject = await harvestOf(publication);
  const inputs = (isWritable: boolean) =>
    valuesOf(
      sd('inputFormat'),
      describeService(subject, {
        endpoint: 'http://e.example/sparql',
        siteUrl: 'http://e.example/',
        isWritable,
      }),
    );
  expect(inputs(false)).toEqual([]);
  expect(inputs(true)).toContain('http://www.w3.org/ns/formats/Turtle');
});

it('counts each named graph', async () => {
  const counts = new Map(
    quads
      .filter(({ predicate }) => predicate.value === sd('name'))
      .map(({ subject, object }) => {
        const graph = quads.find(
          (quad) => quad.subject.equals(subject) && quad.predicate.value === sd('graph'),
        )?.object;
        const count = quads.find((quad) => quad.subject.value === graph?.value)?.object.value;
        return [object.value, count];
      }),
  );
  const query = 'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g';
  const answer = await clientOf(publication)(queryPath(query, { format: 'csv' }));
  const rows = (await answer.text()).trim().split('\r\n').slice(1);
  expect(Array.from(counts, (pair) => pair.join(',')).toSorted()).toEqual(rows.toSorted());
});
