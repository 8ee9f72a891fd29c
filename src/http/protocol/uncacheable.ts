/** Pages of which something may be otherwise the next time: a query that failed, one that asks what time it is. */
import type { Reader } from '../../site/index.ts';
import type { Reply } from './reply.ts';

type Headers = Reply['headers'];

/** Nobody keeps it, and nothing says that it has not changed. */
export function asPassing(headers: Headers): Headers {
  const kept = Object.entries(headers).filter(([name]) => !VALIDATORS.has(name));
  return { ...Object.fromEntries(kept), 'cache-control': 'no-store' };
}

const VALIDATORS: ReadonlySet<string> = new Set(['etag', 'last-modified']);

/** What is written for a reader, with headers that fit what turned up while it was written. */
export async function writtenFor(
  reader: Reader,
  headers: Headers,
  write: (reader: Reader) => Promise<string>,
): Promise<Reply> {
  let isPassing = false;
  const body = await write({
    ...reader,
    onPassing: () => {
      isPassing = true;
    },
  });
  return { headers: isPassing ? asPassing(headers) : headers, body };
}
