/**
 * `/search?q=…&type=…&page=…&limit=…`: full-text search of resources, as a page or as JSON. The language of the
 * names is the reader's: `lang=`, or else Accept-Language.
 */
import { conditional } from '../protocol/conditional.ts';
import { hrefTo, MAX_QUERY, nameOf, renderSearch, SEARCH_PATH } from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { type Searched, searchPublication } from '../../site/index.ts';
import { expandName } from '../../rdf/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { type NamedOffer, requestedFormat } from '../protocol/requested-format.ts';
import { etagOf } from '../protocol/validators.ts';

/** Results on a page, and at most. */
const PAGE_SIZE = 20;
const MAX_LIMIT = 50;

const FORMS: readonly NamedOffer[] = [
  { name: 'html', label: 'HTML', mediaType: 'text/html', aliases: [], extensions: ['html'] },
  { name: 'json', label: 'JSON', mediaType: 'application/json', aliases: [], extensions: ['json'] },
];

/** @throws {HttpError} 400 for invalid parameters. */
export async function answerSearch(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const { searchParams } = request.url;
  const form = requestedFormat(searchParams, request.header('accept'), FORMS);
  const reader = readerOf(request);
  const query = (searchParams.get('q') ?? '').trim();
  if (query.length > MAX_QUERY)
    throw new HttpError(
      400,
      `q has ${query.length} characters; a search has up to ${MAX_QUERY}: leave some out`,
    );
  const type = (searchParams.get('type') ?? '').trim();
  const search = {
    query,
    type: type === '' ? undefined : expandName(type, publication.prefixes),
    page: readNumber(searchParams, 'page', { most: 1_000_000, otherwise: 1 }),
    limit: readNumber(searchParams, 'limit', { most: MAX_LIMIT, otherwise: PAGE_SIZE }),
  };
  const languages = [reader.chosenLanguage ?? '', ...reader.languages];
  const state = [query, search.type ?? '', String(search.page), String(search.limit)];
  const etag = etagOf(publication.version, SEARCH_PATH, form.name, ...state, ...languages);
  const headers = {
    'content-type': `${form.mediaType}; charset=utf-8`,
    vary: 'Accept, Accept-Language',
    etag,
    'cache-control': 'no-cache',
    // The results have pages of their own; a crawler would follow search links endlessly.
    'x-robots-tag': 'noindex',
  };
  return conditional(request, headers, async () => {
    const searched = await searchPublication(publication, reader, search);
    if (search.page > searched.view.pages)
      throw new HttpError(
        404,
        `page ${search.page} is beyond the last one, which is ${searched.view.pages}`,
      );
    const body =
      form.name === 'json'
        ? `${JSON.stringify(toJson(searched))}\n`
        : await renderSearch(searched.view, searched.context);
    return { headers, body };
  });
}

/** The JSON response. `path` is inside the publication; `href` is where a page of this site links to. */
function toJson({ view, context }: Searched) {
  return {
    results: view.hits.map(({ iri, path, kind, type }) => {
      const name = nameOf(iri, context);
      return {
        iri,
        label: name.text,
        lang: name.language,
        ...(type !== undefined && { type: { iri: type, label: nameOf(type, context).text } }),
        kind,
        path,
        href: hrefTo(path, context.site),
      };
    }),
    total: view.total,
  };
}

function readNumber(
  parameters: URLSearchParams,
  name: string,
  { most, otherwise }: { readonly most: number; readonly otherwise: number },
): number {
  const text = parameters.get(name) ?? '';
  if (text === '') return otherwise;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new HttpError(
    400,
    `${name} is a number from 1 to ${most}, not ${JSON.stringify(text.slice(0, 40))}`,
  );
}
