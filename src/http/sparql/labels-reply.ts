/** `/labels.json?iri=…&iri=…`: labels of some IRIs, for the scripts of the pages. */
import { conditional } from '../protocol/conditional.ts';
import { type PageContext, ownHref } from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { pageFor } from '../../site/index.ts';
import { pickLanguage } from '../../rdf/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { etagOf } from '../protocol/validators.ts';

/** Path inside the publication. */
export const LABELS_PATH = 'labels.json';

const MAX_IRIS = 200;

/** The label of one IRI. */
interface Entry {
  /** In the reader's language, where there is one. */
  readonly label?: string;
  /** Language of the label; empty where it has none. */
  readonly lang?: string;
  readonly kind: string;
  /** Its page, for an IRI of the publication. */
  readonly href?: string;
}

/** An entry for each IRI requested, in the requested order. @throws {HttpError} 400 for none, or for too many. */
export async function answerLabels(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const iris = [...new Set(request.url.searchParams.getAll('iri'))];
  if (iris.length === 0)
    throw new HttpError(400, 'there is no IRI: send each as a parameter "iri"');
  if (iris.length > MAX_IRIS)
    throw new HttpError(400, `these are ${iris.length} IRIs: send at most ${MAX_IRIS} at once`, {
      limit: MAX_IRIS,
    });
  const reader = readerOf(request);
  const etag = etagOf(publication.version, LABELS_PATH, ...reader.languages, ' ', ...iris);
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-cache',
    vary: 'Accept-Language',
    etag,
  };
  return conditional(request, headers, async () => {
    const context = await pageFor(publication, reader, { path: LABELS_PATH, iris });
    const entries = iris.map((iri) => [iri, entryOf(iri, context)]);
    return { headers, body: JSON.stringify(Object.fromEntries(entries)) };
  });
}

function entryOf(iri: string, { labels, kinds, preferredLanguages, site }: PageContext): Entry {
  const label = pickLanguage(labels.get(iri) ?? new Map(), preferredLanguages);
  const href = ownHref(iri, site);
  return {
    ...(label && { label: label.text, lang: label.language }),
    kind: kinds.get(iri) ?? 'none',
    ...(href !== undefined && { href }),
  };
}
