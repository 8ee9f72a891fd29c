/** SPARQL Update over HTTP: what it changes, what it refuses, and that it does all or nothing. https://www.w3.org/TR/sparql11-protocol/#update-operation */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { type Client, queryPath } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { LOCAL, postUpdate, writableClient } from '../support/writable-client.ts';

const BASE = 'http://site.example/';

let publication: Publication;
let client: Client;
beforeAll(async () => {
  const text = '@prefix e: <http://site.example/> .\ne:a e:p e:b .';
  publication = await publicationOf({ 'data/first.ttl': text }, { base: BASE });
});
beforeEach(() => {
  client = writableClient(publication);
});

const PROLOGUE = `PREFIX e: <${BASE}> PREFIX g: <${BASE}graph/> `;
const ask = async (pattern: string): Promise<boolean> => {
  const response = await client(queryPath(`${PROLOGUE} ASK { ${pattern} }`));
  return ((await response.json()) as { boolean: boolean }).boolean;
};
const update = (text: string) => client('/sparql', postUpdate(PROLOGUE + text));

describe('an update', () => {
  it.each([
    [
      'adds to the default graph alone',
      'INSERT DATA { e:n e:p 1 }',
      'e:n e:p 1',
      'GRAPH ?g { e:n e:p 1 }',
    ],
    [
      'adds to a named graph alone',
      'INSERT DATA { GRAPH g:n { e:n e:p 1 } }',
      'GRAPH g:n { e:n e:p 1 }',
      'e:n e:p 1',
    ],
    [
      'changes what WHERE finds',
      'DELETE { ?s e:p ?o } INSERT { ?o e:q ?s } WHERE { ?s e:p ?o }',
      'e:b e:q e:a',
      'e:a e:p e:b',
    ],
    [
      'looks into the graph of WITH',
      'WITH g:first DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }',
      'e:a e:p e:b',
      'GRAPH g:first { ?s ?p ?o }',
    ],
    [
      'looks into the graphs of USING',
      'INSERT { e:n e:r ?o } USING g:first WHERE { ?s e:p ?o }',
      'e:n e:r e:b',
      'GRAPH g:first { e:n ?p ?o }',
    ],
    [
      'sees what the one before it did',
      'INSERT DATA { e:n e:p 1 } ; DELETE WHERE { ?s e:p 1 } ; INSERT DATA { e:n e:p 2 }',
      'e:n e:p 2',
      'e:n e:p 1',
    ],
    [
      'makes another blank node for each solution',
      'INSERT DATA { e:c e:p e:d } ; INSERT { ?s e:made _:b . _:b e:of ?s } WHERE { ?s e:p ?o }',
      'e:a e:made ?x . ?x e:of e:a . e:c e:made ?y . ?y e:of e:c FILTER(?x != ?y)',
      'e:a e:made ?x . e:c e:made ?x',
    ],
    [
      'moves a graph',
      'MOVE g:first TO g:second',
      'GRAPH g:second { e:a e:p e:b }',
      'GRAPH g:first { ?s ?p ?o }',
    ],
    [
      'copies the default graph',
      'COPY DEFAULT TO g:copy ; CLEAR DEFAULT',
      'GRAPH g:copy { e:a e:p e:b }',
      'e:a e:p e:b',
    ],
    [
      'goes on after what is SILENT',
      'DROP SILENT GRAPH g:none ; LOAD SILENT <http://a.example/> ; INSERT DATA { e:n e:p 1 }',
      'e:n e:p 1',
      'e:n e:p 2',
    ],
    [
      'resolves relative IRIs as queries do',
      'INSERT DATA { <n> <p> <graph/m> }',
      '<n> e:p g:m',
      '<n> e:p <m>',
    ],
    ['of nothing is one', '', 'e:a e:p e:b', 'e:n e:p 1'],
  ])('%s', async (_, text, holds, holdsNot) => {
    const response = await update(text);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect([await ask(holds), await ask(holdsNot)]).toEqual([true, false]);
  });

  it('keeps blank nodes that BNODE() made apart from those of other updates', async () => {
    await update('INSERT { e:x e:is ?b } WHERE { BIND(BNODE() AS ?b) }');
    await update('INSERT { e:x e:is ?b } WHERE { BIND(BNODE() AS ?b) }');
    expect(await ask('{ SELECT (COUNT(*) AS ?n) { e:x e:is ?b } } FILTER(?n = 2)')).toBe(true);
  });

  it('is done as a whole or not at all', async () => {
    const response = await update(
      'INSERT DATA { e:n e:p 1 } ; CLEAR ALL ; CREATE GRAPH g:x ; CREATE GRAPH g:x',
    );
    expect(response.status).toBe(409);
    expect([await ask('e:a e:p e:b'), await ask('e:n e:p 1')]).toEqual([true, false]);
  });

  it('in a form takes the graphs of the request', async () => {
    await update('INSERT DATA { GRAPH g:x { e:x e:p e:y } }');
    const body = new URLSearchParams({
      update: `${PROLOGUE} INSERT { e:found e:it ?s } WHERE { ?s e:p ?o }`,
      'using-graph-uri': `${BASE}graph/x`,
    });
    expect((await client('/sparql', { method: 'POST', body })).status).toBe(204);
    expect([await ask('e:found e:it e:x'), await ask('e:found e:it e:a')]).toEqual([true, false]);
  });

  it('never touches another reader’s version, nor the folder’s', async () => {
    const before = await client(queryPath('ASK {}'));
    await update('CLEAR ALL');
    const after = await client(queryPath('ASK {}'));
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(publication.dataset.quadCount).toBeGreaterThan(0);
    expect(await writableClient(publication)('/sparql', postUpdate(''))).toMatchObject({
      status: 204,
    });
  });

  it('at the same time as others is one after the other', async () => {
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const responses = await Promise.all(
      numbers.map((n) =>
        update(
          `DELETE { e:n e:count ?c } INSERT { e:n e:count ?d } WHERE { OPTIONAL { e:n e:count ?c } BIND(COALESCE(?c, 0) + 1 AS ?d) } ; INSERT DATA { e:n e:did ${n} }`,
        ),
      ),
    );
    expect(responses.every(({ status }) => status === 204)).toBe(true);
    expect(await ask('e:n e:count 20')).toBe(true);
  });

  it('shows on the pages and in the graphs', async () => {
    await update('INSERT DATA { e:new <http://www.w3.org/2000/01/rdf-schema#label> "new here" }');
    const page = await client('/doc/new', { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('new here');
    const about = await client('/doc/a.nt');
    expect(await about.text()).toContain('<http://site.example/a> <http://site.example/p>');
  });
});

it('the service description says that the default graph is none of the others, and takes updates', async () => {
  const text = await (await client('/sparql?format=nt')).text();
  expect(text).toContain('sparql-service-description#SPARQL11Update>');
  expect(text).not.toContain('UnionDefaultGraph');
  expect(text).not.toContain('nameless');
});

const FORM = 'application/x-www-form-urlencoded';
const post = (type: string, body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});

describe('an update is refused', () => {
  it.each([
    [
      'malformed',
      '/sparql',
      postUpdate('INSERT DATA { <a> <b> }'),
      400,
      'query-syntax',
      'line 1, column 23: "}" cannot stand here',
    ],
    [
      'a query',
      '/sparql',
      postUpdate('ASK {}'),
      400,
      'query-syntax',
      'line 1, column 1: this is a query: an update is expected here',
    ],
    [
      'an unknown prefix',
      '/sparql',
      postUpdate('INSERT DATA { x:a x:b x:c }'),
      400,
      'query-syntax',
      'line 1, column 15: unknown prefix: x',
    ],
    [
      'sent as a query',
      '/sparql',
      post('application/sparql-query', 'CLEAR ALL'),
      400,
      'bad-request',
      'this is an update: send it as application/sparql-update, or as update=',
    ],
    [
      'sent by GET',
      '/sparql?update=CLEAR+ALL',
      {},
      405,
      'method-not-allowed',
      'an update is never sent by GET',
    ],
    [
      'sent twice',
      '/sparql',
      post(FORM, 'update=CLEAR+ALL&update=CLEAR+ALL'),
      400,
      'bad-request',
      'update is there more than once: send it once',
    ],
    [
      'sent with a query',
      '/sparql',
      post(FORM, 'update=CLEAR+ALL&query=ASK%7B%7D'),
      400,
      'bad-request',
      'query and update are both there: send one of them',
    ],
    [
      'in the body and in the URL',
      '/sparql?update=CLEAR+ALL',
      postUpdate('CLEAR ALL'),
      400,
      'bad-request',
      'the update stands in the body and in the URL: send it once',
    ],
    [
      'in another charset',
      '/sparql',
      post('application/sparql-update; charset=utf-16', 'CLEAR ALL'),
      415,
      'unsupported-media-type',
      'the charset utf-16 is not read here: send UTF-8',
    ],
    [
      'of a type that is none',
      '/sparql',
      post('text/plain', 'CLEAR ALL'),
      415,
      'unsupported-media-type',
      'text/plain is not read here: send application/sparql-query or application/x-www-form-urlencoded',
    ],
    [
      'with two datasets',
      '/sparql?using-graph-uri=http://a.example/',
      postUpdate('WITH <http://b.example/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }'),
      400,
      'two-datasets',
      'the update names its graphs by USING or WITH, and the request by using-graph-uri or using-named-graph-uri: use one of them',
    ],
    [
      'with a graph that is no IRI',
      '/sparql?using-graph-uri=a%20b',
      postUpdate('CLEAR ALL'),
      400,
      'bad-request',
      'using-graph-uri is no absolute IRI: a b',
    ],
    [
      'of a graph that is not there',
      '/sparql',
      postUpdate('CLEAR GRAPH <http://a.example/>'),
      409,
      'no-such-graph',
      'graph <http://a.example/> does not exist: name another one, or use SILENT',
    ],
    [
      'that makes a graph again',
      '/sparql',
      postUpdate(`CREATE GRAPH <${BASE}graph/first>`),
      409,
      'graph-exists',
      `graph <${BASE}graph/first> already exists`,
    ],
    [
      'that loads from anywhere',
      '/sparql',
      postUpdate('LOAD <http://127.0.0.1/secret>'),
      403,
      'service-refused',
      'LOAD <http://127.0.0.1/secret> is not allowed: the operator of this server can allow it with --service-allow http://127.0.0.1/secret',
    ],
    [
      'that loads a file',
      '/sparql',
      postUpdate('LOAD <file:///etc/passwd>'),
      403,
      'service-refused',
      'LOAD <file:///etc/passwd> is not allowed: the operator of this server can allow it with --service-allow file:///etc/passwd',
    ],
    [
      'by PUT',
      '/sparql',
      { method: 'PUT', body: 'CLEAR ALL' },
      405,
      'method-not-allowed',
      'PUT is not possible here; possible are GET, HEAD, OPTIONS, POST',
    ],
  ] as const)('%s', async (_, path, init, status, code, detail) => {
    const response = await client(path, init);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, await response.json()]).toEqual([
      status,
      expect.objectContaining({ status, code, detail }),
    ]);
    expect(await ask('e:a e:p e:b')).toBe(true);
  });
});

it('ends with an error when what it would put in needs more memory than it may have', async () => {
  const small = writableClient(publication, { maxBytes: 64 * 1024 });
  const numbers = Array.from({ length: 40 }, (_, index) => index).join(' ');
  const text = `INSERT { ?a e:q ?b } WHERE { VALUES ?a { e:a e:b } VALUES ?b { ${numbers} } `;
  const response = await small('/sparql', postUpdate(`${PROLOGUE}${text} }`));
  expect(response.status).toBe(204);
  const more = await small('/sparql', postUpdate(`${PROLOGUE}${text} VALUES ?c { ${numbers} } }`));
  expect([more.status, await more.text()]).toEqual([503, expect.stringContaining('ask for less')]);
});

describe('who may write', () => {
  const TOKEN = 'a-token-of-some-length';
  const WRITES = [
    ['/sparql', 'POST', 'application/sparql-update', 'CLEAR ALL'],
    ['/graph/new', 'PUT', 'text/turtle', '<a:> <b:> <c:> .'],
  ] as const;

  it.each([
    ['nobody without the token', undefined, 401, 'Bearer realm="graphpress"'],
    [
      'nobody with another',
      'Bearer another',
      401,
      'Bearer realm="graphpress", error="invalid_token"',
    ],
    ['nobody by a password', 'Basic YTpi', 401, 'Bearer realm="graphpress"'],
    ['who has the token', `Bearer ${TOKEN}`, 'done', null],
    ['who has the token, in any case of the scheme', `bearer ${TOKEN}`, 'done', null],
  ])('%s', async (_, authorization, status, challenge) => {
    const guarded = writableClient(publication, { token: TOKEN });
    for (const [path, method, type, body] of WRITES) {
      const headers = {
        'content-type': type,
        ...(authorization !== undefined && { authorization }),
      };
      const response = await guarded(path, { method, headers, body });
      const isDone = response.status === 201 || response.status === 204;
      expect([isDone ? 'done' : response.status, response.headers.get('www-authenticate')]).toEqual(
        [status, challenge],
      );
    }
    expect((await guarded(queryPath('ASK {}'))).status).toBe(200);
  });

  it('no page of another site, where there is no token', async () => {
    const foreign = {
      ...postUpdate('CLEAR ALL'),
      headers: { 'content-type': 'application/sparql-update', origin: 'http://other.example' },
    };
    const own = { ...foreign, headers: { ...foreign.headers, origin: LOCAL } };
    expect((await client('/sparql', foreign)).status).toBe(403);
    expect((await client('/sparql', own)).status).toBe(204);
  });

  it.each([
    ['http://localhost', 204],
    ['http://127.0.0.2:8080', 204],
    ['http://[::1]:8080', 204],
    ['http://other.example', 403],
    ['http://127.other.example', 403],
    ['http://localhost.other.example', 403],
  ])('nobody under a name that may be pointed at this machine: %s', async (origin, status) => {
    const local = writableClient(publication, { origin });
    const response = await local('/sparql', {
      ...postUpdate('INSERT DATA {}'),
      headers: { 'content-type': 'application/sparql-update', origin },
    });
    expect(response.status).toBe(status);
  });
});
