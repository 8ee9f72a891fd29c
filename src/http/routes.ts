/** The handlers by path. A path that no row of the table matches is looked up in the URL space of the publication. */
import { LINKSET_PATH } from '../harvest/index.ts';
import {
  EXPLORE_PATH,
  SCRIPT_NAMES,
  SEARCH_PATH,
  type ScriptName,
  scriptText,
  STYLESHEET,
} from '../pages/index.ts';
import type { Publication } from '../publication/index.ts';
import { scriptPath, STYLESHEET_PATH } from '../site/index.ts';
import type { RequestContext } from './protocol/request-context.ts';
import { answerCheck, CHECK_PATH } from './sparql/check-query.ts';
import { dereference } from './resources/dereference.ts';
import { answerDump } from './harvest/dumps.ts';
import { answerGraphStore } from './writing/graph-store.ts';
import { llms, lodCloud, robots, sitemap, sitemapPart } from './harvest/harvest-files.ts';
import { answerEventStream } from './harvest/event-stream.ts';
import { answerFragment } from './harvest/fragment-reply.ts';
import { answerLabels, LABELS_PATH } from './sparql/labels-reply.ts';
import { answerLinkset } from './resources/linkset-reply.ts';
import { answerMemento, answerTimeMap } from './past/memento.ts';
import { answerNetwork, NETWORK_PATHS } from './networks/network-route.ts';
import {
  answerExploreLinks,
  answerExploreNeighbours,
  answerExploreNode,
  answerExploreStart,
  answerExploreDataset,
} from './exploring/explore-data.ts';
import { answerExplorePage } from './exploring/explore-page.ts';
import { conditional } from './protocol/conditional.ts';
import type { Reply } from './protocol/reply.ts';
import { answerQueryList, answerSavedQuery } from './sparql/saved-queries.ts';
import { answerSearch } from './resources/search-reply.ts';
import { answerSparql } from './sparql/sparql-endpoint.ts';
import { TIMEMAP_PATH, VERSIONS_PATH } from './past/memento-timegate.ts';
import { etagOf } from './protocol/validators.ts';
import { answerVocabulary, VOCABULARY_PATH } from './sparql/vocabulary-reply.ts';

export interface Route {
  /** In the order in which `Allow` lists them. */
  readonly methods: readonly string[];
  /** Those that are possible, too, where the publication can be written. */
  readonly writing?: readonly string[];
  readonly reply: (publication: Publication, request: RequestContext) => Reply | Promise<Reply>;
}

const READING = ['GET', 'HEAD', 'OPTIONS'] as const;
const ASKING = [...READING, 'POST'] as const;
const WRITING = ['PUT', 'POST', 'DELETE'] as const;
const GRAPH_STORE: Route = { methods: READING, writing: WRITING, reply: answerGraphStore };

/** By path inside the publication. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['sparql', { methods: ASKING, reply: answerSparql }],
  [CHECK_PATH, { methods: ASKING, reply: answerCheck }],
  [VOCABULARY_PATH, { methods: READING, reply: answerVocabulary }],
  [LABELS_PATH, { methods: READING, reply: answerLabels }],
  ['graph', GRAPH_STORE],
  ...NETWORK_PATHS.map((path): [string, Route] => [
    path,
    { methods: READING, reply: answerNetwork },
  ]),
  ['queries', { methods: READING, reply: answerQueryList }],
  [EXPLORE_PATH, { methods: READING, reply: answerExplorePage }],
  [`${EXPLORE_PATH}/start.json`, { methods: READING, reply: answerExploreStart }],
  [`${EXPLORE_PATH}/node.json`, { methods: READING, reply: answerExploreNode }],
  [`${EXPLORE_PATH}/neighbours.json`, { methods: READING, reply: answerExploreNeighbours }],
  [`${EXPLORE_PATH}/whole.json`, { methods: READING, reply: answerExploreDataset }],
  [`${EXPLORE_PATH}/links.json`, { methods: ['POST', 'OPTIONS'], reply: answerExploreLinks }],
  ['robots.txt', { methods: READING, reply: robots }],
  ['sitemap.xml', { methods: READING, reply: sitemap }],
  ['llms.txt', { methods: READING, reply: llms }],
  ['lod-cloud.json', { methods: READING, reply: lodCloud }],
  ['ldes', { methods: READING, reply: answerEventStream }],
  ['tpf', { methods: READING, reply: answerFragment }],
  [SEARCH_PATH, { methods: READING, reply: answerSearch }],
  [LINKSET_PATH, { methods: READING, reply: answerLinkset }],
  ['health', { methods: READING, reply: health }],
  [STYLESHEET_PATH, { methods: READING, reply: stylesheet }],
  ...SCRIPT_NAMES.map((name): [string, Route] => [
    scriptPath(name),
    { methods: READING, reply: (_, request) => script(name, request) },
  ]),
]);

const DEREFERENCING: Route = { methods: READING, reply: dereference };

/** By the prefix of the path. */
const PREFIXES: readonly (readonly [start: string, route: Route])[] = [
  ['graph/', GRAPH_STORE],
  ['queries/', { methods: READING, reply: answerSavedQuery }],
  ['dumps/', { methods: READING, reply: answerDump }],
  [VERSIONS_PATH, { methods: READING, reply: answerMemento }],
  [TIMEMAP_PATH, { methods: READING, reply: answerTimeMap }],
  ['ldes/', { methods: READING, reply: answerEventStream }],
  ['sitemap-', { methods: READING, reply: sitemapPart }],
];

export const routeOf = (path: string): Route =>
  ROUTES.get(path) ?? PREFIXES.find(([start]) => path.startsWith(start))?.[1] ?? DEREFERENCING;

function health({ version }: Publication): Reply {
  return {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ status: 'ok', version }),
  };
}

function stylesheet(_: Publication, request: RequestContext): Promise<Reply> {
  return asset(request, 'text/css; charset=utf-8', STYLESHEET);
}

async function script(name: ScriptName, request: RequestContext): Promise<Reply> {
  return asset(request, 'text/javascript; charset=utf-8', await scriptText(name));
}

/** A file whose address changes with its content. */
function asset(request: RequestContext, contentType: string, text: string): Promise<Reply> {
  const headers = {
    'content-type': contentType,
    etag: etagOf(text),
    'cache-control': 'public, max-age=31536000, immutable',
  };
  return conditional(request, headers, () => ({ headers, body: text }));
}
