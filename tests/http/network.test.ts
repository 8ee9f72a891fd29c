/** `/network` and networks out of the endpoint: formats, parts, languages, validators, and what goes wrong. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accepting, address, type Client, clientOf, queryPath } from '../support/client.ts';
import { openRepository } from '../support/repository.ts';

let client: Client;
beforeAll(async () => {
  client = clientOf(await openRepository());
});

const UNESCO = 'https://kg.example/id/org/unesco';
const DESCRIBE = `DESCRIBE <${UNESCO}>`;

/** Extension, name for `format=`, media type, Content-Type, first bytes. */
const FORMATS: readonly (readonly [string, string, string, string, RegExp])[] = [
  ['gexf', 'gexf', 'application/gexf+xml', '; charset=utf-8', /^<\?xml [^>]*>\s<gexf /],
  ['graphml', 'graphml', 'application/graphml+xml', '; charset=utf-8', /^<\?xml [^>]*>\s<graphml /],
  ['cyjs', 'cyjs', 'application/vnd.cytoscape+json', '; charset=utf-8', /^\{"format_version"/],
  ['dot', 'dot', 'text/vnd.graphviz', '; charset=utf-8', /^digraph "/],
  ['json', 'graphology', 'application/vnd.graphology+json', '; charset=utf-8', /^\{"attributes"/],
  ['zip', 'zip', 'application/zip', '', /^PK/],
];

interface GraphologyJson {
  readonly attributes: { readonly name: string; readonly limits: readonly string[] };
  readonly nodes: readonly {
    readonly key: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

const read = async (parameters: Readonly<Record<string, string>>) =>
  (await (await client(address('/network.json', parameters))).json()) as GraphologyJson;

describe.each(FORMATS)('%s', (extension, name, mediaType, charset, looks) => {
  it.each([
    ['by its address', `/network.${extension}?resource=${UNESCO}`, accepting('image/png')],
    ['by Accept', `/network?resource=${UNESCO}`, accepting(mediaType)],
    ['by format=', `/network?resource=${UNESCO}&format=${name}`, accepting('image/png')],
    ['from the endpoint by Accept', queryPath(DESCRIBE), accepting(mediaType)],
    [
      'from the endpoint by format=',
      queryPath(DESCRIBE, { format: name }),
      accepting('text/turtle'),
    ],
  ])('is had %s', async (_, path, init) => {
    const response = await client(path, init);
    const { headers } = response;
    const file = path.startsWith('/sparql') ? 'query' : 'unesco';
    expect([
      response.status,
      headers.get('content-type'),
      headers.get('content-disposition'),
      headers.get('vary')?.startsWith('Accept, Accept-Language'),
    ]).toEqual([200, mediaType + charset, `inline; filename="network-${file}.${extension}"`, true]);
    expect(await response.text()).toMatch(looks);
  });
});

it('names the address of what was negotiated', async () => {
  const { headers } = await client('/network?depth=2&resource=skos:Concept', accepting('*/*'));
  expect([headers.get('content-type'), headers.get('content-location')]).toEqual([
    'application/gexf+xml; charset=utf-8',
    '/network.gexf?depth=2&resource=skos:Concept',
  ]);
});

it('leaves JSON from the endpoint to JSON-LD', async () => {
  const response = await client(queryPath(DESCRIBE, { format: 'json' }));
  expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
});

it('grows with depth, and holds the smaller within the greater', async () => {
  const [one, two, three] = await Promise.all(
    ['1', '2', '3'].map(async (depth) =>
      (await read({ resource: UNESCO, depth })).nodes.map(({ key }) => key),
    ),
  );
  expect(one).toContain(UNESCO);
  expect(two).toEqual(expect.arrayContaining(one ?? ['none']));
  expect(three).toEqual(expect.arrayContaining(two ?? ['none']));
  expect(new Set([one, two, three].map((keys) => keys?.length)).size).toBe(3);
});

it('of a class takes a prefixed name, and joins instances to others only', async () => {
  const [short, long] = await Promise.all([
    read({ class: 'edu:Claim' }),
    read({ class: 'https://kg.example/def/edu#Claim' }),
  ]);
  expect(short).toEqual(long);
  const claims = new Set(
    short.nodes
      .filter(({ attributes }) => {
        const types = String(attributes['rdf:type'] ?? attributes['type']).split(' | ');
        return types.includes('https://kg.example/def/edu#Claim');
      })
      .map(({ key }) => key),
  );
  expect(claims.size).toBeGreaterThan(50);
  const apart = short.edges.filter(
    ({ source, target }) => !claims.has(source) && !claims.has(target),
  );
  expect(apart).toEqual([]);
});

it('speaks the language of its reader', async () => {
  const labelOf = async (lang: string) =>
    (await read({ resource: UNESCO, lang })).nodes.find(({ key }) => key === UNESCO)?.attributes[
      'label'
    ];
  expect([await labelOf('en'), await labelOf('zh')]).toEqual([
    'United Nations Educational, Scientific and Cultural Organization',
    '联合国教科文组织',
  ]);
  const chinese = await client(queryPath(DESCRIBE, { format: 'dot' }), {
    headers: { 'accept-language': 'zh' },
  });
  const english = await client(queryPath(DESCRIBE, { format: 'dot' }), {
    headers: { 'accept-language': 'en' },
  });
  expect(await chinese.text()).toContain('[label="联合国教科文组织"');
  expect(await english.text()).toContain('[label="United Nations Educational');
});

it('says in itself and in its name that it is a part', async () => {
  const response = await client('/network.json?limit=10');
  expect(response.headers.get('content-disposition')).toBe('inline; filename="network-part.json"');
  const { attributes, nodes } = (await response.json()) as GraphologyJson;
  expect(nodes.length).toBe(10);
  expect(attributes.limits).toEqual([
    expect.stringMatching(/^Only 10 of [\d,]+ nodes are here, those with the most links/),
  ]);
  const answer = await client(
    queryPath('CONSTRUCT WHERE { ?s ?p ?o }', { format: 'graphml', limit: '10' }),
  );
  expect(answer.headers.get('content-disposition')).toBe(
    'inline; filename="network-query-part.graphml"',
  );
  expect(await answer.text()).toMatch(/<data key="limits">Only the first 10 nodes of the answer/);
});

describe('validators', () => {
  const etagOf = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    (await client(path, { headers })).headers.get('etag');

  it.each(['/network.dot', queryPath(DESCRIBE, { format: 'dot' })])(
    'say of %s that nothing has changed',
    async (path) => {
      const etag = (await etagOf(path)) ?? '';
      const again = await client(path, { headers: { 'if-none-match': etag } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([
        304,
        etag,
        '',
      ]);
    },
  );

  it('tell formats, parts, limits and languages apart', async () => {
    const etags = await Promise.all([
      etagOf('/network.dot'),
      etagOf('/network.gexf'),
      etagOf('/network.dot?limit=10'),
      etagOf(`/network.dot?resource=${UNESCO}`),
      etagOf(`/network.dot?resource=${UNESCO}&depth=2`),
      etagOf('/network.dot?class=edu:Claim'),
      etagOf('/network.dot?lang=zh'),
      etagOf(queryPath(DESCRIBE, { format: 'dot' })),
      etagOf(queryPath(DESCRIBE, { format: 'dot', limit: '3' })),
      etagOf(queryPath(DESCRIBE, { format: 'dot' }), { 'accept-language': 'zh' }),
    ]);
    expect(new Set(etags).size).toBe(etags.length);
  });

  it('are the same for HEAD, which has no body', async () => {
    const head = await client('/network.dot', { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
      200,
      await etagOf('/network.dot'),
      '',
    ]);
  });
});

describe('what is not there', () => {
  const mediaTypes = FORMATS.map(([, , mediaType]) => mediaType);
  const availableOf = async (response: Response) =>
    ((await response.json()) as { readonly available: readonly string[] }).available;

  it('is a format that nobody writes', async () => {
    const response = await client('/network', accepting('image/png'));
    expect([response.status, await availableOf(response)]).toEqual([406, mediaTypes]);
    expect((await client('/network.png')).status).toBe(404);
  });

  it('is a network of rows', async () => {
    const response = await client(queryPath('ASK {}', { format: 'gexf' }));
    expect([response.status, await availableOf(response)]).toEqual([
      406,
      expect.not.arrayContaining(mediaTypes),
    ]);
  });
});

describe('what cannot be shown is refused with one line', () => {
  it.each([
    [
      '/network.dot?resource=https://x.example/',
      'resource: the data says nothing of https://x.example/: take an IRI that stands in it',
    ],
    [
      '/network?class=edu:Nothing',
      'class: nothing in the data is a https://kg.example/def/edu#Nothing: take the IRI of a class that has instances',
    ],
    [
      address('/network', { resource: '"><script>' }),
      String.raw`resource is neither an absolute IRI nor a name with a known prefix: "\"><script>"`,
    ],
    [`/network?resource=${UNESCO}&depth=9`, 'depth must be a number from 1 to 3, not "9"'],
    ['/network?limit=50001', 'limit must be a number of nodes from 1 to 50,000, not "50001"'],
    ['/network?class=a:b&class=c:d', 'class is there more than once: send it once'],
    [
      queryPath(DESCRIBE, { format: 'dot', limit: 'x' }),
      'limit must be a number of nodes from 1 to 50,000, not "x"',
    ],
  ])('%s', async (path, detail) => {
    const response = await client(path);
    expect([response.status, await response.json()]).toEqual([
      400,
      { type: 'about:blank', title: 'Bad Request', status: 400, code: 'bad-request', detail },
    ]);
  });
});
