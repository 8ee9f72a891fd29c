/** A parsed request to the endpoint. https://www.w3.org/TR/sparql11-protocol/#protocol */
import type { RequestContext } from '../protocol/request-context.ts';
import { readGraphs } from '../protocol/graph-parameters.ts';
import { HttpError } from '../protocol/problem.ts';
import { decodeUtf8, readBytes, readContentType, requireUtf8 } from '../protocol/request-body.ts';

export type SparqlRequest = SparqlDescriptionRequest | SparqlQueryRequest | SparqlUpdateRequest;

interface SparqlParameters {
  /** All other parameters, for `format=` and `lang=`. */
  readonly parameters: URLSearchParams;
}

interface GraphNames {
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

/** A GET request without a query: the service description. */
export interface SparqlDescriptionRequest extends SparqlParameters {
  readonly kind: 'description';
}

/** https://www.w3.org/TR/sparql11-protocol/#query-operation */
export interface SparqlQueryRequest extends SparqlParameters, GraphNames {
  readonly kind: 'query';
  readonly query: string;
}

/** https://www.w3.org/TR/sparql11-protocol/#update-operation */
export interface SparqlUpdateRequest extends SparqlParameters {
  readonly kind: 'update';
  readonly update: string;
  readonly using: GraphNames;
}

/** Maximum length of a query, by any method. Servers and proxies may allow shorter URLs only. */
const MAX_QUERY_BYTES = 1024 * 1024;
/** Updates may contain data. */
const MAX_UPDATE_BYTES = 64 * 1024 * 1024;

export interface RequestOptions {
  /** Whether updates are accepted, which may have long bodies. */
  readonly isWritable: boolean;
}

/** @throws {HttpError} 400, 405, 413, 414 or 415, as the protocol requires. */
export async function readSparqlRequest(
  request: RequestContext,
  { isWritable }: RequestOptions,
): Promise<SparqlRequest> {
  const { searchParams } = request.url;
  requireUtf8Escapes(request.url.search, searchParams);
  if (request.method !== 'POST') return fromUrl(searchParams);
  const content = readContentType(request.header('content-type'));
  requireUtf8(content);
  const most = isWritable ? MAX_UPDATE_BYTES : MAX_QUERY_BYTES;
  const what = content.type === 'application/sparql-update' ? 'update' : 'query';
  const body = async () => decodeUtf8(await readBytes(request, { most, what }));
  switch (content.type) {
    case 'application/x-www-form-urlencoded':
      return fromForm(await body(), searchParams);
    case 'application/sparql-query': {
      if (searchParams.has('query'))
        throw new HttpError(400, 'the query stands in the body and in the URL: send it once');
      refuseParameter(searchParams, 'update', 'query and update are both there: send one of them');
      return toQuery(await body(), searchParams);
    }
    case 'application/sparql-update': {
      if (searchParams.has('update'))
        throw new HttpError(400, 'the update stands in the body and in the URL: send it once');
      refuseParameter(searchParams, 'query', 'query and update are both there: send one of them');
      return toUpdate(await body(), searchParams);
    }
    default:
      throw new HttpError(
        415,
        `${content.type === '' ? 'a body without a Content-Type' : content.type} is not read here: send application/sparql-query or application/x-www-form-urlencoded`,
        {
          headers: {
            'accept-post': `application/sparql-query, application/x-www-form-urlencoded${isWritable ? ', application/sparql-update' : ''}`,
          },
        },
      );
  }
}

function fromUrl(parameters: URLSearchParams): SparqlRequest {
  if (parameters.has('update'))
    throw new HttpError(405, 'an update is never sent by GET', {
      headers: { allow: 'GET, HEAD, OPTIONS, POST' },
    });
  const [query, ...others] = parameters.getAll('query');
  if (others.length > 0) throw new HttpError(400, 'query is there more than once: send it once');
  return query === undefined
    ? { kind: 'description', parameters }
    : toQuery(query, parameters, 414);
}

/** https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded */
function fromForm(body: string, inUrl: URLSearchParams): SparqlRequest {
  const form = new URLSearchParams(body);
  requireUtf8Escapes(body, form);
  for (const [name, value] of inUrl)
    if (name !== 'query' && name !== 'update') form.append(name, value);
  const queries = form.getAll('query');
  const updates = form.getAll('update');
  if (queries.length > 0 && updates.length > 0)
    throw new HttpError(400, 'query and update are both there: send one of them');
  if (queries.length > 1) throw new HttpError(400, 'query is there more than once: send it once');
  if (updates.length > 1) throw new HttpError(400, 'update is there more than once: send it once');
  const [query] = queries;
  const [update] = updates;
  if (update !== undefined) return toUpdate(update, form);
  if (query !== undefined) return toQuery(query, form);
  throw new HttpError(400, 'there is no query: send it as the parameter "query"');
}

function toQuery(
  query: string,
  parameters: URLSearchParams,
  statusOfLength: 413 | 414 = 413,
): SparqlQueryRequest {
  if (query.length > MAX_QUERY_BYTES / 3 && Buffer.byteLength(query) > MAX_QUERY_BYTES)
    throw new HttpError(
      statusOfLength,
      `the query is longer than ${MAX_QUERY_BYTES} bytes: make it shorter`,
      { limit: MAX_QUERY_BYTES },
    );
  return {
    kind: 'query',
    query,
    defaultGraphs: readGraphs(parameters, 'default-graph-uri'),
    namedGraphs: readGraphs(parameters, 'named-graph-uri'),
    parameters,
  };
}

const toUpdate = (update: string, parameters: URLSearchParams): SparqlUpdateRequest => ({
  kind: 'update',
  update,
  using: {
    defaultGraphs: readGraphs(parameters, 'using-graph-uri'),
    namedGraphs: readGraphs(parameters, 'using-named-graph-uri'),
  },
  parameters,
});

function refuseParameter(parameters: URLSearchParams, name: string, why: string): void {
  if (parameters.has(name)) throw new HttpError(400, why);
}

/** Escapes that are not UTF-8 would become U+FFFD without an error, and change the query. */
function requireUtf8Escapes(encoded: string, parameters: URLSearchParams): void {
  if (!/%(?![0-7])/i.test(encoded)) return;
  const isHurt = Iterator.from(parameters).some(([name, value]) =>
    `${name}${value}`.includes('\uFFFD'),
  );
  if (isHurt && !/%EF%BF%BD|\uFFFD/i.test(encoded))
    throw new HttpError(400, 'the percent-encoded parameters are not UTF-8');
}
