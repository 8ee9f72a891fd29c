/** Responses that must not be cached: a part of the page failed, or depends on the time. */
import type { Reader } from '../../site/index.ts';
import type { Reply } from './reply.ts';

type Headers = Reply['headers'];

/** The headers without validators, and with no-store. */
export function uncacheable(headers: Headers): Headers {
  const stable = Object.entries(headers).filter(([name]) => !VALIDATORS.has(name));
  return { ...Object.fromEntries(stable), 'cache-control': 'no-store' };
}

const VALIDATORS: ReadonlySet<string> = new Set(['etag', 'last-modified']);

/** Renders for a reader; the headers depend on whether the rendering found something volatile. */
export async function renderFor(
  reader: Reader,
  headers: Headers,
  write: (reader: Reader) => Promise<string>,
): Promise<Reply> {
  let isVolatile = false;
  const body = await write({
    ...reader,
    onVolatile: () => {
      isVolatile = true;
    },
  });
  return { headers: isVolatile ? uncacheable(headers) : headers, body };
}
