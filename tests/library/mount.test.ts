/** The site under a path of another application: links, redirects and negotiation stay inside of it. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp, openPublication } from '../../src/index.ts';
import { accepting } from '../support/client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder({
  'data/dataset.ttl':
    '<https://data.example/kg/dataset> <http://rdfs.org/ns/void#uriSpace> "https://data.example/kg/" .',
  'data/one.ttl': `<https://data.example/kg/id/one> a <https://data.example/kg/class/Thing> ;
  <http://www.w3.org/2000/01/rdf-schema#label> "One" .`,
});
const publication = await openPublication(folder, {
  base: 'https://data.example/kg/',
  workers: 1,
});
afterAll(() => publication.close());

type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** An application with a middleware that guards one header and adds another one. */
function parentWith(mount: (parent: Hono) => void): Send {
  const parent = new Hono();
  parent.use('/kg/*', async (context, next) => {
    if (context.req.header('x-blocked')) return context.text('blocked', 403);
    await next();
    context.header('x-seen', 'yes');
    return undefined;
  });
  mount(parent);
  parent.get('/', (context) => context.text('the parent'));
  return async (path, init) => parent.request(`https://data.example${path}`, init);
}

const listening = async (listener: RequestListener): Promise<Send> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });
};

const app = createApp(publication);
const listener = getRequestListener(app.fetch);
const mounts: [string, Send][] = [
  ['route of Hono', parentWith((parent) => parent.route('/kg', app))],
  ['mount of Hono', parentWith((parent) => parent.mount('/kg', app.fetch))],
  ['node:http', await listening((request, response) => void listener(request, response))],
  [
    'a router that takes the path off, like that of Express',
    await listening((request, response) => {
      request.url = request.url?.replace(/^\/kg(?=\/|$)/, '') || '/';
      void listener(request, response);
    }),
  ],
];

describe.each(mounts)('by %s', (_, send) => {
  it('links inside of its path', async () => {
    const response = await send('/kg/', accepting('text/html'));
    expect(response.status).toBe(200);
    const page = await response.text();
    const links = Array.from(page.matchAll(/(?:href|src|action)="(\/[^"]*)"/g), ([, at]) => at);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !link?.startsWith('/kg/'))).toEqual([]);
    const [stylesheet] = links.filter((link) => link?.includes('.css'));
    expect((await send(stylesheet ?? '')).headers.get('content-type')).toMatch(/^text\/css/);
  });

  it('redirects inside of its path', async () => {
    const response = await send('/kg/id/one', accepting('text/html'));
    expect(response.status).toBe(303);
    const location = response.headers.get('location') ?? '';
    expect(new URL(location, 'https://data.example').pathname).toBe('/kg/doc/one');
    expect((await send('/kg/doc/one', accepting('text/html'))).status).toBe(200);
  });

  it('negotiates', async () => {
    const turtle = await send('/kg/doc/one', accepting('text/turtle'));
    expect(turtle.headers.get('content-type')).toMatch(/^text\/turtle/);
    expect(await turtle.text()).toContain('https://data.example/kg/id/');
    const json = await send(
      `/kg/sparql?query=${encodeURIComponent('ASK { <https://data.example/kg/id/one> ?p ?o }')}`,
      accepting('application/sparql-results+json'),
    );
    expect(await json.json()).toMatchObject({ boolean: true });
  });

  it('answers problems itself', async () => {
    const response = await send('/kg/doc/none', accepting('application/json'));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });
});

it.each(mounts.slice(0, 2))('lets the middleware of a parent work, by %s', async (_, send) => {
  expect((await send('/kg/health')).headers.get('x-seen')).toBe('yes');
  expect((await send('/kg/health', { headers: { 'x-blocked': '1' } })).status).toBe(403);
  expect(await (await send('/')).text()).toBe('the parent');
});
