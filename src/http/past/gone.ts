/** 410 for removed resources, with a link to the last version. https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11 */
import type { Publication } from '../../publication/index.ts';
import { irisAt } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { HttpError } from '../protocol/problem.ts';
import { addressOf, mementoLink, mementoPath, originalOf, timeLinks } from './memento-timegate.ts';

/** How long a request for a missing resource waits for the first reading of the history, in milliseconds. */
const PATIENCE_MS = 1000;

/**
 * The error for a resource that an earlier version contained and this one does not. Only the files of the indexed
 * versions are considered: resources that rules derived, or that were removed earlier, are not found.
 */
export async function goneError(
  publication: Publication,
  request: RequestContext,
): Promise<HttpError | undefined> {
  const iris = irisAt(publication, addressOf(request.path, request.url));
  const original = originalOf(request.path, request.url);
  const having = await withinPatience(publication.versions.having(iris));
  if (having === undefined)
    return new HttpError(
      404,
      `nothing is known at /${original}; whether it ever was is still being read from the history: ask again`,
      { headers: { 'retry-after': '5' } },
    );
  const last = having.at(-1);
  if (!last) return undefined;
  // A page beyond the last one is not 410: it never existed.
  const present = await Promise.all(iris.map((iri) => publication.descriptions.has(iri)));
  if (present.includes(true)) return undefined;
  const root = new URL(publication.base).pathname;
  const link = [...timeLinks(root, original), mementoLink(root, last, original)].join(', ');
  return new HttpError(
    410,
    `what was known at /${original} is gone; the version of ${last.commit.time.toISOString()} still has it, at ${root}${mementoPath(last, original)}`,
    { headers: { link } },
  );
}

/** Undefined where it takes longer; the computation continues, for later requests. */
async function withinPatience<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
