/**
 * Memento: earlier versions of documents. Each document is its own TimeGate; its versions are at
 * `versions/{commit}/{path}`, the list of them at `timemap/{path}`. https://www.rfc-editor.org/rfc/rfc7089
 */
import type { Publication, Version } from '../../publication/index.ts';
import { type Address, irisAt } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { headerSafe, linkTo } from '../protocol/link-header.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import type { MementoHeaders } from '../protocol/resource-reply.ts';
import { httpDate, parseHttpDate } from '../protocol/validators.ts';

export const LINK_FORMAT = 'application/link-format';
export const VERSIONS_PATH = 'versions/';
export const TIMEMAP_PATH = 'timemap/';

/** The parameters that identify different resources at the same path. */
const NAMING_PARAMETERS = ['iri', 'page'] as const;

/** Path and parameters of the document that is requested, whatever form of it. */
export function originalOf(path: string, { searchParams }: URL): string {
  const selected = new URLSearchParams();
  for (const name of NAMING_PARAMETERS) {
    const value = searchParams.get(name);
    if (value !== null) selected.set(name, value);
  }
  return selected.size === 0 ? path : `${path}?${selected.toString()}`;
}

/** What a publication is requested by a path and the parameters of a URL. */
export function addressOf(path: string, { searchParams }: URL): Address {
  const page = searchParams.get('page');
  return {
    path,
    iri: searchParams.get('iri') ?? undefined,
    page: page === null ? undefined : Number(page),
  };
}

/** The path of the original as one version has it. */
export const mementoPath = ({ commit }: Version, original: string): string =>
  `${VERSIONS_PATH}${commit.hash}/${original}`;

/** https://www.rfc-editor.org/rfc/rfc7089#section-2.2 */
export const timeLinks = (root: string, original: string): string[] => [
  linkTo(root + original, 'original timegate'),
  linkTo(`${root}${TIMEMAP_PATH}${original}`, 'timemap', { type: LINK_FORMAT }),
];

export const mementoLink = (root: string, version: Version, original: string): string =>
  linkTo(root + mementoPath(version, original), 'memento', {
    datetime: httpDate(version.commit.time),
  });

/** Headers of a document that has versions. */
export const withTime = (root: string, original: string): MementoHeaders => ({
  prefix: '',
  links: timeLinks(root, original),
  vary: ['Accept-Datetime'],
  headers: {},
});

/**
 * The redirect to the version that was current at the requested time.
 * https://www.rfc-editor.org/rfc/rfc7089#section-4.1
 * @throws {HttpError} 400 for a malformed date.
 */
export async function redirectInTime(
  publication: Publication,
  request: RequestContext,
): Promise<Reply | undefined> {
  const requestedTime = request.header('accept-datetime');
  if (requestedTime === undefined) return undefined;
  const time = parseHttpDate(requestedTime);
  if (time === undefined)
    throw new HttpError(
      400,
      `"${requestedTime}" in Accept-Datetime is no date: give one like Tue, 24 Nov 2026 12:00:00 GMT`,
      { headers: { vary: 'Accept-Datetime' } },
    );
  const versions = await publication.versions.having(
    irisAt(publication, addressOf(request.path, request.url)),
  );
  const version = versions.findLast(({ commit }) => commit.time <= time) ?? versions[0];
  if (!version) return undefined;
  const root = new URL(publication.base).pathname;
  const original = originalOf(request.path, request.url);
  // The other parameters, format and language, are passed on.
  const location = root + mementoPath(version, request.path) + request.url.search;
  return {
    status: 302,
    headers: {
      location: headerSafe(location),
      vary: 'Accept, Accept-Language, Accept-Datetime',
      'cache-control': 'no-cache',
      link: [...timeLinks(root, original), mementoLink(root, version, original)].join(', '),
    },
    body: null,
  };
}
