/** The addresses that the script asks. */
import type { PageData } from './page-data.ts';

type Site = Pick<PageData, 'root' | 'lang'>;

/** Longer addresses do not pass every server between here and there. */
const MAX_ADDRESS = 8000;

/** The endpoint with a query in it, and whatever else is to be said. */
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

/** Asks by GET, which caches know, or by POST where the address would be too long. */
export function askEndpoint(
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
