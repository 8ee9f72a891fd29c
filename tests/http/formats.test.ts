/** Every answer in every format, however a client asks for it, and never a page to a machine. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accepting, address, type Client, clientOf, follow, queryPath } from '../support/client.ts';
import { openRepository } from '../support/repository.ts';

let client: Client;
beforeAll(async () => {
  client = clientOf(await openRepository());
});

interface Format {
  readonly type: string;
  /** The Content-Type of the answer. */
  readonly contentType: string;
  readonly aliases: readonly string[];
  /** What `format=` takes, the media type aside. */
  readonly names: readonly string[];
  readonly extension?: string;
  /** How the answer to the query below looks. */
  readonly looks: RegExp;
}

const TABLES: readonly Format[] = [
  {
    type: 'application/sparql-results+json',
    contentType: 'application/sparql-results+json; charset=utf-8',
    aliases: ['application/json'],
    names: ['json', 'JSON'],
    looks:
      /^\{"head":\{"vars":\["x"\]\},"results":\{"bindings":\[\s*\{"x":\{"type":"literal","value":"a"\}\}\s*\]\}\}\s*$/,
  },
  {
    type: 'application/sparql-results+xml',
    contentType: 'application/sparql-results+xml; charset=utf-8',
    aliases: ['application/xml', 'text/xml'],
    names: ['xml'],
    looks: /^<\?xml version="1.0" encoding="UTF-8"\?>\s*<sparql xmlns=/,
  },
  {
    type: 'text/csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    aliases: [],
    names: ['csv'],
    looks: /^x\r\na\r\n$/,
  },
  {
    type: 'text/tab-separated-values',
    contentType: 'text/tab-separated-values; charset=utf-8; header=present',
    aliases: [],
    names: ['tsv'],
    looks: /^\?x\n"a"\n$/,
  },
  {
    type: 'text/html',
    contentType: 'text/html; charset=utf-8',
    aliases: [],
    names: ['html'],
    looks: /^<!doctype html>/,
  },
];

const GRAPHS: readonly Format[] = [
  {
    type: 'text/turtle',
    contentType: 'text/turtle; charset=utf-8',
    aliases: ['application/turtle', 'application/x-turtle', 'text/n3', 'text/rdf+n3'],
    names: ['turtle', 'ttl'],
    extension: 'ttl',
    looks: /^<http:\/\/x.example\/s> <http:\/\/x.example\/p> "o" ?\.\s*$/,
  },
  {
    type: 'application/ld+json',
    contentType: 'application/ld+json; charset=utf-8',
    aliases: ['application/json'],
    names: ['jsonld'],
    extension: 'jsonld',
    looks:
      /^\{\s*"@context": \{\},\s*"@id": "http:\/\/x.example\/s",\s*"http:\/\/x.example\/p": "o"\s*\}\s*$/,
  },
  {
    type: 'application/rdf+xml',
    contentType: 'application/rdf+xml; charset=utf-8',
    aliases: ['application/xml', 'text/xml'],
    names: ['rdfxml', 'rdf'],
    extension: 'rdf',
    looks: /^<\?xml version="1.0" encoding="UTF-8"\?>\s*<rdf:RDF/,
  },
  {
    type: 'application/n-triples',
    contentType: 'application/n-triples; charset=utf-8',
    aliases: ['text/plain'],
    names: ['ntriples', 'nt'],
    extension: 'nt',
    looks: /^<http:\/\/x.example\/s> <http:\/\/x.example\/p> "o" \.\n$/,
  },
  {
    type: 'application/n-quads',
    contentType: 'application/n-quads; charset=utf-8',
    aliases: ['text/x-nquads', 'text/nquads'],
    names: ['nquads', 'nq'],
    extension: 'nq',
    looks: /^<http:\/\/x.example\/s> <http:\/\/x.example\/p> "o" \.\n$/,
  },
  {
    type: 'application/trig',
    contentType: 'application/trig; charset=utf-8',
    aliases: ['application/x-trig'],
    names: ['trig'],
    extension: 'trig',
    looks: /<http:\/\/x.example\/s> <http:\/\/x.example\/p> "o" ?\.\s*$/,
  },
  {
    type: 'text/html',
    contentType: 'text/html; charset=utf-8',
    aliases: [],
    names: ['html'],
    extension: 'html',
    looks: /^<!doctype html>/,
  },
];

const SELECT = 'SELECT ?x { VALUES ?x { "a" } }';
const CONSTRUCT = 'CONSTRUCT { <http://x.example/s> <http://x.example/p> "o" } WHERE {}';

const QUERIES: readonly [kind: string, query: string, formats: readonly Format[]][] = [
  ['a table', SELECT, TABLES],
  ['a graph', CONSTRUCT, GRAPHS],
];

/** What is right about an answer, or its text. */
async function shown(response: Response, { looks }: Format) {
  const text = await response.text();
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    text: looks.test(text) ? 'as it should' : text,
  };
}

for (const [kind, query, formats] of QUERIES)
  describe(`the endpoint gives ${kind}`, () => {
    it.each(formats)('as $type', async (format) => {
      const expected = { status: 200, contentType: format.contentType, text: 'as it should' };
      const path = queryPath(query);
      for (const accept of [format.type, ...format.aliases, format.type.toUpperCase()])
        expect({ accept, ...(await shown(await client(path, accepting(accept)), format)) }).toEqual(
          {
            accept,
            ...expected,
          },
        );
      for (const parameter of ['format', 'output', 'results', 'Accept'])
        for (const value of [...format.names, format.type]) {
          const asked = queryPath(query, { [parameter]: value });
          const response = await client(asked, accepting('image/png'));
          expect({ asked, ...(await shown(response, format)) }).toEqual({ asked, ...expected });
        }
    });

    it.each([
      ['nothing', undefined],
      ['anything', '*/*'],
      ['everything alike', formats.map(({ type }) => type).join()],
    ])(`as the first of these to who wishes %s`, async (_, accept) => {
      const response = await client(
        queryPath(query),
        accept === undefined ? {} : accepting(accept),
      );
      expect(response.headers.get('content-type')).toBe(formats[0]?.contentType);
    });

    it.each(formats)('as $type to who likes it most', async ({ type, contentType }) => {
      const wishes = formats.map((format) =>
        format.type === type ? type : `${format.type};q=0.5`,
      );
      const response = await client(queryPath(query), accepting(wishes.join()));
      expect(response.headers.get('content-type')).toBe(contentType);
    });
  });

it('answers ASK in every format of a table', async () => {
  const answers = await Promise.all(
    TABLES.slice(0, 4).map(async ({ type }) => {
      const response = await client(queryPath('ASK {}'), accepting(type));
      return [response.status, await response.text()];
    }),
  );
  expect(answers).toEqual([
    [200, '{"head":{},"boolean":true}\n'],
    [
      200,
      '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n  <head/>\n  <boolean>true</boolean>\n</sparql>\n',
    ],
    [200, 'boolean\r\ntrue\r\n'],
    [200, '?boolean\ntrue\n'],
  ]);
});

describe('a document', () => {
  it.each(GRAPHS)('is had as $type by Accept, by format= and by its extension', async (format) => {
    const { type, contentType, names, extension } = format;
    const bodies: string[] = [];
    for (const [path, init] of [
      ['/doc/org/unesco', accepting(type)],
      [`/doc/org/unesco?format=${names[0]}`, accepting('image/png')],
      [`/doc/org/unesco.${extension}`, accepting('image/png')],
    ] as const) {
      const response = await client(path, init);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        200,
        contentType,
      ]);
      bodies.push(await response.text());
    }
    expect(new Set(bodies).size).toBe(1);
  });

  it.each(GRAPHS)('of a thing redirects to its extension (.$extension)', async ({ extension }) => {
    const response = await client(`/id/org/unesco.${extension}`);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/doc/org/unesco.${extension}`,
    ]);
  });

  it.each([
    ['a hash term', 'https://kg.example/def/edu#Claim'],
    ['a term of others', 'http://www.w3.org/2004/02/skos/core#prefLabel'],
  ])('of %s is had by its IRI', async (_, iri) => {
    const response = await client(address('/doc', { iri }), accepting('text/turtle'));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/turtle; charset=utf-8',
    ]);
    expect(await response.text()).toContain('rdfs:label');
  });

  it('of a version of the ontology is the ontology', async () => {
    const response = await client('/def/edu/1.0.0');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/def/edu']);
  });
});

describe('a machine', () => {
  /** What programs really send. */
  const MACHINES: readonly [name: string, accept: string][] = [
    ['rdflib', 'application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1'],
    [
      'Jena',
      'text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3',
    ],
    [
      'Comunica',
      'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/html;q=0.2',
    ],
    ['SPARQLWrapper', 'application/sparql-results+json,application/json,text/turtle,*/*;q=0.1'],
    ['a reader of Turtle', 'text/turtle'],
  ];
  const PATHS = [
    '/',
    '/sparql',
    queryPath(CONSTRUCT),
    queryPath('SELECT'),
    '/id/org/unesco',
    '/def/edu',
    '/graph/entities',
    '/id/org/nobody',
  ];

  it.each(MACHINES)('like %s never gets a page', async (_, accept) => {
    for (const path of PATHS) {
      const response = await follow(client, path, accepting(accept));
      expect([path, response.headers.get('content-type')]).not.toEqual([
        path,
        'text/html; charset=utf-8',
      ]);
    }
  });

  it('without a wish gets RDF for a thing, a graph and the endpoint', async () => {
    for (const path of ['/sparql', '/id/org/unesco', '/def/edu', '/graph/entities']) {
      const response = await follow(client, path);
      expect([path, response.headers.get('content-type')]).toEqual([
        path,
        'text/turtle; charset=utf-8',
      ]);
    }
  });

  it('gets rows as they are asked: graphs of the protocol beat those of the query', async () => {
    const query = 'SELECT (COUNT(*) AS ?n) FROM <https://kg.example/graph/notes> { ?s ?p ?o }';
    const count = async (parameters: Record<string, string>) => {
      const response = await client(queryPath(query, { format: 'csv', ...parameters }));
      return Number((await response.text()).split('\r\n')[1]);
    };
    const fromQuery = await count({});
    expect(fromQuery).toBeGreaterThan(0);
    expect(await count({ 'default-graph-uri': 'https://kg.example/graph/nothing' })).toBe(0);
    expect(
      await count({ 'default-graph-uri': 'https://kg.example/graph/entities' }),
    ).toBeGreaterThan(fromQuery);
  });
});

it('describes the endpoint at the very address that was asked', async () => {
  const text = await (await client('/sparql', accepting('application/n-triples'))).text();
  const said = (predicate: string) =>
    Array.from(
      text.matchAll(new RegExp(`sparql-service-description#${predicate}> (\\S+) \\.`, 'g')),
      ([, object]) => object,
    );
  expect(said('endpoint')).toEqual(['<http://site.example/sparql>']);
  expect(said('supportedLanguage')).toEqual([
    '<http://www.w3.org/ns/sparql-service-description#SPARQL11Query>',
  ]);
  expect(said('name')).toContain('<https://kg.example/graph/derived>');
});
