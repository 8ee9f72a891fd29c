/**
 * Pages as they were sent. A publication does not change, so that the same request gets the same bytes; what is kept
 * goes with the publication. Only plain requests for pages are looked up: whatever has a condition or a time in it is
 * answered anew.
 */
import type { Publication } from '../../publication/index.ts';
import { LruMap } from '../../lru-map.ts';
import type { Asked } from './request-context.ts';
import type { Reply } from './reply.ts';

/** Pages kept for one publication. */
const MAX_PAGES = 512;
/** Bytes of a page that is still kept, as sent: 64 MiB in all at most. */
const MAX_BYTES = 131_072;

/** What a page depends on besides the publication. */
const DECIDING = ['host', 'accept', 'accept-language', 'accept-encoding'] as const;
/** With one of these the reply is not the page, or not this page. */
const EXCLUDING = [
  'if-none-match',
  'if-modified-since',
  'accept-datetime',
  'authorization',
  'range',
] as const;

/** Under which name the reply may be kept; undefined for a request that is answered anew each time. */
export function pageKey({ method, target, header }: Asked): string | undefined {
  if (method !== 'GET' || EXCLUDING.some((name) => header(name) !== undefined)) return undefined;
  if (header('accept')?.includes('text/html') !== true) return undefined;
  return JSON.stringify([target, ...DECIDING.map(header)]);
}

const cacheOf = ({ memo }: Publication): LruMap<string, Reply> =>
  memo.derive('page-replies', () => new LruMap(MAX_PAGES));

export const keptPage = (publication: Publication, key: string): Reply | undefined =>
  cacheOf(publication).get(key);

export function keepPage(publication: Publication, key: string, reply: Reply): void {
  const { status = 200, headers, body } = reply;
  const isPage = status === 200 && headers['content-type']?.startsWith('text/html') === true;
  if (!isPage || headers['etag'] === undefined) return;
  if (body === null || body instanceof ReadableStream || body.length > MAX_BYTES) return;
  cacheOf(publication).set(key, reply);
}
