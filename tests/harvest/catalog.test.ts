/** The catalogue, by the rules of those who collect catalogues. */
import { beforeAll, describe, expect, it } from 'vitest';
import { dcat, type Quad, rdf } from '../../src/rdf/index.ts';
import { accepting, type Client, clientOf, ORIGIN } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { readQuads } from '../support/read-quads.ts';
import { openRepository } from '../support/repository.ts';
import { lacksSuite, readSuite } from '../support/suites.ts';
import { validateShapes } from '../support/validate-shapes.ts';

const catalogOf = async (of: Client) =>
  readQuads(await (await of('/catalog', accepting('text/turtle'))).text());

/** Facts that only a person can give: what kind of body the publisher is, how far China reaches on a map. */
const UNKNOWN_TO_DCAT_AP = [
  'Warning china bbox MinCount',
  'Warning china centroid MinCount',
  'Warning graphpress type MinCount',
];
/** When the dataset was begun, and a mailbox. */
const UNKNOWN_TO_NDE = [
  'Info education-cooperation created MinCount',
  'Warning [] hasEmail MinCount',
];

let client: Client;
let quads: readonly Quad[];
beforeAll(async () => {
  client = clientOf(await openRepository());
  quads = await catalogOf(client);
});

describe.skipIf(lacksSuite('dcat-ap-3.0.1'))('DCAT-AP 3.0.1', () => {
  it.each([
    ['mandatory', 'shapes.ttl', []],
    ['recommended', 'shapes_recommended.ttl', UNKNOWN_TO_DCAT_AP],
    ['of classes', 'range.ttl', []],
  ])('rules that are %s lack nothing that the data could tell', async (_, file, missing) => {
    expect(validateShapes(quads, await readSuite(`dcat-ap-3.0.1/${file}`))).toEqual(missing);
  });

  it('mandatory rules hold for a folder that says nothing of itself', async () => {
    const bare = clientOf(
      await publicationOf({ 'a.ttl': '<http://e.example/s> <http://e.example/p> 1 .' }),
    );
    // Who publishes it cannot be guessed.
    expect(
      validateShapes(await catalogOf(bare), await readSuite('dcat-ap-3.0.1/shapes.ttl')),
    ).toEqual(['Violation catalog publisher MinCount']);
  });
});

describe.skipIf(lacksSuite('nde'))('the rules of the Dutch register', () => {
  it('lack a mailbox and a day alone', async () => {
    expect(validateShapes(quads, await readSuite('nde/shacl.ttl'))).toEqual(UNKNOWN_TO_NDE);
  });
});

describe('the catalogue', () => {
  it.each(['catalog.ttl', 'catalog.rdf', 'catalog.jsonld', 'dumps/index.ttl', 'catalog.html'])(
    'is at /%s',
    async (path) => {
      expect((await client(`/${path}`)).status).toBe(200);
    },
  );

  it('names things below the base, and gives addresses where it was asked', () => {
    const distributions = quads
      .filter(
        (quad) => quad.object.equals(dcat('Distribution')) && quad.predicate.equals(rdf('type')),
      )
      .map(({ subject }) => subject.value);
    expect(distributions.toSorted()[0]).toBe('https://kg.example/catalog#endpoint');
    const addresses = quads.filter(({ predicate }) =>
      [dcat('accessURL'), dcat('downloadURL'), dcat('endpointURL')].some((one) =>
        one.equals(predicate),
      ),
    );
    expect(addresses.length).toBe(7 + 6 + 1);
    expect(addresses.filter(({ object }) => !object.value.startsWith(`${ORIGIN}/`))).toEqual([]);
  });

  it('gives addresses that answer', async () => {
    const downloads = quads.filter(({ predicate }) => predicate.equals(dcat('downloadURL')));
    for (const { object } of downloads) {
      const { pathname } = new URL(object.value);
      expect([pathname, (await client(pathname, { method: 'HEAD' })).status]).toEqual([
        pathname,
        200,
      ]);
    }
  });

  it('gives what the data says of the dataset in any case', async () => {
    const other = clientOf(
      await publicationOf({
        'data/dataset.ttl': `@prefix void: <http://rdfs.org/ns/void#> . @prefix dct: <http://purl.org/dc/terms/> .
          @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
          <http://e.example/d> a dcat:Dataset ; void:uriSpace "http://e.example/" ; dct:title "T" ;
            dcat:contactPoint [ a vcard:Kind ; vcard:fn "Desk" ] ; <http://e.example/own> 7 .`,
      }),
    );
    const turtle = await (await other('/catalog.ttl')).text();
    expect(turtle).toContain('vcard:fn "Desk"');
    expect(turtle).toContain('<http://e.example/own> 7');
  });
});
