/**
 * The marks that others would give, computed by their own rules over this repository: Umaka-Yummy for the endpoint
 * (https://yummydata.org/), F-UJI for the dataset (https://www.f-uji.net/), the conditions of the LOD cloud.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import type { lodCloudEntry } from '../../src/harvest/index.ts';
import { type Quad, readRdf } from '../../src/rdf/index.ts';
import { accepting, type Client, clientOf, follow, ORIGIN, queryPath } from '../support/client.ts';
import { readQuads } from '../support/read-quads.ts';
import { rdfFormat } from '../support/rdf-format.ts';
import { openRepository } from '../support/repository.ts';

/** Where this repository says that it lives. */
const ENDPOINT = 'https://kg.example/sparql';
let publication: Publication;
let client: Client;
let description: readonly Quad[];
let service: readonly Quad[];
let catalog: readonly Quad[];
beforeAll(async () => {
  publication = await openRepository();
  client = clientOf(publication);
  const [first, second, third] = await Promise.all(
    ['/.well-known/void', '/sparql', '/'].map(async (path) =>
      readQuads(await (await client(path, accepting('text/turtle'))).text()),
    ),
  );
  [description, service, catalog] = [first ?? [], second ?? [], third ?? []];
});

async function rowsOf(query: string): Promise<string[]> {
  const response = await client(queryPath(query, { format: 'csv' }));
  return (await response.text()).trim().split('\r\n').slice(1);
}
const ask = async (pattern: string) => (await rowsOf(`SELECT * { ${pattern} } LIMIT 1`)).length > 0;
const mean = (marks: readonly number[]) =>
  marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
const points = (marks: readonly (readonly [mark: number, reached: boolean])[]) =>
  marks.reduce((sum, [mark, reached]) => sum + (reached ? mark : 0), 0);

describe('Umaka-Yummy', () => {
  /** One answer over the days that are looked at. */
  const availability = async () => {
    const query = 'CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1';
    return (await client(queryPath(query))).ok ? 100 : 0;
  };

  /** On the day of a change; 30 days later it begins to fall, whoever publishes. */
  const freshness = async () => {
    const dates = description.filter(({ predicate }) =>
      /terms\/(?:modified|issued)$/.test(predicate.value),
    );
    return dates.length > 0 ? 100 : 30;
  };

  const operation = async () =>
    points([
      [
        50,
        service.some(({ predicate }) => predicate.value.includes('sparql-service-description#')),
      ],
      [50, description.some(({ object }) => object.value === 'http://rdfs.org/ns/void#Dataset')],
    ]);

  /** Vocabularies that are registered, and in use in other endpoints. */
  const KNOWN =
    /^http:\/\/(?:www\.w3\.org\/|purl\.org\/|xmlns\.com\/foaf\/|rdfs\.org\/ns\/void#)|^https:\/\/schema\.org\//;

  const usefulness = async () => {
    const labelled = await rowsOf(
      'SELECT DISTINCT ?g { GRAPH ?g { ?i a ?c } ?c <http://www.w3.org/2000/01/rdf-schema#label> ?l }',
    );
    const typed = await rowsOf('SELECT DISTINCT ?g { GRAPH ?g { ?i a ?c } }');
    const graphs = await rowsOf('SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }');
    const metadata = mean(
      graphs.map((graph) =>
        points([
          [50, typed.includes(graph)],
          [50, labelled.includes(graph)],
        ]),
      ),
    );
    const vocabularies = description
      .filter(({ predicate }) => predicate.value.endsWith('void#vocabulary'))
      .map(({ object }) => object.value);
    const known = vocabularies.filter((iri) => KNOWN.test(iri)).length;
    return (metadata + (50 * (known + known)) / vocabularies.length) / 2;
  };

  const validity = async () => {
    const url = new URL(ENDPOINT);
    const cool = points([
      [25, !/^\d+\.\d+/.test(url.hostname)],
      [25, url.port === ''],
      [25, url.search === ''],
      [25, ENDPOINT.length <= 30],
    ]);
    const negotiated = await Promise.all(
      ['text/turtle', 'application/rdf+xml', 'text/html'].map(async (type) => {
        const response = await follow(client, '/id/org/moe', accepting(type));
        return (
          response.status === 200 && (response.headers.get('content-type') ?? '').includes(type)
        );
      }),
    );
    return (
      0.4 * cool +
      points([
        [20, await ask('?s ?p ?o FILTER(STRSTARTS(STR(?s), "http"))')],
        [20, negotiated.every(Boolean)],
        [
          20,
          await ask(
            '?s <http://www.w3.org/2000/01/rdf-schema#seeAlso>|<http://www.w3.org/2002/07/owl#sameAs> ?o',
          ),
        ],
      ])
    );
  };

  /** Seconds for each triple; the best of several runs, since other processes run here too. */
  const performanceMark = async () => {
    const time = async (query: string) => {
      const start = performance.now();
      await (await client(queryPath(query, { format: 'json' }))).text();
      return (performance.now() - start) / 1000;
    };
    const best = async (query: string) => {
      const times: number[] = [];
      for (let run = 0; run < 15; run += 1) times.push(await time(query));
      return Math.min(...times);
    };
    const nothing = await best('ASK {}');
    const queries = [0, 100, 200].map(
      (offset) => `SELECT DISTINCT ?c { GRAPH ?g { [] a ?c } } LIMIT 100 OFFSET ${offset}`,
    );
    const seconds = mean(await Promise.all(queries.map(best))) - nothing;
    const { triples } = await publication.descriptions.statistics();
    return Math.max(0, 100 * (1 - (1e6 * Math.max(0, seconds)) / triples));
  };

  it('gives at least 90 of 100', async () => {
    const marks = {
      availability: await availability(),
      freshness: await freshness(),
      operation: await operation(),
      usefulness: await usefulness(),
      validity: await validity(),
      performance: await performanceMark(),
    };
    expect(marks).toMatchObject({
      availability: 100,
      freshness: 100,
      operation: 100,
      validity: 100,
    });
    // The vocabulary of this project is registered nowhere.
    expect(marks.usefulness).toBeGreaterThan(85);
    expect(mean(Object.values(marks))).toBeGreaterThanOrEqual(90);
  });

  it('would count each triple once', () => {
    const { triples } = { triples: publication.dataset.defaultIndex.size };
    const counted = [description, service].map((quads) => {
      const of = new Set(
        quads
          .filter(({ object }) => /void#Dataset$|service-description#Graph$/.test(object.value))
          .map(({ subject }) => subject.value),
      );
      return quads
        .filter(
          ({ subject, predicate }) =>
            of.has(subject.value) && predicate.value.endsWith('void#triples'),
        )
        .reduce((sum, { object }) => sum + Number(object.value), 0);
    });
    expect(counted).toEqual([triples, triples]);
  });
});

describe('F-UJI', () => {
  const IDENTIFIER = 'https://kg.example/id/dataset/education-cooperation';
  const says = (end: string) => catalog.some(({ predicate }) => predicate.value.endsWith(end));
  const valueOf = (end: string) =>
    catalog.find(({ predicate }) => predicate.value.endsWith(end))?.object.value ?? '';

  /** What the front page says, as schema.org. */
  async function embedded(): Promise<Readonly<Record<string, unknown>>> {
    const page = await (await client('/', accepting('text/html'))).text();
    return JSON.parse(
      /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)?.[1] ?? '{}',
    );
  }
  const answers = async (url: string) =>
    (await follow(client, new URL(url).pathname, { method: 'HEAD' })).ok;

  it('gives 25 of 26 points; one needs an identifier that some authority has registered', async () => {
    const page = await embedded();
    const has = (...names: readonly string[]) => names.every((name) => page[name] !== undefined);
    const download = valueOf('dcat#downloadURL');
    const metadata = await readRdf(JSON.stringify(page), {
      format: rdfFormat('jsonld'),
      baseIri: ORIGIN,
      blankNodeScope: '',
    });
    const marks: readonly (readonly [metric: string, mark: number, reached: boolean])[] = [
      ['F1-01MD unique identifier', 1, URL.canParse(IDENTIFIER)],
      ['F1-02MD persistent identifier', 1, /\b(?:doi\.org|w3id\.org|ark:)/.test(IDENTIFIER)],
      [
        'F2-01M citation',
        1,
        has('creator', 'name', 'identifier', 'datePublished', 'publisher', '@type'),
      ],
      ['F2-01M summary', 1, has('description', 'keywords')],
      ['F3-01M address of the data', 1, download !== '' && has('distribution')],
      ['F4-01M for search engines', 2, page['@type'] === 'Dataset'],
      ['A1-01M access', 1, says('terms/accessRights') && page['isAccessibleForFree'] === true],
      ['A1-02MD metadata is there', 1, await answers(IDENTIFIER)],
      ['A1-02MD data is there', 1, await answers(download)],
      [
        'A1.1-01MD protocol of metadata and data',
        2,
        /^https?:/.test(IDENTIFIER) && /^https?:/.test(download),
      ],
      [
        'A1.2-01MD a protocol that can ask who one is',
        2,
        /^https?:/.test(IDENTIFIER) && /^https?:/.test(download),
      ],
      [
        'I1-01M formal, in the page and by negotiation',
        2,
        metadata.quads.length > 0 && catalog.length > 0,
      ],
      ['I2-01M registered vocabularies', 2, says('dcat#distribution') && says('terms/title')],
      ['I3-01M related things', 2, says('prov#wasDerivedFrom') && has('isBasedOn')],
      ['R1-01M kind', 1, page['@type'] === 'Dataset'],
      [
        'R1-01M size and format, or service and protocol',
        1,
        says('dcat#byteSize') && says('dcat#mediaType') && says('dcat#endpointURL'),
      ],
      [
        'R1.1-01M licence',
        1,
        valueOf('terms/license').startsWith('https://creativecommons.org/licenses/'),
      ],
      [
        'R1.2-01M provenance',
        1,
        says('prov#wasDerivedFrom') && says('terms/creator') && says('terms/issued'),
      ],
      [
        'R1.3-01M standards of the field',
        1,
        catalog.some(({ object }) => object.value.endsWith('dcat#Dataset')),
      ],
      ['R1.3-02D open format', 1, says('dcat#mediaType')],
    ];
    const missed = marks.filter(([, , reached]) => !reached).map(([metric]) => metric);
    expect(missed).toEqual(['F1-02MD persistent identifier']);
    expect(marks.reduce((sum, [, mark]) => sum + mark, 0)).toBe(26);
    expect(points(marks.map(([, mark, reached]) => [mark, reached]))).toBe(25);
  });
});

type LodCloudEntry = ReturnType<typeof lodCloudEntry>;

describe('the LOD cloud', () => {
  it('takes a thousand triples that are had whole, with fifty links to a dataset that is in it', async () => {
    const entry = (await (await client('/lod-cloud.json')).json()) as LodCloudEntry;
    expect(Number(entry.triples)).toBeGreaterThanOrEqual(1000);
    expect(entry.full_download.length).toBeGreaterThan(0);
    const links = entry.links.filter(({ value }) => Number(value) >= 50);
    expect(links.map(({ target }) => target)).toEqual(['http://www.wikidata.org/']);
  });

  it('takes IRIs that lead to RDF', async () => {
    for (const type of ['text/turtle', 'application/rdf+xml', 'application/n-triples'])
      expect(
        (await follow(client, '/id/org/moe', accepting(type))).headers.get('content-type'),
      ).toContain(type);
  });
});
