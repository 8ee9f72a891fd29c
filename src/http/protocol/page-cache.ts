/**
 * A cache of pages as sent. A publication is immutable, so that the same request gets the same bytes; the cache is part
 * of the publication. Conditional requests and requests with a time are never answered from it.
 */
import type { Publication } from '../../publication/index.ts';
import { LruMap } from '../../lru-map.ts';
import type { RequestContext } from './request-context.ts';
import type { Reply } from './reply.ts';

/** Cached pages of one publication. */
const MAX_PAGES = 512;
/** Bytes of a cached page as sent; with 512 pages, 64 MiB at most. */
const MAX_BYTES = 131_072;

/** Request headers that a page depends on. */
const KEY_HEADERS = ['host', 'accept', 'accept-language', 'accept-encoding'] as const;
/** Request headers with which the response is not the plain page. */
const EXCLUDED_HEADERS = [
  'if-none-match',
  'if-modified-since',
  'accept-datetime',
  'authorization',
  'range',
] as const;

/** The key of a cacheable request; undefined for all others. */
export function pageKey({ method, target, header }: RequestContext): string | undefined {
  if (method !== 'GET' || EXCLUDED_HEADERS.some((name) => header(name) !== undefined))
    return undefined;
  if (header('accept')?.includes('text/html') !== true) return undefined;
  return JSON.stringify([target, ...KEY_HEADERS.map(header)]);
}

const cacheOf = ({ memo }: Publication): LruMap<string, Reply> =>
  memo.derive('page-replies', () => new LruMap(MAX_PAGES));

export const cachedPage = (publication: Publication, key: string): Reply | undefined =>
  cacheOf(publication).get(key);

export function cachePage(publication: Publication, key: string, reply: Reply): void {
  const { status = 200, headers, body } = reply;
  const isPage = status === 200 && headers['content-type']?.startsWith('text/html') === true;
  if (!isPage || headers['etag'] === undefined) return;
  if (body === null || body instanceof ReadableStream || body.length > MAX_BYTES) return;
  cacheOf(publication).set(key, reply);
}
