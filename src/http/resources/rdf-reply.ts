/** Quads as a reply, in the syntax that the client prefers best. */
import { conditional } from '../protocol/conditional.ts';
import type { Publication } from '../../publication/index.ts';
import { type Quad, RDF_FORMATS, writeRdf } from '../../rdf/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import type { Reply } from '../protocol/reply.ts';
import { requestedFormat } from '../protocol/requested-format.ts';
import { etagOf } from '../protocol/validators.ts';

export interface RdfReplyOptions {
  /** All that determines the quads, except the syntax. */
  readonly state: readonly string[];
  readonly cacheControl: string;
  readonly link?: string | undefined;
}

export async function replyWithRdf(
  { prefixes }: Publication,
  request: RequestContext,
  quads: () => Promise<readonly Quad[]> | readonly Quad[],
  { state, cacheControl, link }: RdfReplyOptions,
): Promise<Reply> {
  const format = requestedFormat(request.url.searchParams, request.header('accept'), RDF_FORMATS);
  const etag = etagOf(format.name, ...state);
  const headers = {
    'content-type': `${format.mediaType}; charset=utf-8`,
    vary: 'Accept',
    etag,
    'cache-control': cacheControl,
    ...(link !== undefined && { link }),
  };
  return conditional(request, headers, async () => ({
    headers,
    body: await writeRdf(await quads(), format, prefixes),
  }));
}
