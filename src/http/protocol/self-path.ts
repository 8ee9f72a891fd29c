/** The address of the requested page, for a link to it in another language. */
import type { RequestContext } from './request-context.ts';

/** Longer addresses are not repeated in links. */
export const MAX_LINKED = 2000;

/** Inside the publication, without `lang=`; `otherwise` for requests that a link cannot repeat, and for URLs that are too long. */
export function selfPath({ method, path, url }: RequestContext, otherwise = ''): string {
  if (method !== 'GET' || url.href.length >= MAX_LINKED) return otherwise;
  const parameters = new URLSearchParams(url.search);
  parameters.delete('lang');
  // A path that begins with a slash would be read as a URL with another host.
  const safe = path.replace(/^\/+/, '');
  return parameters.size === 0 ? safe : `${safe}?${parameters.toString()}`;
}
