/** The update operation of the endpoint. https://www.w3.org/TR/sparql11-protocol/#update-operation */
import type { Publication } from '../../publication/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import type { Reply } from '../protocol/reply.ts';
import type { SparqlUpdateRequest } from './sparql-request.ts';
import { writerFor } from '../writing/write-access.ts';

/** Executes all operations of the update, or none. */
export async function answerUpdate(
  publication: Publication,
  { update, using }: SparqlUpdateRequest,
  request: RequestContext,
): Promise<Reply> {
  const { raw, url } = request;
  await writerFor(publication, request).update(update, {
    using,
    endpoint: url.origin + url.pathname,
    signal: raw.signal,
  });
  return { status: 204, headers: {}, body: null };
}
