/** The Graph Store Protocol: read by everybody, written where that is allowed. https://www.w3.org/TR/sparql11-http-rdf-update/ */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { address, type Client, clientOf } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { LOCAL, writableClient } from '../support/writable-client.ts';

const BASE = 'http://site.example/';
const IRI = `${BASE}graph/first`;
const TRIPLE = '<http://site.example/a> <http://site.example/p> <http://site.example/b> .\n';
const NTRIPLES = { headers: { accept: 'application/n-triples' } };

let publication: Publication;
beforeAll(async () => {
  const text = `@prefix e: <${BASE}> .\ne:a e:p e:b .`;
  publication = await publicationOf({ 'data/first.ttl': text }, { base: BASE });
});

describe('reading', () => {
  let client: Client;
  beforeAll(() => {
    client = clientOf(publication);
  });

  it.each([
    ['at its own address', '/graph/first'],
    ['by its IRI', address('/graph', { graph: IRI })],
    ['by its IRI, unescaped', `/graph?graph=${IRI}`],
    ['by its IRI, escaped more than it must be', `/graph?graph=${IRI.replace('first', '%66irst')}`],
    ['by where it is found', `/graph?graph=http://site.example/graph/first`],
  ])('a graph %s', async (_, path) => {
    const response = await client(path, NTRIPLES);
    expect([response.status, await response.text()]).toEqual([200, TRIPLE]);
    const head = await client(path, { ...NTRIPLES, method: 'HEAD' });
    expect([head.status, [...head.headers], await head.text()]).toEqual([
      200,
      [...response.headers],
      '',
    ]);
  });

  it('the default graph', async () => {
    const response = await client('/graph?default', NTRIPLES);
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining(TRIPLE),
    ]);
  });

  it('a graph is not sent again to who has it', async () => {
    const first = await client('/graph?default', NTRIPLES);
    const etag = first.headers.get('etag') ?? '';
    const again = { headers: { ...NTRIPLES.headers, 'if-none-match': etag } };
    expect((await client('/graph?default', again)).status).toBe(304);
  });

  it.each([
    [
      'an unknown graph',
      '/graph?graph=http://a.example/',
      404,
      'there is no graph <http://a.example/>',
    ],
    [
      'an escape that is resolved twice',
      `/graph?graph=${IRI.replace('first', '%2566irst')}`,
      404,
      `there is no graph <${BASE}graph/%66irst>`,
    ],
    [
      'no graph',
      '/graph',
      400,
      'which graph? Name it as /graph?graph=IRI, or ask for /graph?default',
    ],
    [
      'two graphs',
      '/graph?graph=a:&graph=b:',
      400,
      'one graph at a time: say graph=IRI once, or default',
    ],
    [
      'a graph and the default graph',
      '/graph?default&graph=b:',
      400,
      'one graph at a time: say graph=IRI once, or default',
    ],
    ['a relative IRI', '/graph?graph=first', 400, 'graph is no absolute IRI: first'],
    ['no IRI', '/graph?graph=a:%20%3Cb%3E', 400, 'graph is no absolute IRI: a: <b>'],
  ])('%s is not there', async (_, path, status, detail) => {
    const response = await client(path);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      status,
      '*',
    ]);
    expect(await response.json()).toMatchObject({ status, detail });
  });

  it.each(['PUT', 'POST', 'DELETE', 'PATCH'])('%s is not possible', async (method) => {
    for (const path of ['/graph/first', '/graph', '/graph?default', `/graph?graph=${IRI}`]) {
      const response = await client(path, { method });
      expect([path, response.status, response.headers.get('allow')]).toEqual([
        path,
        405,
        'GET, HEAD, OPTIONS',
      ]);
    }
  });
});

describe('writing', () => {
  let client: Client;
  beforeEach(() => {
    client = writableClient(publication);
  });
  const send = (
    method: string,
    path: string,
    body: NonNullable<RequestInit['body']>,
    type = 'text/turtle',
  ) => client(path, { method, body, ...(type !== '' && { headers: { 'content-type': type } }) });
  const read = async (path: string) => {
    const response = await client(path, NTRIPLES);
    return response.status === 200 ? response.text() : response.status;
  };

  it.each([
    ['at its own address', '/graph/new/one.ttl', '/graph/new/one.ttl'],
    ['by its IRI', '/graph?graph=http://a.example/g', '/graph?graph=http%3A%2F%2Fa.example%2Fg'],
    ['by an IRI that has an address here', `/graph?graph=${BASE}graph/new`, '/graph/new'],
  ])('makes, replaces, adds to and removes a graph %s', async (_, path, own) => {
    const made = await send('PUT', path, '<a:> <b:> "1" .');
    expect([made.status, made.headers.get('location')]).toEqual([201, LOCAL + own]);
    expect((await send('PUT', path, '<a:> <b:> "2" .')).status).toBe(204);
    expect((await send('POST', path, '<a:> <b:> "3" .')).status).toBe(204);
    expect(await read(own)).toBe('<a:> <b:> "2" .\n<a:> <b:> "3" .\n');
    expect((await client(path, { method: 'DELETE' })).status).toBe(204);
    expect(await read(path)).toBe(404);
    expect((await client(path, { method: 'DELETE' })).status).toBe(404);
  });

  it('a POST to the store makes a graph and says where', async () => {
    const made = await send('POST', '/graph', '<> <b:> "1" .');
    const location = made.headers.get('location') ?? '';
    expect(made.status).toBe(201);
    expect(location).toMatch(/^http:\/\/localhost:8080\/graph\/[\w-]{36}$/);
    const iri = location.replace(LOCAL, 'http://site.example');
    const triple = `<${iri}> <b:> "1" .\n`;
    expect(await read(new URL(location).pathname)).toBe(triple);
    expect(await read(`/graph?graph=${location}`)).toBe(triple);
  });

  it('the default graph is a graph of its own', async () => {
    expect((await send('PUT', '/graph?default', '<a:> <b:> "1" .')).status).toBe(204);
    expect([await read('/graph?default'), await read('/graph/first')]).toEqual([
      '<a:> <b:> "1" .\n',
      TRIPLE,
    ]);
    expect((await client('/graph?default', { method: 'DELETE' })).status).toBe(204);
    expect(await read('/graph?default')).toBe('');
  });

  it('an empty graph is there', async () => {
    expect((await send('PUT', '/graph/empty', '')).status).toBe(201);
    expect(await read('/graph/empty')).toBe('');
  });

  it('files of a form are added together', async () => {
    const form = new FormData();
    form.set('one', new File(['<a:> <b:> _:x .'], 'one.ttl', { type: 'text/turtle' }));
    form.set('two', new File(['<a:> <b:> _:x .'], 'two.nt', { type: 'application/n-triples' }));
    expect((await client('/graph/both', { method: 'POST', body: form })).status).toBe(201);
    expect(
      String(await read('/graph/both'))
        .trim()
        .split('\n'),
    ).toHaveLength(2);
  });

  it('says what is possible', async () => {
    const { headers } = await client('/graph/first', { method: 'OPTIONS' });
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS, PUT, POST, DELETE');
  });

  const form = 'multipart/form-data; boundary=x';
  it.each([
    ['malformed Turtle', '/graph/x', '<a:> <b:> .', 'text/turtle', 400],
    ['bytes that are no UTF-8', '/graph/x', Uint8Array.of(0xff), 'text/turtle', 400],
    ['named graphs', '/graph/x', '<a:> <b:> <c:> <d:> .', 'application/n-quads', 400],
    ['a form that is none', '/graph/x', 'nothing', form, 400],
    [
      'a form with a field',
      '/graph/x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
      form,
      400,
    ],
    ['a picture', '/graph/x', 'x', 'image/png', 415],
    ['plain text', '/graph/x', '<a:> <b:> <c:> .', 'text/plain', 415],
    ['nobody knows what', '/graph/x', Uint8Array.of(1), '', 415],
    ['Turtle in another charset', '/graph/x', '', 'text/turtle; charset=utf-16', 415],
    ['a graph of a name that is none', '/graph?graph=x', '', 'text/turtle', 400],
    ['all graphs', '/graph', '', 'text/turtle', 400],
  ])('refuses %s', async (_, path, body, type, status) => {
    const response = await send('PUT', path, body, type);
    expect([response.status, await response.json()]).toEqual([
      status,
      expect.objectContaining({ status, title: expect.any(String) }),
    ]);
    expect(await read('/graph/x')).toBe(404);
  });
});
