/** What a request to the endpoint asks. https://www.w3.org/TR/sparql11-protocol/#query-operation */
import type { Asked } from './asked.ts';
import { HttpError } from './problem.ts';

export interface SparqlRequest {
  /** Undefined for a bare GET, which asks what the endpoint is. */
  readonly query: string | undefined;
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
  /** Everything else that was said, for `format=` and `lang=`. */
  readonly parameters: URLSearchParams;
}

/** Longest query that is read, however it comes. A URL of that length passes only servers that allow for it. */
const MAX_QUERY_BYTES = 1024 * 1024;

const READ_ONLY = 'this endpoint is read-only: it takes queries, not updates';

/** @throws {HttpError} 400, 403, 405, 413, 414 or 415, as the protocol asks. */
export async function readSparqlRequest(asked: Asked): Promise<SparqlRequest> {
  const { url, request } = asked;
  if (asked.method !== 'POST') {
    if (url.searchParams.has('update'))
      throw new HttpError(405, 'an update is never sent by GET', {
        headers: { allow: 'GET, HEAD, OPTIONS, POST' },
      });
    const wanted = fromParameters(url.searchParams, { isQueryRequired: false });
    if (Buffer.byteLength(wanted.query ?? '') > MAX_QUERY_BYTES) throw tooLong(414);
    return wanted;
  }
  const { type, charset } = contentType(asked.header('content-type'));
  if (charset !== undefined && charset !== 'utf-8')
    throw new HttpError(415, `the charset ${charset} is not read here: send UTF-8`);
  switch (type) {
    case 'application/x-www-form-urlencoded': {
      const body = new URLSearchParams(await readText(request));
      for (const [name, value] of url.searchParams) if (name !== 'query') body.append(name, value);
      return fromParameters(body, { isQueryRequired: true });
    }
    case 'application/sparql-query': {
      if (url.searchParams.has('query'))
        throw new HttpError(400, 'the query stands in the body and in the URL: send it once');
      return {
        ...graphsOf(url.searchParams),
        query: await readText(request),
        parameters: url.searchParams,
      };
    }
    case 'application/sparql-update':
      throw new HttpError(403, READ_ONLY, { code: 'read-only' });
    default:
      throw new HttpError(
        415,
        `${type === '' ? 'a body without a Content-Type' : type} is not read here: send application/sparql-query or application/x-www-form-urlencoded`,
        {
          headers: { 'accept-post': 'application/sparql-query, application/x-www-form-urlencoded' },
        },
      );
  }
}

function fromParameters(
  parameters: URLSearchParams,
  { isQueryRequired }: { readonly isQueryRequired: boolean },
): SparqlRequest {
  const queries = parameters.getAll('query');
  if (parameters.has('update')) {
    if (queries.length > 0)
      throw new HttpError(400, 'query and update are both there: send one of them');
    throw new HttpError(403, READ_ONLY, { code: 'read-only' });
  }
  if (queries.length > 1) throw new HttpError(400, 'query is there more than once: send it once');
  const [query] = queries;
  if (query === undefined && isQueryRequired)
    throw new HttpError(400, 'there is no query: send it as the parameter "query"');
  return { ...graphsOf(parameters), query, parameters };
}

function graphsOf(parameters: URLSearchParams) {
  return {
    defaultGraphs: iris(parameters, 'default-graph-uri'),
    namedGraphs: iris(parameters, 'named-graph-uri'),
  };
}

function iris(parameters: URLSearchParams, name: string): string[] {
  return parameters.getAll(name).map((iri) => {
    // oxlint-disable-next-line no-control-regex
    if (!/^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`]*$/i.test(iri))
      throw new HttpError(400, `${name} is no absolute IRI: ${iri.slice(0, 200)}`);
    return iri;
  });
}

function contentType(header: string | undefined): { type: string; charset: string | undefined } {
  const [type = '', ...parameters] = (header ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return { type, charset: charset?.slice('charset='.length).replaceAll('"', '') };
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_QUERY_BYTES) throw tooLong(413);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MAX_QUERY_BYTES) throw tooLong(413);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new HttpError(400, 'the body is not UTF-8');
  }
}

const tooLong = (status: 413 | 414) =>
  new HttpError(status, `the query is longer than ${MAX_QUERY_BYTES} bytes: make it shorter`, {
    limit: MAX_QUERY_BYTES,
  });
