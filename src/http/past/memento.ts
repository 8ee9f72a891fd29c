/** One version of a document, and the list of all versions. https://www.rfc-editor.org/rfc/rfc7089 */
import { conditional } from '../protocol/conditional.ts';
import type { Publication } from '../../publication/index.ts';
import { irisAt, resolveAddress } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { headerSafe, linkTo } from '../protocol/link-header.ts';
import { siteUrlOf } from '../protocol/site-origin.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { replyWithResource } from '../protocol/resource-reply.ts';
import {
  addressOf,
  LINK_FORMAT,
  mementoPath,
  originalOf,
  TIMEMAP_PATH,
  timeLinks,
  VERSIONS_PATH,
} from './memento-timegate.ts';
import { etagOf, httpDate } from '../protocol/validators.ts';

/** A version never changes. */
const FOREVER = 'public, max-age=31536000, immutable';

/** `versions/{commit}/{path}`. @throws {HttpError} 404 for a commit or a path that does not exist. */
export async function answerMemento(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const [, hash = '', path = ''] = /^versions\/([0-9a-f]+)\/(.+)$/s.exec(request.path) ?? [];
  const earlier = await publication.versions.publicationAt(hash);
  if (!earlier)
    throw new HttpError(
      404,
      `there is no version ${hash} to be shown; /${TIMEMAP_PATH}${path} lists those that there are`,
    );
  const prefix = `${VERSIONS_PATH}${hash}/`;
  const root = new URL(publication.base).pathname;
  const resolution = await resolveAddress(earlier, addressOf(path, request.url));
  switch (resolution.kind) {
    case 'not-found':
      throw new HttpError(404, `the version ${hash} knows nothing of /${path}`);
    case 'see-other':
      return {
        status: 303,
        headers: {
          location: headerSafe(root + prefix + resolution.path),
          vary: 'Accept',
          'cache-control': FOREVER,
        },
        body: null,
      };
    case 'resource': {
      const time = await earlier.modified();
      return replyWithResource(earlier, request, resolution, {
        prefix,
        links: timeLinks(root, originalOf(path, request.url)),
        vary: [],
        headers: {
          'cache-control': FOREVER,
          ...(time && { 'memento-datetime': httpDate(time) }),
        },
      });
    }
  }
}

/** `timemap/{path}`. https://www.rfc-editor.org/rfc/rfc7089#section-5 */
export async function answerTimeMap(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const path = request.path.slice(TIMEMAP_PATH.length);
  const original = originalOf(path, request.url);
  const versions = await publication.versions.having(
    irisAt(publication, addressOf(path, request.url)),
  );
  const [first] = versions;
  const last = versions.at(-1);
  if (!first || !last)
    throw new HttpError(404, `no version of /${original} is known: there is nothing to list`);
  const siteUrl = siteUrlOf(publication, request);
  const etag = etagOf(last.commit.hash, String(versions.length), siteUrl, original);
  const headers = {
    'content-type': LINK_FORMAT,
    etag,
    'cache-control': 'no-cache',
    link: timeLinks(new URL(publication.base).pathname, original)[0] ?? '',
  };
  return conditional(request, headers, () => {
    const relations = (hash: string) =>
      [
        ...(hash === first.commit.hash ? ['first'] : []),
        ...(hash === last.commit.hash ? ['last'] : []),
        'memento',
      ].join(' ');
    const lines = [
      linkTo(siteUrl + original, 'original timegate'),
      linkTo(siteUrl + TIMEMAP_PATH + original, 'self', {
        type: LINK_FORMAT,
        from: httpDate(first.commit.time),
        until: httpDate(last.commit.time),
      }),
      ...versions.map((version) =>
        linkTo(siteUrl + mementoPath(version, original), relations(version.commit.hash), {
          datetime: httpDate(version.commit.time),
        }),
      ),
    ];
    return { headers, body: `${lines.join(',\n')}\n` };
  });
}
