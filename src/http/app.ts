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
import { type Asked, readAsked, readerOf } from './asked.ts';
import { HttpError, toProblem } from './problem.ts';
import { notModified, type Reply, toResponse } from './reply.ts';
import { replyWithResource } from './resource-reply.ts';
import { answerSparql } from './sparql-endpoint.ts';
import { etagOf, isNotModified } from './validators.ts';

export interface AppOptions {
  /** The publication of the moment; a request ends on the one it began with. */
  readonly publication: () => Publication;
  /** Told of errors that nobody foresaw. */
  readonly onError?: (error: unknown, request: Request) => void;
}

const READING_METHODS = 'GET, HEAD, OPTIONS';
const ENDPOINT_METHODS = 'GET, HEAD, OPTIONS, POST';

export function createApp({ publication, onError = () => {} }: AppOptions): Hono {
  const app = new Hono();
  app.all('*', async (context) => {
    const current = publication();
    return toResponse(await route(current, readAsked(context.req.raw, current.base)));
  });
  app.onError(async (error, context) => {
    const current = publication();
    const problem = toProblem(error);
    if (problem.status === 500) onError(error, context.req.raw);
    return toResponse(
      await problemReply(current, readAsked(context.req.raw, current.base), problem),
    );
  });
  return app;
}

async function route(publication: Publication, asked: Asked): Promise<Reply> {
  const { method, path } = asked;
  const methods = path === 'sparql' ? ENDPOINT_METHODS : READING_METHODS;
  if (method === 'OPTIONS') return preflight(methods);
  if (!methods.split(', ').includes(method))
    throw new HttpError(405, `${method} is not possible here; possible are ${methods}`, {
      headers: { allow: methods },
    });
  switch (path) {
    case 'sparql':
      return answerSparql(publication, asked);
    case 'health':
      return json({ status: 'ok', version: publication.version }, { 'cache-control': 'no-store' });
    case STYLESHEET_PATH:
      return stylesheet(asked);
    default:
      return dereference(publication, asked);
  }
}

const json = (value: unknown, headers: Reply['headers']): Reply => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

async function dereference(publication: Publication, asked: Asked): Promise<Reply> {
  const { path } = asked;
  const { searchParams, search } = asked.url;
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
      return {
        status: 303,
        headers: { location: location + parameters, vary: 'Accept', 'cache-control': 'no-cache' },
        body: null,
      };
    }
    case 'resource':
      return replyWithResource(publication, asked, resolution);
  }
}

function preflight(methods: string): Reply {
  return {
    status: 204,
    body: null,
    headers: {
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers':
        'Accept, Accept-Language, Authorization, Content-Type, If-None-Match',
      'access-control-max-age': '86400',
    },
  };
}

function stylesheet({ header }: Asked): Reply {
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    etag: etagOf(STYLESHEET),
    'cache-control': 'public, max-age=31536000, immutable',
  };
  if (isNotModified(header('if-none-match'), headers.etag)) return notModified(headers);
  return { headers, body: STYLESHEET };
}

const PROBLEM_VARY = 'Accept, Accept-Language';

/** Who likes one of these better than a page is a program, and gets the problem as one reads it. */
const PROGRAM_TYPES = [...RDF_FORMATS, ...RESULT_FORMATS].map(({ mediaType }) => mediaType);

/** A page for who asked for one; a problem document for everybody else. */
async function problemReply(
  publication: Publication,
  asked: Asked,
  { status, headers, body }: ReturnType<typeof toProblem>,
): Promise<Reply> {
  const offers = [
    { mediaType: 'application/problem+json', aliases: ['application/json', ...PROGRAM_TYPES] },
    { mediaType: 'text/html', aliases: [] },
  ];
  const chosen = negotiate(asked.header('accept'), offers);
  const type = (contentType: string) => ({
    vary: PROBLEM_VARY,
    ...headers,
    'content-type': contentType,
  });
  if (chosen?.mediaType !== 'text/html')
    return { status, headers: type('application/problem+json'), body: JSON.stringify(body) };
  const context = await pageFor(publication, readerOf(asked), { path: '', iris: [] });
  const page = await renderProblem({ status, detail: body.detail }, context);
  return { status, headers: type('text/html; charset=utf-8'), body: page };
}
