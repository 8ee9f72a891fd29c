/** `/tpf?subject=&predicate=&object=&page=`: Triple Pattern Fragments over HTTP. */
import {
  describeFragment,
  type FragmentPattern,
  type FragmentPosition,
  readFragment,
  unskolemized,
} from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';
import { type Term, terms } from '../../rdf/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { linkTo } from '../protocol/link-header.ts';
import { siteUrlOf } from '../protocol/site-origin.ts';
import { HttpError } from '../protocol/problem.ts';
import { replyWithRdf } from '../resources/rdf-reply.ts';
import type { Reply } from '../protocol/reply.ts';

const PLACES: readonly FragmentPosition[] = ['subject', 'predicate', 'object'];

/** @throws {HttpError} 400 for what is no pattern, 404 for a page beyond the last. */
export function answerFragment(publication: Publication, request: RequestContext): Promise<Reply> {
  const { searchParams } = request.url;
  const siteUrl = siteUrlOf(publication, request);
  // https://www.rfc-editor.org/rfc/rfc8615
  const genid = `${siteUrl}.well-known/genid/`;
  const pattern: Partial<Record<FragmentPosition, Term>> = {};
  for (const name of PLACES) {
    const term = readTerm(name, searchParams.get(name) ?? '');
    if (term) pattern[name] = unskolemized(term, genid);
  }
  const page = readPage(searchParams.get('page'));
  const fragment = readFragment(publication.dataset, pattern, page);
  if (page > fragment.pages)
    throw new HttpError(404, `page ${page} is beyond the last one, which is ${fragment.pages}`);
  const endpoint = `${siteUrl}tpf`;
  const pageUrl = (number: number) => {
    // The IRI of the page is the requested URL, since the client identifies the page by that URL.
    if (number === page) return endpoint + request.url.search;
    return urlOf(endpoint, pattern, searchParams, number);
  };
  const pages = [
    ...(page > 1 ? [linkTo(pageUrl(page - 1), 'prev')] : []),
    ...(page < fragment.pages ? [linkTo(pageUrl(page + 1), 'next')] : []),
  ];
  return replyWithRdf(
    publication,
    request,
    () => describeFragment(fragment, { endpoint, genid, pageUrl, page }),
    {
      state: [publication.version, endpoint, request.url.search],
      cacheControl: 'no-cache',
      link: [linkTo(pageUrl(1), 'first'), ...pages].join(', '),
    },
  );
}

function urlOf(
  endpoint: string,
  pattern: FragmentPattern,
  request: URLSearchParams,
  page: number,
): string {
  const parameters = new URLSearchParams();
  for (const name of PLACES) if (pattern[name]) parameters.set(name, request.get(name) ?? '');
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? endpoint : `${endpoint}?${parameters.toString()}`;
}

/** The sent value, cut to one line. */
const shown = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.slice(0, 200).replaceAll(/[\u0000-\u001F\u007F]/g, encodeURIComponent);

function readPage(text: string | null): number {
  if (text === null || text === '') return 1;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new HttpError(400, `page=${shown(text)} is no page: pages count from 1`);
  return Number(text);
}

/**
 * A term as `hydra:ExplicitRepresentation` has it: an IRI as it is, a literal in quotes with @language or ^^type.
 * A value that is empty or begins with "?" matches any term. https://www.hydra-cg.com/spec/latest/core/#templated-links
 */
function readTerm(name: FragmentPosition, text: string): Term | undefined {
  if (text === '' || text.startsWith('?')) return undefined;
  if (!text.startsWith('"')) return terms.namedNode(text.replace(/^<(.*)>$/s, '$1'));
  const parts =
    /^"(?<value>.*)"(?:@(?<language>[A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<?(?<type>[^<>"\s]+)>?)?$/s.exec(
      text,
    )?.groups;
  if (!parts)
    throw new HttpError(
      400,
      `${name}=${shown(text)} is no term: give an IRI, or a literal like "text", "text"@en or "1"^^http://www.w3.org/2001/XMLSchema#integer`,
    );
  const { value = '', language, type } = parts;
  if (language !== undefined) return terms.literal(value, language.toLowerCase());
  return type === undefined ? terms.literal(value) : terms.literal(value, terms.namedNode(type));
}
