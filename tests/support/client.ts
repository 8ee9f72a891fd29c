/** A client that talks to the server in process: requests in, responses out, no socket. */
import { createApp } from '../../src/http/index.ts';
import type { Publication } from '../../src/publication/index.ts';

/** `path` starts with a slash; the host is an invented one. Redirects are not followed. */
export type Client = (path: string, init?: RequestInit) => Promise<Response>;

/** Where the client believes the site to be. */
export const ORIGIN = 'http://site.example';

/** Errors that nobody foresaw are thrown at the test instead of being logged. */
export function clientOf(publication: Publication): Client {
  const unforeseen: unknown[] = [];
  const app = createApp({
    publication: () => publication,
    onError: (error) => unforeseen.push(error),
  });
  return async (path, init) => {
    const response = await app.request(`${ORIGIN}${path}`, init);
    const [error] = unforeseen.splice(0);
    if (error !== undefined) throw new Error('nobody foresaw this', { cause: error });
    return response;
  };
}

/** A path with parameters, escaped. */
export const address = (path: string, parameters: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(parameters).toString()}`;

/** The address of a query asked by GET. */
export const queryPath = (query: string, parameters: Readonly<Record<string, string>> = {}) =>
  address('/sparql', { query, ...parameters });

/** A request for one media type. */
export const accepting = (accept: string): RequestInit => ({ headers: { accept } });

/** The same request with further headers. */
export const withHeaders = (init: RequestInit, headers: Readonly<Record<string, string>>) => ({
  ...init,
  headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers },
});

/** Follows redirects inside the site, as a browser does. */
export async function follow(client: Client, path: string, init?: RequestInit): Promise<Response> {
  let response = await client(path, init);
  for (let hops = 0; hops < 5 && response.status === 303; hops += 1) {
    const { pathname, search } = new URL(response.headers.get('location') ?? '', ORIGIN);
    response = await client(pathname + search, init);
  }
  return response;
}
