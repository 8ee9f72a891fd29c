/** IRIs and documents of the publication, by their path. https://www.w3.org/TR/cooluris/ */
import type { Publication } from '../../publication/index.ts';
import { hrefInOntology, irisAt, resolveAddress } from '../../site/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import { goneError } from '../past/gone.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { replyWithResource, type ResourceToReply } from '../protocol/resource-reply.ts';
import { addressOf, originalOf, redirectInTime, withTime } from '../past/memento-timegate.ts';

/** @throws {HttpError} 404 for an unknown resource, 410 for one that an earlier version contained. */
export async function dereference(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const { path } = request;
  const { searchParams, search } = request.url;
  const page = searchParams.get('page');
  const resolution = await resolveAddress(publication, {
    path,
    iri: searchParams.get('iri') ?? undefined,
    page: page === null ? undefined : Number(page),
    choices: choicesIn(searchParams),
  });
  switch (resolution.kind) {
    case 'not-found': {
      const href = await hrefOfTerm(publication, request);
      if (href !== undefined) return seeOther(href);
      throw (
        (await goneError(publication, request)) ??
        new HttpError(404, `nothing is known at /${path}${search}`)
      );
    }
    case 'see-other': {
      const location = `${new URL(publication.base).pathname}${resolution.path}`;
      const parameters = resolution.path.includes('?') ? search.replace('?', '&') : search;
      return seeOther(location + parameters);
    }
    case 'resource':
      return replyInTime(publication, request, resolution);
  }
}

const seeOther = (location: string): Reply => ({
  status: 303,
  headers: { location, vary: 'Accept', 'cache-control': 'no-cache' },
  body: null,
});

/** A folder without an ontology still uses classes and properties: the page of all terms lists them. */
async function hrefOfTerm(
  publication: Publication,
  request: RequestContext,
): Promise<string | undefined> {
  if (request.header('accept')?.includes('text/html') !== true) return undefined;
  const iris = irisAt(publication, addressOf(request.path, request.url));
  return hrefInOntology(publication, iris, readerOf(request));
}

/** Parameters that have a meaning of their own. */
const OWN: ReadonlySet<string> = new Set([
  'iri',
  'page',
  'lang',
  'format',
  'output',
  'results',
  'Accept',
]);

/** The others, by which readers choose among what a page shows: few, and short. */
export const choicesIn = (parameters: URLSearchParams): ReadonlyMap<string, string> =>
  new Map(
    [...parameters]
      .filter(([name, value]) => !OWN.has(name) && value !== '' && value.length <= 1000)
      .slice(0, 20),
  );

/** Documents and graphs have versions, where the folder has a history. */
async function replyInTime(
  publication: Publication,
  request: RequestContext,
  found: ResourceToReply,
): Promise<Reply> {
  const { kind } = found.resource;
  const hasPast =
    (kind === 'document' || kind === 'graph') && (await publication.versions.areThere());
  if (!hasPast) return replyWithResource(publication, request, found);
  const root = new URL(publication.base).pathname;
  return (
    (await redirectInTime(publication, request)) ??
    replyWithResource(
      publication,
      request,
      found,
      withTime(root, originalOf(request.path, request.url)),
    )
  );
}
