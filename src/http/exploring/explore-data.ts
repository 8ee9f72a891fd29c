/**
 * `/explore/…json`: parts of a graph, read from the indexes, for the explorer and for other clients.
 *
 *     explore/start.json                       start nodes
 *     explore/node.json?iri=                   one node: what it is, its literals, its links counted by predicate
 *     explore/neighbours.json?iri=&predicate=&direction=out|in&offset=&limit=   the nodes at the other ends
 *     explore/whole.json?limit=                the nodes of the dataset with the most links
 *     explore/links.json, POST {"iris": […]}   every link between these nodes
 */
import { conditional } from '../protocol/conditional.ts';
import {
  type Direction,
  type ExploreContext,
  exploreLinks,
  exploreNeighbours,
  exploreNode,
  exploreStart,
  exploreDataset,
  MAX_EXPLORED,
  MAX_PAGE,
} from '../../network/index.ts';
import { documentPath, EXPLORE_PATH, hrefTo } from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { pageFor } from '../../site/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import { HttpError } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { decodeUtf8, readBytes } from '../protocol/request-body.ts';
import { etagOf } from '../protocol/validators.ts';

const DEFAULT_PAGE = 50;
/** 5000 IRIs of 400 bytes. */
const MAX_BODY = 2_000_000;

type Respond = (publication: Publication, request: RequestContext) => Promise<Reply>;
type Answer = (
  publication: Publication,
  request: RequestContext,
  context: ExploreContext,
) => unknown;

export const answerExploreStart: Respond = (publication, request) =>
  reply(publication, request, async ({ dataset, memo }, _, context) => ({
    nodes: await exploreStart(dataset, context, memo),
  }));

/** @throws {HttpError} 404 for a node without statements. */
export const answerExploreNode: Respond = (publication, request) =>
  reply(publication, request, async ({ dataset, descriptions, base }, { url }, context) => {
    const iri = required(url, 'iri');
    const node = exploreNode(dataset, iri, context) ?? unknownNode(iri);
    if (!(await descriptions.has(iri))) return node;
    const { site } = await pageFor(publication, readerOf(request), {
      path: EXPLORE_PATH,
      iris: [],
    });
    return { ...node, page: hrefTo(documentPath(iri, base), site) };
  });

/** @throws {HttpError} 404 for a node without statements. */
export const answerExploreNeighbours: Respond = (publication, request) =>
  reply(publication, request, ({ dataset }, { url }, context) => {
    const node = required(url, 'iri');
    const page = {
      node,
      predicate: required(url, 'predicate'),
      direction: readDirection(url),
      offset: readNumber(url, 'offset', { least: 0, most: 2 ** 31, otherwise: 0 }),
      limit: readNumber(url, 'limit', { least: 1, most: MAX_PAGE, otherwise: DEFAULT_PAGE }),
    };
    return exploreNeighbours(dataset, page, context) ?? unknownNode(node);
  });

export const answerExploreDataset: Respond = (publication, request) =>
  reply(publication, request, ({ dataset }, { url }, context) => {
    const bounds = { least: 1, most: MAX_EXPLORED, otherwise: MAX_EXPLORED };
    return exploreDataset(dataset, readNumber(url, 'limit', bounds), context);
  });

/** By POST, since the list may be too long for a URL. @throws {HttpError} 400 for a body that is no list of nodes. */
export async function answerExploreLinks(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const iris = readNodes(
    decodeUtf8(await readBytes(request, { most: MAX_BODY, what: 'list of nodes' })),
  );
  const part = await exploreLinks(publication.dataset, iris, exploreContext(publication, request));
  return {
    headers: { 'content-type': JSON_TYPE, vary: VARY, 'cache-control': 'no-store' },
    body: JSON.stringify(part),
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';
const VARY = 'Accept-Language';

export function exploreContext(publication: Publication, request: RequestContext): ExploreContext {
  const { prefixes, about } = publication;
  return { prefixes, languages: [...readerOf(request).languages, ...about.languages] };
}

async function reply(
  publication: Publication,
  request: RequestContext,
  answer: Answer,
): Promise<Reply> {
  const context = exploreContext(publication, request);
  const etag = etagOf(publication.version, request.path, request.url.search, ...context.languages);
  const headers = { 'content-type': JSON_TYPE, vary: VARY, etag, 'cache-control': 'no-cache' };
  return conditional(request, headers, async () => ({
    headers,
    body: JSON.stringify(await answer(publication, request, context)),
  }));
}

function unknownNode(iri: string): never {
  throw new HttpError(
    404,
    `the data says nothing of ${shown(iri)}: take an IRI that stands in it as a subject or an object`,
  );
}

function required({ searchParams }: URL, name: string): string {
  const values = searchParams.getAll(name).filter((value) => value !== '');
  const [value] = values;
  if (value === undefined || values.length > 1)
    throw new HttpError(400, `${name} must be in the address, once`);
  return value;
}

function readDirection(url: URL): Direction {
  const word = url.searchParams.get('direction') ?? 'out';
  if (word === 'out' || word === 'in') return word;
  throw new HttpError(400, `direction must be "out" or "in", not ${shown(word)}`);
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

function readNumber({ searchParams }: URL, name: string, { least, most, otherwise }: Bounds) {
  const word = searchParams.get(name);
  if (word === null || word === '') return otherwise;
  const number = /^\d{1,10}$/.test(word) ? Number(word) : -1;
  if (number >= least && number <= most) return number;
  throw new HttpError(400, `${name} must be a number from ${least} to ${most}, not ${shown(word)}`);
}

function readNodes(text: string): string[] {
  const expected = 'the body must be JSON: {"iris": ["https://…", …]}';
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new HttpError(400, expected);
  }
  const iris = (body as { readonly iris?: unknown } | null)?.iris;
  if (!Array.isArray(iris) || !iris.every((iri) => typeof iri === 'string'))
    throw new HttpError(400, expected);
  if (iris.length > MAX_EXPLORED)
    throw new HttpError(400, `these are ${iris.length} nodes: ask for at most ${MAX_EXPLORED}`);
  return iris;
}

const shown = (text: string): string =>
  JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
