/** What the page of an error shows beside the problem itself: similar resources, and the available formats. */
import type { ProblemView } from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { irisAt, suggestIris } from '../../site/index.ts';
import { NETWORK_FORMATS } from '../../network/index.ts';
import { RDF_FORMATS } from '../../rdf/index.ts';
import { RESULT_FORMATS } from '../../sparql/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { MAX_LINKED } from '../protocol/self-path.ts';
import type { Problem } from '../protocol/problem.ts';
import { addressOf, mementoPath, originalOf, TIMEMAP_PATH } from '../past/memento-timegate.ts';

export async function problemView(
  publication: Publication,
  request: RequestContext,
  { status, headers, body }: Problem,
): Promise<ProblemView> {
  const { url, method } = request;
  const { code } = body;
  const isPlainGet = method === 'GET' && url.href.length < MAX_LINKED;
  const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
  return {
    status,
    code,
    detail: body.detail,
    // A request to the endpoint is not a URL that a reader typed.
    address: url.pathname.endsWith('/sparql') ? undefined : readable(typedAddress(url)),
    similar: status === 404 ? await suggestIris(publication, request.path) : [],
    searchText: status === 404 || status === 410 ? wordsOf(request) : undefined,
    formats: isPlainGet ? formatsOf(url, body['available']) : [],
    methods: status === 405 ? (headers['allow'] ?? '').split(', ').filter(Boolean) : [],
    gone: status === 410 ? await goneView(publication, request) : undefined,
    queryError: code === 'query-syntax' ? syntaxErrorIn(url, body) : undefined,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    again: isPlainGet ? own(url) : undefined,
  };
}

/** As an address on this site, whatever its host was. */
const own = ({ pathname, search }: URL): string => `/${pathname.replace(/^\/+/, '')}${search}`;

/** The language of the page is no part of what was requested. */
const typedAddress = ({ pathname, search }: URL): string =>
  pathname + search.replace(/^\?lang=[^&]*$|&lang=[^&]*|(?<=^\?)lang=[^&]*&/g, '');

/** Escapes read as characters, except where they would not be text. */
function readable(address: string): string {
  try {
    // oxlint-disable-next-line no-control-regex
    return decodeURIComponent(address).replaceAll(/[\u0000-\u001F\u007F]/g, encodeURIComponent);
  } catch {
    return address;
  }
}

const MAX_WORDS = 100;

/** The end of the path, as words. */
function wordsOf({ path, url }: RequestContext): string {
  const name = url.searchParams.get('iri') ?? readable(path);
  const last = name.split(/[/#]/).findLast((part) => part !== '') ?? '';
  return Array.from(
    last
      .replace(/\.[a-z]{2,6}$/, '')
      .replaceAll(/[-_+]+/g, ' ')
      .trim(),
  )
    .slice(0, MAX_WORDS)
    .join('');
}

const HTML = { mediaType: 'text/html', label: 'HTML' } as const;

const LABELS: ReadonlyMap<string, string> = new Map(
  [...RDF_FORMATS, ...RESULT_FORMATS, ...NETWORK_FORMATS, HTML].map(({ mediaType, label }) => [
    mediaType,
    label,
  ]),
);

/** The same URL in each available format. */
function formatsOf(url: URL, available: unknown): NonNullable<ProblemView['formats']> {
  if (!Array.isArray(available)) return [];
  return available.map((mediaType: string) => {
    const chosen = new URL(url);
    for (const name of ['format', 'output', 'results', 'Accept']) chosen.searchParams.delete(name);
    chosen.searchParams.set('format', mediaType);
    return { label: LABELS.get(mediaType) ?? mediaType, href: own(chosen) };
  });
}

async function goneView(
  publication: Publication,
  request: RequestContext,
): Promise<ProblemView['gone']> {
  const { versions } = publication;
  const having = await versions.having(irisAt(publication, addressOf(request.path, request.url)));
  const last = having.at(-1);
  if (!last) return undefined;
  const original = originalOf(request.path, request.url);
  const all = (await versions.index()).versions;
  const after = all[all.findIndex(({ commit }) => commit.hash === last.commit.hash) + 1];
  return {
    last: mementoPath(last, original),
    versions: TIMEMAP_PATH + original,
    day: dayOf(last.commit.time),
    since: after && { day: dayOf(after.commit.time), commit: after.commit.hash.slice(0, 10) },
  };
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

function syntaxErrorIn(url: URL, { line, column }: Problem['body']): ProblemView['queryError'] {
  const text = url.searchParams.get('query');
  return text === null || typeof line !== 'number' || typeof column !== 'number'
    ? undefined
    : { text, line, column };
}
