/** IRIs and documents of the publication, by their path. https://www.w3.org/TR/cooluris/ */
import { type Publication, resolveAddress } from '../publication/index.ts';
import type { Asked } from './asked.ts';
import { HttpError } from './problem.ts';
import type { Reply } from './reply.ts';
import { replyWithResource } from './resource-reply.ts';

/** @throws {HttpError} 404 for what nothing is known of. */
export async function dereference(publication: Publication, asked: Asked): Promise<Reply> {
  const { path } = asked;
  const { searchParams, search } = asked.url;
  const page = searchParams.get('page');
  const resolution = await resolveAddress(publication, {
    path,
    iri: searchParams.get('iri') ?? undefined,
    page: page === null ? undefined : Number(page),
  });
  switch (resolution.kind) {
    case 'not-found':
      throw new HttpError(404, `nothing is known at /${path}${search}`);
    case 'see-other': {
      const location = `${new URL(publication.base).pathname}${resolution.path}`;
      const parameters = resolution.path.includes('?') ? search.replace('?', '&') : search;
      return {
        status: 303,
        headers: { location: location + parameters, vary: 'Accept', 'cache-control': 'no-cache' },
        body: null,
      };
    }
    case 'resource':
      return replyWithResource(publication, asked, resolution);
  }
}
