/** `/explore` over HTTP: pieces of the graph as JSON, their validators and mistakes, and the page without a script. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphPart, NodeDetails, NodeSummary } from '../../src/network/index.ts';
import { address, type Client, clientOf } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BASE = 'https://kg.test/';
const KNOWS = `${BASE}t/knows`;

let client: Client;
beforeAll(async () => {
  const pointers = Array.from(
    { length: 130 },
    (_, n) => `<${BASE}id/n${n}> <${KNOWS}> <${BASE}id/hub> .`,
  );
  client = clientOf(
    await publicationOf({
      'data/all.ttl': `
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <${BASE}id/d> <http://rdfs.org/ns/void#uriSpace> "${BASE}" .
        <${BASE}id/hub> rdfs:label "hub"@en , "枢纽"@zh ; <${BASE}t/see> <http://other.example/> .
        ${pointers.join('\n')}`,
    }),
  );
});

const HUB = { iri: `${BASE}id/hub` };
const json = async <T>(path: string, parameters: Readonly<Record<string, string>> = {}) =>
  (await (await client(address(path, parameters))).json()) as T;

describe('the pieces of a graph', () => {
  it('begin somewhere', async () => {
    const { nodes } = await json<{ readonly nodes: readonly NodeSummary[] }>('/explore/start.json');
    expect(nodes[0]?.iri).toBe(HUB.iri);
  });

  it('are named in the language of the reader, and lead to pages in it', async () => {
    const node = await json<NodeDetails & { readonly page: string }>('/explore/node.json', {
      ...HUB,
      lang: 'zh',
    });
    expect([node.label, node.page]).toEqual(['枢纽', '/doc/hub?lang=zh-hans']);
  });

  it('have no page for what nothing is said of', async () => {
    const node = await json('/explore/node.json', { iri: 'http://other.example/' });
    expect(node).not.toHaveProperty('page');
  });

  it('come by the page', async () => {
    const page = { ...HUB, predicate: KNOWS, direction: 'in' };
    const sizes = await Promise.all(
      [{}, { offset: '100' }, { limit: '7' }].map(async (more) => {
        const { nodes, total } = await json<GraphPart>('/explore/neighbours.json', {
          ...page,
          ...more,
        });
        return [nodes.length, total];
      }),
    );
    expect(sizes).toEqual([
      [50, 130],
      [30, 130],
      [7, 130],
    ]);
  });

  it('are linked, where nodes are sent', async () => {
    const body = JSON.stringify({ iris: [HUB.iri, `${BASE}id/n5`] });
    const response = await client('/explore/links.json', { method: 'POST', body });
    expect(((await response.json()) as GraphPart).edges).toMatchObject([
      { source: `${BASE}id/n5`, target: HUB.iri, predicate: KNOWS },
    ]);
  });

  it('are known by their validator until the data or the reader changes', async () => {
    const path = address('/explore/node.json', HUB);
    const etag = (await client(path)).headers.get('etag') ?? '';
    const again = (language: string) =>
      client(path, { headers: { 'if-none-match': etag, 'accept-language': language } });
    const inEnglish = await client(path, { headers: { 'if-none-match': etag } });
    expect([inEnglish.status, (await again('zh')).status]).toEqual([304, 200]);
  });

  it.each([
    ['/explore/node.json', {}, 400, 'iri must be in the address, once'],
    ['/explore/node.json', { iri: `${BASE}id/nobody` }, 404, 'the data says nothing of'],
    ['/explore/neighbours.json', { ...HUB }, 400, 'predicate must be in the address'],
    ['/explore/neighbours.json', { iri: '_:x', predicate: KNOWS }, 404, 'says nothing of "_:x"'],
    [
      '/explore/neighbours.json',
      { ...HUB, predicate: KNOWS, direction: 'up' },
      400,
      '"out" or "in"',
    ],
    ['/explore/neighbours.json', { ...HUB, predicate: KNOWS, limit: '501' }, 400, 'from 1 to 500'],
    ['/explore/neighbours.json', { ...HUB, predicate: KNOWS, offset: '-1' }, 400, 'from 0 to'],
    ['/explore/whole.json', { limit: 'all' }, 400, 'limit must be a number from 1 to 5000'],
  ])('say what is wrong: %s %j', async (path, parameters, status, detail) => {
    const response = await client(address(path, parameters));
    const problem = (await response.json()) as { readonly detail: string };
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect(problem.detail).toContain(detail);
  });

  it.each([
    ['no JSON', '{', 400],
    ['no list', '{"iris": "x"}', 400],
    ['null', 'null', 400],
    ['numbers', '{"iris": [1]}', 400],
    ['too many', JSON.stringify({ iris: Array.from({ length: 5001 }, () => 'x') }), 400],
    ['too long', `{"iris": ["${'x'.repeat(2_000_001)}"]}`, 413],
  ])('refuse a list of nodes that is %s', async (_, body, status) => {
    expect((await client('/explore/links.json', { method: 'POST', body })).status).toBe(status);
  });
});

describe('the page', () => {
  const text = async (parameters: Readonly<Record<string, string>>) => {
    const response = await client(address('/explore', parameters));
    return { status: response.status, page: await response.text() };
  };

  it('counts the links of a thing, each count a link to the things at the other ends', async () => {
    const { page } = await text({ resource: HUB.iri });
    const href = `/explore?resource=${encodeURIComponent(HUB.iri)}&amp;predicate=${encodeURIComponent(KNOWS)}&amp;direction=in`;
    expect(page).toContain(`href="${href}"`);
    expect(page).toMatch(/<td>130<\/td>/);
  });

  it('lists neighbours by the page, and keeps the language', async () => {
    const { page } = await text({
      resource: HUB.iri,
      predicate: KNOWS,
      direction: 'in',
      lang: 'zh',
    });
    const [neighbours = ''] = page.split('可从这里开始');
    expect(neighbours.match(/\/explore\?resource=[^"&]*id%2Fn\d+&amp;lang=zh-hans"/g)).toHaveLength(
      100,
    );
    expect(page).toContain('offset=100');
  });

  it('says so of a thing that there is not, and where one may begin instead', async () => {
    const { status, page } = await text({ resource: `${BASE}id/<nobody>` });
    expect(status).toBe(404);
    expect(page).toContain('&lt;nobody&gt;');
    expect(page).toContain(`/explore?resource=${encodeURIComponent(HUB.iri)}`);
  });
});
