/** The update operation of the endpoint. https://www.w3.org/TR/sparql11-protocol/#update-operation */
import type { Publication } from '../../publication/index.ts';
import type { Asked } from '../protocol/request-context.ts';
import type { Reply } from '../protocol/reply.ts';
import type { SparqlUpdateRequest } from './sparql-request.ts';
import { writerFor } from '../writing/write-access.ts';

/** Done as a whole, or not at all. */
export async function answerUpdate(
  publication: Publication,
  { update, using }: SparqlUpdateRequest,
  asked: Asked,
): Promise<Reply> {
  const { request, url } = asked;
  await writerFor(publication, asked).update(update, {
    using,
    endpoint: url.origin + url.pathname,
    signal: request.signal,
  });
  return { status: 204, headers: {}, body: null };
}
