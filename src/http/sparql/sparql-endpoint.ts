/** The endpoint: SPARQL 1.1 Protocol. https://www.w3.org/TR/sparql11-protocol/ */
import { conditional } from '../protocol/conditional.ts';
import { LruMap } from '../../lru-map.ts';
import { GraphpressError } from '../../errors.ts';
import { describeService } from '../../harvest/index.ts';
import { networkOfTriples, readLimit } from '../../network/index.ts';
import type { Publication } from '../../publication/index.ts';
import { harvestOf, toAnswer } from '../../site/index.ts';
import { RDF_FORMATS, writeRdf } from '../../rdf/index.ts';
import {
  chunksOf,
  isVolatile,
  type ParsedQuery,
  type QueryRequest,
  QuerySyntaxError,
  type WrittenAnswer,
} from '../../sparql/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import { asBadRequest, networkContext, networkReply, titleOf } from '../networks/network-reply.ts';
import { selfPath } from '../protocol/self-path.ts';
import { HttpError, toProblem } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { requestedFormat } from '../protocol/requested-format.ts';
import { type AnswerFormat, answerFormats, EXPLAIN, variesByLanguage } from './sparql-formats.ts';
import { MAX_ROWS, sparqlPage, viewOf } from './sparql-html.ts';
import { prefersPage } from './prefers-page.ts';
import { readSparqlRequest, type SparqlQueryRequest } from './sparql-request.ts';
import { answerUpdate } from './sparql-update.ts';
import { streamBytes } from '../protocol/stream-bytes.ts';
import { etagOf } from '../protocol/validators.ts';

const VARY = 'Accept, Accept-Language';

/** A query with the form of its answer. */
interface Understood {
  readonly sparqlRequest: SparqlQueryRequest;
  readonly query: ParsedQuery;
  readonly format: AnswerFormat;
  readonly headers: AnswerHeaders;
}

/** A GET request is determined by its URL and its Accept header; many are repeated. */
const MAX_CACHED = 4096;

export async function answerSparql(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const cachedRequests = publication.memo.derive(
    'sparql-requests',
    () => new LruMap<string, Understood>(MAX_CACHED),
  );
  const key =
    request.method === 'GET' ? `${request.header('accept')} ${request.target}` : undefined;
  const cached = key === undefined ? undefined : cachedRequests.get(key);
  if (cached) return answerQuery(publication, cached, request);
  const isWritable = publication.writer !== undefined;
  const sparqlRequest = await readSparqlRequest(request, { isWritable });
  if (sparqlRequest.kind === 'description')
    return describeEndpoint(publication, sparqlRequest.parameters, request);
  if (sparqlRequest.kind === 'update') return answerUpdate(publication, sparqlRequest, request);
  const { query } = sparqlRequest;
  try {
    const read = await understand(publication, sparqlRequest, request);
    // A page is in the language of its reader.
    if (key !== undefined && !variesByLanguage(read.format)) cachedRequests.set(key, read);
    return await answerQuery(publication, read, request);
  } catch (error) {
    // The form shows the error above the query.
    if (!(error instanceof GraphpressError) || !prefersPage(sparqlRequest.parameters, request))
      throw error;
    const { status, body } = toProblem(error);
    const answer = { kind: 'error', message: body.detail } as const;
    const page = await sparqlPage(publication, readerOf(request), {
      path: selfPath(request, 'sparql'),
      query,
      answer,
      ...(error instanceof QuerySyntaxError && { position: error.position }),
      ...viewOf(sparqlRequest.parameters),
    });
    return {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', vary: VARY },
      body: page,
    };
  }
}

async function understand(
  publication: Publication,
  sparqlRequest: SparqlQueryRequest,
  request: RequestContext,
): Promise<Understood> {
  const query = await publication.engine.parse(sparqlRequest.query);
  if (query.form === 'update' && publication.writer)
    throw new HttpError(
      400,
      'this is an update: send it as application/sparql-update, or as update=',
    );
  const format = sparqlRequest.parameters.has('explain')
    ? EXPLAIN
    : requestedFormat(
        sparqlRequest.parameters,
        request.header('accept'),
        answerFormats(query.form),
      );
  return {
    sparqlRequest,
    query,
    format,
    headers: headersOf(publication, { sparqlRequest, query, format, request }),
  };
}

async function answerQuery(
  publication: Publication,
  { sparqlRequest, query, format, headers }: Understood,
  request: RequestContext,
): Promise<Reply> {
  return conditional(request, headers, async () => {
    const { defaultGraphs, namedGraphs } = sparqlRequest;
    const queryRequest: QueryRequest = {
      query,
      dataset: { defaultGraphs, namedGraphs },
      get endpoint() {
        return request.url.origin + request.url.pathname;
      },
      // The signal is created lazily: reading it is expensive in the Node adapter, and most queries end at once.
      get signal() {
        return request.raw.signal;
      },
    };
    if (format.network)
      return networkAnswer(publication, { sparqlRequest, format, headers, queryRequest }, request);
    if (!format.isPage)
      return bytesReply(await publication.engine.write(queryRequest, format.name), headers);
    const answer = await toAnswer(await publication.engine.query(queryRequest), MAX_ROWS);
    const page = await sparqlPage(publication, readerOf(request), {
      path: selfPath(request, 'sparql'),
      query: query.text,
      answer,
      isGraph: query.form === 'construct' || query.form === 'describe',
      ...viewOf(sparqlRequest.parameters),
    });
    return { headers, body: page };
  });
}

/** What a CONSTRUCT or DESCRIBE gives, as nodes and edges. */
async function networkAnswer(
  publication: Publication,
  { sparqlRequest, format: { network: format }, headers, queryRequest }: NetworkQuestion,
  request: RequestContext,
): Promise<Reply> {
  const limit = asBadRequest(() => readLimit(sparqlRequest.parameters.get('limit') ?? undefined));
  const result = await publication.engine.query(queryRequest);
  if (!format || result.kind !== 'quads') throw new Error('only a graph is offered as a network');
  const context = networkContext(publication, readerOf(request));
  const title = titleOf(publication, context);
  const network = await networkOfTriples(result.quads, { ...context, limit, title });
  return networkReply(network, format, { headers, name: 'query' });
}

interface NetworkQuestion {
  readonly sparqlRequest: SparqlQueryRequest;
  readonly format: AnswerFormat;
  readonly headers: AnswerHeaders;
  readonly queryRequest: QueryRequest;
}

/** An answer of one chunk needs no stream. */
const bytesReply = (answer: WrittenAnswer, headers: Reply['headers']): Reply => ({
  headers,
  body: answer.rest ? streamBytes(chunksOf(answer)) : (answer.first as Uint8Array<ArrayBuffer>),
});

interface HeaderFacts {
  readonly sparqlRequest: SparqlQueryRequest;
  readonly query: ParsedQuery;
  readonly format: AnswerFormat;
  readonly request: RequestContext;
}

interface AnswerHeaders extends Readonly<Record<string, string>> {
  readonly etag?: string;
}

function headersOf(
  { version }: Publication,
  { sparqlRequest, query, format, request }: HeaderFacts,
): AnswerHeaders {
  const headers = { 'content-type': format.contentType, vary: VARY };
  if (request.method === 'POST' || format === EXPLAIN || isVolatile(query)) return headers;
  const languages = variesByLanguage(format) ? readerOf(request).languages : [];
  const dataset = [
    'default',
    ...sparqlRequest.defaultGraphs,
    'named',
    ...sparqlRequest.namedGraphs,
  ];
  const limit = format.network ? ['limit', sparqlRequest.parameters.get('limit') ?? ''] : [];
  const view = format.isPage ? ['view', viewOf(sparqlRequest.parameters).view?.name ?? ''] : [];
  const facts = [...dataset, ...limit, ...view, 'languages', ...languages];
  const etag = etagOf(version, format.name, query.text, ...facts);
  return { ...headers, etag, 'cache-control': 'no-cache' };
}

/** Without a query: the service description for programs, the form for people. */
async function describeEndpoint(
  publication: Publication,
  parameters: URLSearchParams,
  request: RequestContext,
): Promise<Reply> {
  const page = answerFormats('describe').filter((format) => format.name === 'html');
  const forms = RDF_FORMATS.map((format) => ({
    ...format,
    contentType: `${format.mediaType}; charset=utf-8`,
  }));
  const format = requestedFormat(parameters, request.header('accept'), [...forms, ...page]);
  const headers = { 'content-type': format.contentType, vary: VARY };
  const rdfFormat = RDF_FORMATS.find(({ name }) => name === format.name);
  if (rdfFormat) {
    const endpoint = request.url.origin + request.url.pathname;
    const siteUrl = endpoint.replace(/sparql$/, '');
    const quads = describeService(await harvestOf(publication), {
      endpoint,
      siteUrl,
      isWritable: publication.writer !== undefined,
    });
    return { headers, body: await writeRdf(quads, rdfFormat, publication.prefixes) };
  }
  const empty = { path: selfPath(request, 'sparql'), query: '', answer: { kind: 'none' } } as const;
  return { headers, body: await sparqlPage(publication, readerOf(request), empty) };
}
