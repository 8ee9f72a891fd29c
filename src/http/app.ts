/** The server as a function from requests to responses: routes, manners, errors. */
import { Hono } from 'hono';
import { renderProblem, STYLESHEET } from '../pages/index.ts';
import {
  negotiate,
  pageFor,
  type Publication,
  resolveAddress,
  STYLESHEET_PATH,
} from '../publication/index.ts';
import { RDF_FORMATS } from '../rdf/index.ts';
import { RESULT_FORMATS } from '../sparql/index.ts';
import { HttpError, toProblem } from './problem.ts';
import { readerOf } from './reader.ts';
import { respondWithResource } from './resource-response.ts';
import { answerSparql } from './sparql-endpoint.ts';
import { etagOf, isNotModified } from './validators.ts';

export interface AppOptions {
  /** The publication of the moment; a request ends on the one it began with. */
  readonly publication: () => Publication;
  /** Told of errors that nobody foresaw. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** On every answer, errors too. https://fetch.spec.whatwg.org/#http-cors-protocol */
const CORS_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Link, ETag, Last-Modified, Content-Location, Location, Vary, Retry-After, Content-Disposition, Allow',
};

const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

const READING_METHODS = 'GET, HEAD, OPTIONS';
const ENDPOINT_METHODS = 'GET, HEAD, OPTIONS, POST';

export function createApp({ publication, onError = () => {} }: AppOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(CORS_HEADERS)) headers.set(name, value);
    headers.set('x-content-type-options', 'nosniff');
    if (headers.get('content-type')?.startsWith('text/html'))
      for (const [name, value] of Object.entries(PAGE_HEADERS)) headers.set(name, value);
  });
  app.all('*', async (context) => {
    const current = publication();
    const request = context.req.raw;
    const { pathname } = new URL(request.url);
    return route(current, request, pathname);
  });
  app.onError(async (error, context) => {
    const problem = toProblem(error);
    if (problem.status === 500) onError(error, context.req.raw);
    return problemResponse(publication(), context.req.raw, problem);
  });
  return app;
}

async function route(
  publication: Publication,
  request: Request,
  pathname: string,
): Promise<Response> {
  const root = new URL(publication.base).pathname;
  const path =
    root !== '/' && `${pathname}/`.startsWith(root)
      ? pathname.slice(root.length)
      : pathname.slice(1);
  const methods = path === 'sparql' ? ENDPOINT_METHODS : READING_METHODS;
  if (request.method === 'OPTIONS') return preflight(methods);
  if (!methods.split(', ').includes(request.method))
    throw new HttpError(405, `${request.method} is not possible here; possible are ${methods}`, {
      headers: { allow: methods },
    });
  switch (path) {
    case 'sparql':
      return answerSparql(publication, request);
    case 'health':
      return Response.json(
        { status: 'ok', version: publication.version },
        { headers: { 'cache-control': 'no-store' } },
      );
    case STYLESHEET_PATH:
      return stylesheet(request);
    default:
      return dereference(publication, request, path);
  }
}

async function dereference(
  publication: Publication,
  request: Request,
  path: string,
): Promise<Response> {
  const { searchParams, search } = new URL(request.url);
  const page = searchParams.get('page');
  const resolution = await resolveAddress(publication, {
    path,
    iri: searchParams.get('iri') ?? undefined,
    page: page === null ? undefined : Number(page),
  });
  switch (resolution.kind) {
    case 'not-found':
      throw new HttpError(404, `nothing is known at /${path}${search}`);
    case 'see-other': {
      const location = `${new URL(publication.base).pathname}${resolution.path}`;
      const parameters = resolution.path.includes('?') ? search.replace('?', '&') : search;
      return new Response(null, {
        status: 303,
        headers: { location: location + parameters, vary: 'Accept', 'cache-control': 'no-cache' },
      });
    }
    case 'resource':
      return respondWithResource(publication, request, resolution);
  }
}

function preflight(methods: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers':
        'Accept, Accept-Language, Authorization, Content-Type, If-None-Match',
      'access-control-max-age': '86400',
    },
  });
}

function stylesheet(request: Request): Response {
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    etag: etagOf(STYLESHEET),
    'cache-control': 'public, max-age=31536000, immutable',
  };
  if (isNotModified(request.headers.get('if-none-match') ?? undefined, headers.etag))
    return new Response(null, { status: 304, headers });
  return new Response(STYLESHEET, { headers });
}

const PROBLEM_VARY = 'Accept, Accept-Language';

/** Who likes one of these better than a page is a program, and gets the problem as one reads it. */
const PROGRAM_TYPES = [...RDF_FORMATS, ...RESULT_FORMATS].map(({ mediaType }) => mediaType);

/** A page for who asked for one; a problem document for everybody else. */
async function problemResponse(
  publication: Publication,
  request: Request,
  { status, headers, body }: ReturnType<typeof toProblem>,
): Promise<Response> {
  const offers = [
    { mediaType: 'application/problem+json', aliases: ['application/json', ...PROGRAM_TYPES] },
    { mediaType: 'text/html', aliases: [] },
  ];
  const chosen = negotiate(request.headers.get('accept') ?? undefined, offers);
  if (chosen?.mediaType !== 'text/html')
    return Response.json(body, {
      status,
      headers: { vary: PROBLEM_VARY, ...headers, 'content-type': 'application/problem+json' },
    });
  const context = await pageFor(publication, readerOf(request), { path: '', iris: [] });
  const page = await renderProblem({ status, detail: body.detail }, context);
  return new Response(page, {
    status,
    headers: { vary: PROBLEM_VARY, ...headers, 'content-type': 'text/html; charset=utf-8' },
  });
}
