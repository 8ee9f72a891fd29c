/** IRIs and documents of the publication, by their path. https://www.w3.org/TR/cooluris/ */
import type { Publication } from '../../publication/index.ts';
import { irisAt, placeInOntology, resolveAddress } from '../../site/index.ts';
import { type Asked, readerOf } from '../protocol/request-context.ts';
import { goneError } from '../past/gone.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { replyWithResource, type ResourceToReply } from '../protocol/resource-reply.ts';
import { addressOf, originalOf, redirectInTime, withTime } from '../past/memento-timegate.ts';

/** @throws {HttpError} 404 for what nothing is known of, 410 for what an earlier version knew. */
export async function dereference(publication: Publication, asked: Asked): Promise<Reply> {
  const { path } = asked;
  const { searchParams, search } = asked.url;
  const page = searchParams.get('page');
  const resolution = await resolveAddress(publication, {
    path,
    iri: searchParams.get('iri') ?? undefined,
    page: page === null ? undefined : Number(page),
    choices: choicesIn(searchParams),
  });
  switch (resolution.kind) {
    case 'not-found': {
      const place = await placeOfTerm(publication, asked);
      if (place !== undefined) return seeOther(place);
      throw (
        (await goneError(publication, asked)) ??
        new HttpError(404, `nothing is known at /${path}${search}`)
      );
    }
    case 'see-other': {
      const location = `${new URL(publication.base).pathname}${resolution.path}`;
      const parameters = resolution.path.includes('?') ? search.replace('?', '&') : search;
      return seeOther(location + parameters);
    }
    case 'resource':
      return replyInTime(publication, asked, resolution);
  }
}

const seeOther = (location: string): Reply => ({
  status: 303,
  headers: { location, vary: 'Accept', 'cache-control': 'no-cache' },
  body: null,
});

/** A folder without an ontology uses classes and properties all the same: people find them among all terms. */
async function placeOfTerm(publication: Publication, asked: Asked): Promise<string | undefined> {
  if (asked.header('accept')?.includes('text/html') !== true) return undefined;
  const iris = irisAt(publication, addressOf(asked.path, asked.url));
  return placeInOntology(publication, iris, readerOf(asked));
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

/** Documents and graphs have a past, where the folder has one. */
async function replyInTime(
  publication: Publication,
  asked: Asked,
  found: ResourceToReply,
): Promise<Reply> {
  const { kind } = found.resource;
  const hasPast =
    (kind === 'document' || kind === 'graph') && (await publication.versions.areThere());
  if (!hasPast) return replyWithResource(publication, asked, found);
  const root = new URL(publication.base).pathname;
  return (
    (await redirectInTime(publication, asked)) ??
    replyWithResource(publication, asked, found, withTime(root, originalOf(asked.path, asked.url)))
  );
}
