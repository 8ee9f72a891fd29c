/** A resource of the publication as a reply. https://www.rfc-editor.org/rfc/rfc9110 */
import { conditional } from './conditional.ts';
import type { Publication } from '../../publication/index.ts';
import type { Representation, Resource } from '../../site/index.ts';
import { type RequestContext, readerOf } from './request-context.ts';
import { headerSafe } from './link-header.ts';
import { renderFor } from './uncacheable.ts';
import { siteUrlOf } from './site-origin.ts';
import type { Reply } from './reply.ts';
import { requestedFormat } from './requested-format.ts';
import { linksOf } from './resource-links.ts';
import { etagOf, httpDate } from './validators.ts';

export interface ResourceToReply {
  readonly resource: Resource;
  /** The one representation that the path itself names. */
  readonly only?: Representation | undefined;
}

/** What the version of a resource adds to its reply. */
export interface MementoHeaders {
  /** Path of the version that is shown, with a slash at its end; empty for the present. */
  readonly prefix: string;
  readonly links: readonly string[];
  /** Headers on which the reply depends, beside those of its form. */
  readonly vary: readonly string[];
  /** Sent as they are. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A resource without versions. */
const WITHOUT_TIME: MementoHeaders = { prefix: '', links: [], vary: [], headers: {} };

export async function replyWithResource(
  publication: Publication,
  request: RequestContext,
  { resource, only }: ResourceToReply,
  time: MementoHeaders = WITHOUT_TIME,
): Promise<Reply> {
  const form =
    only ??
    requestedFormat(request.url.searchParams, request.header('accept'), resource.representations);
  const reader = readerOf(request);
  const languages = form.variesByLanguage ? reader.languages : [];
  const root = new URL(publication.base).pathname;
  const siteUrl = siteUrlOf(publication, request);
  const { prefix } = time;
  // Links for programs depend on the host of the request.
  const host = resource.kind === 'home' || resource.kind === 'harvest' ? [reader.origin] : [];
  const state = [resource.path, resource.state ?? ''];
  const etag = etagOf(publication.version, form.name, ...state, ...host, ...languages);
  const modified = await publication.modified();
  const links = await linksOf(publication, resource, { root, siteUrl, prefix });
  const headers = {
    'content-type': form.contentType,
    vary: ['Accept', 'Accept-Language', ...time.vary].join(', '),
    etag,
    'cache-control': 'no-cache',
    link: [...links, ...time.links].join(', '),
    ...(modified && { 'last-modified': httpDate(modified) }),
    ...(!only && { 'content-location': headerSafe(root + prefix + form.path) }),
    ...time.headers,
  };
  return conditional(request, headers, () => renderFor(reader, headers, form.write));
}
