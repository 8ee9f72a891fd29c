/** Triple Pattern Fragments: https://linkeddatafragments.org/specification/triple-pattern-fragments/ */
import { describe, expect, it } from 'vitest';
import { accepting, address, clientOf } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { readQuads } from '../support/read-quads.ts';

const MANY = Array.from({ length: 250 }, (_, n) => `id:n${n} t:in id:group ; t:number ${n} .`);
const client = clientOf(
  await publicationOf({
    'data/a.ttl': `@prefix id: <https://kg.test/id/> . @prefix t: <https://kg.test/t/> .
@prefix void: <http://rdfs.org/ns/void#> .
id:dataset void:uriSpace "https://kg.test/" .
id:a t:name "a \\"quoted\\"\\nname" , "Name"@en , "名"@zh-Hans , "1.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .
id:a t:at [ t:line 7 ] .
${MANY.join('\n')}`,
    'data/b.ttl': `<https://kg.test/id/a> <https://kg.test/t/name> "Name"@en .`,
  }),
);

const TPF = 'http://site.example/tpf';
const T = 'https://kg.test/t/';
const ID = 'https://kg.test/id/';
const HYDRA = 'http://www.w3.org/ns/hydra/core#';
const VOID = 'http://rdfs.org/ns/void#';

async function read(parameters: Readonly<Record<string, string>>) {
  const path = address('/tpf', parameters).replace(/\?$/, '');
  const response = await client(path, accepting('application/n-quads'));
  const quads = await readQuads(await response.text(), { format: 'nquads' });
  const url = `http://site.example${path}`;
  const [data, metadata] = [
    quads.filter(({ graph }) => graph.termType === 'DefaultGraph'),
    quads.filter(({ graph }) => graph.value === `${url}#metadata`),
  ];
  const said = (predicate: string) =>
    metadata
      .filter((quad) => quad.subject.value === url && quad.predicate.value === predicate)
      .map(({ object }) => object.value);
  return { response, url, data, metadata, said, all: quads };
}

const PATTERNS: readonly (readonly [Readonly<Record<string, string>>, count: number])[] = [
  [{}, 507],
  [{ subject: '', predicate: '?p', object: '' }, 507],
  [{ predicate: `${T}in` }, 250],
  [{ predicate: `<${T}in>` }, 250],
  [{ object: `${ID}group` }, 250],
  [{ subject: `${ID}a` }, 5],
  [{ subject: `${ID}n7`, object: `${ID}group` }, 1],
  [
    {
      subject: `${ID}n7`,
      predicate: `${T}number`,
      object: '"7"^^http://www.w3.org/2001/XMLSchema#integer',
    },
    1,
  ],
  [{ predicate: `${T}name`, object: '"Name"@en' }, 1],
  [{ object: '"名"@zh-Hans' }, 1],
  [{ object: '"a "quoted"\nname"' }, 1],
  [{ object: '"1.0"^^<http://www.w3.org/2001/XMLSchema#decimal>' }, 1],
  [{ object: '"Name"' }, 0],
  [{ subject: 'https://elsewhere.example/x' }, 0],
  [{ subject: '"literal"' }, 0],
];

describe('a fragment', () => {
  it.each(PATTERNS)(
    'of %j says that there are %d triples, and shows no others',
    async (pattern, count) => {
      const { response, data, said } = await read(pattern);
      expect({
        status: response.status,
        count: said(`${VOID}triples`),
        total: said(`${HYDRA}totalItems`),
        shown: data.length,
      }).toEqual({
        status: 200,
        count: [String(count)],
        total: [String(count)],
        shown: Math.min(count, 100),
      });
    },
  );

  it('has a next page until the last one, and each triple on one of them', async () => {
    const seen: string[] = [];
    let parameters: Readonly<Record<string, string>> | undefined = { predicate: `${T}in` };
    const pages: string[] = [];
    while (parameters) {
      const { url, data, said } = await read(parameters);
      pages.push(url);
      seen.push(...data.map(({ subject }) => subject.value));
      const [next] = said(`${HYDRA}next`);
      parameters = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
    }
    expect([pages.length, seen.length, new Set(seen).size]).toEqual([3, 250, 250]);
    expect(pages[1]).toBe(`${TPF}?predicate=${encodeURIComponent(`${T}in`)}&page=2`);
  });

  it('says how to ask for others', async () => {
    const { metadata, url } = await read({ predicate: `${T}in`, page: '2' });
    const objects = (subject: string, predicate: string) =>
      metadata
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map(({ object }) => object.value);
    const [form = ''] = objects(`${TPF}#dataset`, `${HYDRA}search`);
    const mappings = objects(form, `${HYDRA}mapping`).map((mapping) => [
      objects(mapping, `${HYDRA}variable`)[0],
      objects(mapping, `${HYDRA}property`)[0],
    ]);
    const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
    expect({
      template: objects(form, `${HYDRA}template`),
      representation: objects(form, `${HYDRA}variableRepresentation`),
      mappings,
      subset: objects(`${TPF}#dataset`, `${VOID}subset`),
      topic: objects(`${url}#metadata`, 'http://xmlns.com/foaf/0.1/primaryTopic'),
    }).toEqual({
      template: [`${TPF}{?subject,predicate,object}`],
      representation: [`${HYDRA}ExplicitRepresentation`],
      mappings: ['subject', 'predicate', 'object'].map((place) => [place, RDF + place]),
      subset: [url],
      topic: [`${TPF}#dataset`],
    });
  });

  it('names blank nodes by IRIs with which a client can ask on', async () => {
    const { data } = await read({ predicate: `${T}at` });
    const named = data[0]?.object.value ?? '';
    expect(named).toMatch(/^http:\/\/site\.example\/\.well-known\/genid\/./);
    const inside = await read({ subject: named });
    expect(
      inside.data.map(({ subject, predicate, object }) => [
        subject.value,
        predicate.value,
        object.value,
      ]),
    ).toEqual([[named, `${T}line`, '7']]);
  });

  it.each([
    ['text/turtle', 'text/turtle; charset=utf-8'],
    ['application/trig', 'application/trig; charset=utf-8'],
    ['application/ld+json', 'application/ld+json; charset=utf-8'],
    ['*/*', 'text/turtle; charset=utf-8'],
  ])('is to be had as %s', async (accept, type) => {
    const response = await client('/tpf', accepting(accept));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('vary')).toMatch(/^Accept\b/);
  });

  it.each([
    ['page=0', 400],
    ['page=x', 400],
    ['page=1e3', 400],
    ['page=7', 404],
    ['page=999999999', 404],
    ['object=%22unclosed', 400],
    ['object=%22a%22%40', 400],
    ['object=%22a%22%5E%5E', 400],
  ])('of ?%s is answered with %d', async (query, status) => {
    expect((await client(`/tpf?${query}`)).status).toBe(status);
  });

  it.each(['page=%0D%0Ax', 'page=%00', 'object=%22a%0Ab', `object=%22${'a'.repeat(9999)}`])(
    'of ?%s is refused in one line',
    async (query) => {
      const { detail } = (await (await client(`/tpf?${query}`)).json()) as { detail: string };
      // oxlint-disable-next-line no-control-regex
      expect(detail).toMatch(/^[^\u0000-\u001F]{1,400}$/);
    },
  );

  it('is not sent again to who has it', async () => {
    const etag = (await client('/tpf')).headers.get('etag') ?? '';
    const again = await client('/tpf', { headers: { 'if-none-match': etag } });
    const other = await client('/tpf?page=2', { headers: { 'if-none-match': etag } });
    expect([again.status, other.status]).toEqual([304, 200]);
  });
});
