/** The URLs of the requests to the SPARQL endpoint. */
import type { PageData } from './page-data.ts';

type Site = Pick<PageData, 'root' | 'lang'>;

/** Maximum length of a URL. Some servers and proxies reject longer ones. */
const MAX_ADDRESS = 8000;

/** The URL of the endpoint with a query and further parameters. */
export function queryAddress(
  { root, lang }: Site,
  query: string,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const all = new URLSearchParams({ query, ...parameters });
  if (lang !== null) all.set('lang', lang);
  return `${root}sparql?${all.toString()}`;
}

export const isTooLong = (address: string): boolean => address.length > MAX_ADDRESS;

/** Sends a query by GET, which is cacheable, or by POST if the URL would be too long. */
export function queryEndpoint(
  site: Site,
  query: string,
  {
    parameters = {},
    accept,
    signal,
  }: {
    readonly parameters?: Readonly<Record<string, string>>;
    readonly accept: string;
    readonly signal: AbortSignal;
  },
): Promise<Response> {
  const address = queryAddress(site, query, parameters);
  const headers = { accept };
  if (!isTooLong(address)) return fetch(address, { headers, signal });
  const [path = '', body = ''] = address.split('?', 2);
  const type = 'application/x-www-form-urlencoded';
  return fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': type },
    body,
    signal,
  });
}
