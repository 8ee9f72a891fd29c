/**
 * `/ldes`: the history of the publication as an event stream. The root leads to every page; a page holds what one
 * commit changed, so it never changes itself.
 *
 *     ldes                       the root
 *     ldes/{commit}/{n}          changes of a commit
 *     ldes/state-{commit}/{n}    everything, as of the earliest indexed commit
 *     ldes/state-{version}/{n}   everything, where there is no history
 */
import {
  groupBySubject,
  describeStream,
  describeStreamPage,
  type StreamMember,
} from '../../harvest/index.ts';
import { documentPath } from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { type StreamChapter, streamChapters } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { siteUrlOf } from '../protocol/site-origin.ts';
import { HttpError } from '../protocol/problem.ts';
import { replyWithRdf } from '../resources/rdf-reply.ts';
import type { Reply } from '../protocol/reply.ts';

/** Members on one page. */
const PAGE_SIZE = 250;
const FOREVER = 'public, max-age=31536000, immutable';

/** @throws {HttpError} 404 for a page that does not exist. */
export async function answerEventStream(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const siteUrl = siteUrlOf(publication, request);
  const address = { stream: `${siteUrl}ldes#stream`, root: `${siteUrl}ldes` };
  const { chapters, note } = await streamChapters(publication);
  const pageIri = (chapter: StreamChapter, page: number) =>
    `${siteUrl}ldes/${chapter.name}/${page}`;
  if (request.path === 'ldes') {
    const pages = chapters.flatMap((chapter) =>
      Array.from({ length: Math.ceil(chapter.size / PAGE_SIZE) }, (_, index) => ({
        iri: pageIri(chapter, index + 1),
        from: chapter.time,
      })),
    );
    return replyWithRdf(publication, request, () => describeStream(address, { pages, note }), {
      state: ['ldes', siteUrl, publication.version, chapters.at(-1)?.name ?? ''],
      cacheControl: 'no-cache',
    });
  }
  const [, name, number] = /^ldes\/([\w-]+)\/([1-9]\d{0,6})$/.exec(request.path) ?? [];
  const chapter = chapters.find((one) => one.name === name);
  const page = Number(number);
  const start = (page - 1) * PAGE_SIZE;
  if (!chapter || start >= chapter.size)
    throw new HttpError(
      404,
      `the event stream has no page /${request.path}; /ldes lists its pages`,
    );
  const iri = pageIri(chapter, page);
  const quads = async () => {
    const members = await readMembers(publication, chapter, { start, page: iri });
    return describeStreamPage(address, iri, members);
  };
  return replyWithRdf(publication, request, quads, { state: [iri], cacheControl: FOREVER });
}

async function readMembers(
  publication: Publication,
  chapter: StreamChapter,
  { start, page }: { readonly start: number; readonly page: string },
): Promise<StreamMember[]> {
  const changes = chapter.changes(start, PAGE_SIZE);
  const statements = await chapter.statements(publication, changes);
  const describe = groupBySubject(statements);
  return changes.map(({ iri, kind }, index) => ({
    iri:
      chapter.commit === undefined
        ? `${page}#${index}`
        : versionIri(publication, chapter.commit, iri),
    versionOf: iri,
    modified: chapter.time,
    statements: kind === 'removed' ? undefined : describe(iri),
  }));
}

/** The memento of a resource: it can be looked up. */
function versionIri({ base }: Publication, commit: string, iri: string): string {
  const isOwn = iri.startsWith(base) && !iri.includes('?');
  return `${base}versions/${commit}/${isOwn ? iri.slice(base.length) : documentPath(iri, base)}`;
}
