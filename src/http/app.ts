/** The server as a function from requests to responses: methods, common headers, errors. */
import { type Context, Hono } from 'hono';
import { renderProblem } from '../pages/index.ts';
import type { Publication } from '../publication/index.ts';
import { negotiate, pageFor } from '../site/index.ts';
import { RDF_FORMATS } from '../rdf/index.ts';
import { RESULT_FORMATS } from '../sparql/index.ts';
import {
  type RequestContext,
  type Incoming,
  parseRequest,
  readerOf,
} from './protocol/request-context.ts';
import { encodeReply } from './protocol/content-encoding.ts';
import { cachePage, cachedPage, pageKey } from './protocol/page-cache.ts';
import { selfPath } from './protocol/self-path.ts';
import { HttpError, type Problem, toProblem } from './protocol/problem.ts';
import { problemView } from './resources/problem-view.ts';
import type { Reply } from './protocol/reply.ts';
import { toResponse } from './protocol/to-response.ts';
import { routeOf } from './routes.ts';

/** The environment that the Node adapter of hono passes on. https://hono.dev/docs/getting-started/nodejs#access-the-raw-node-js-apis */
export interface AppBindings {
  readonly incoming?: Incoming;
}

export interface AppOptions {
  /** The current publication; a request is answered from the one it began with. */
  readonly publication: () => Publication;
  /** Receives unexpected errors. */
  readonly onError?: (error: unknown, request: Request) => void;
}

export function createApp({
  publication,
  onError = () => {},
}: AppOptions): Hono<{ Bindings: AppBindings }> {
  const app = new Hono<{ Bindings: AppBindings }>();
  const read = ({ req, env }: Context<{ Bindings: AppBindings }>, { base }: Publication) =>
    parseRequest(req.raw, base, env?.incoming);
  app.all('*', async (context) => {
    const current = publication();
    const request = read(context, current);
    const key = pageKey(request);
    const cached = key === undefined ? undefined : cachedPage(current, key);
    if (cached) return toResponse(cached);
    const reply = await encodeReply(await answer(current, request), request);
    if (key !== undefined) cachePage(current, key, reply);
    return toResponse(reply);
  });
  app.onError(async (error, context) => {
    const current = publication();
    const problem = toProblem(error);
    if (problem.status === 500) onError(error, context.req.raw);
    const request = read(context, current);
    return toResponse(await encodeReply(await problemReply(current, request, problem), request));
  });
  return app;
}

async function answer(publication: Publication, request: RequestContext): Promise<Reply> {
  const { method } = request;
  const { methods: reading, writing = [], reply } = routeOf(request.path);
  const methods = publication.writer ? [...reading, ...writing] : reading;
  if (method === 'OPTIONS') return preflight(methods);
  if (!methods.includes(method)) {
    const allow = methods.join(', ');
    throw new HttpError(405, `${method} is not possible here; possible are ${allow}`, {
      headers: { allow },
    });
  }
  return reply(publication, request);
}

function preflight(methods: readonly string[]): Reply {
  const allow = methods.join(', ');
  return {
    status: 204,
    body: null,
    headers: {
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers':
        'Accept, Accept-Datetime, Accept-Language, Authorization, Content-Type, If-Modified-Since, If-None-Match',
      'access-control-max-age': '86400',
    },
  };
}

const PROBLEM_VARY = 'Accept, Accept-Language';

/** A client that prefers one of these to a page is a program and gets a problem document. */
const PROGRAM_TYPES = [...RDF_FORMATS, ...RESULT_FORMATS].map(({ mediaType }) => mediaType);

/** A page for a client that prefers HTML; a problem document for all others. */
async function problemReply(
  publication: Publication,
  request: RequestContext,
  problem: Problem,
): Promise<Reply> {
  const { status, headers, body } = problem;
  const offers = [
    { mediaType: 'application/problem+json', aliases: ['application/json', ...PROGRAM_TYPES] },
    { mediaType: 'text/html', aliases: [] },
  ];
  const chosen = negotiate(request.header('accept'), offers);
  const type = (contentType: string) => ({
    vary: PROBLEM_VARY,
    ...headers,
    'content-type': contentType,
  });
  // A page needs a valid URL for its links.
  if (chosen?.mediaType !== 'text/html' || !URL.canParse(request.raw.url))
    return { status, headers: type('application/problem+json'), body: JSON.stringify(body) };
  const view = await problemView(publication, request, problem);
  const context = await pageFor(publication, readerOf(request), {
    path: selfPath(request),
    iris: view.similar ?? [],
  });
  const page = await renderProblem(view, context);
  return { status, headers: type('text/html; charset=utf-8'), body: page };
}
