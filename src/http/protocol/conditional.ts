/** Conditional requests: a reply, or 304 where the client has it. https://www.rfc-editor.org/rfc/rfc9110#section-13 */
import type { Reply } from './reply.ts';
import type { RequestContext } from './request-context.ts';
import { isCurrent } from './validators.ts';

type ConditionalHeaders = Reply['headers'] & { readonly etag?: string };

/**
 * The reply that `make` gives, unless the request's validators match.
 * @param headers of the reply and of the 304: without an `etag` the reply is unconditional.
 */
export async function conditional(
  { header }: RequestContext,
  headers: ConditionalHeaders,
  make: () => Reply | Promise<Reply>,
): Promise<Reply> {
  const { etag, 'last-modified': modified } = headers;
  if (etag !== undefined && isCurrent(header, { etag, modified }))
    return { status: 304, headers, body: null };
  return make();
}
