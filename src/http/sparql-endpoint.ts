/** The endpoint: SPARQL 1.1 Protocol, query operation. https://www.w3.org/TR/sparql11-protocol/ */
import { GraphpressError } from '../errors.ts';
import { describeService } from '../harvest/index.ts';
import type { Publication } from '../publication/index.ts';
import { RDF_FORMATS, writeRdf } from '../rdf/index.ts';
import { chunksOf, type ParsedQuery, parseQuery, type WrittenAnswer } from '../sparql/index.ts';
import { toProblem } from './problem.ts';
import { readerOf } from './reader.ts';
import { requestedFormat } from './requested-format.ts';
import { type AnswerFormat, answerFormats, EXPLAIN } from './sparql-formats.ts';
import { sparqlPage, toAnswer } from './sparql-html.ts';
import { readSparqlRequest, type SparqlRequest } from './sparql-request.ts';
import { streamBytes } from './stream-bytes.ts';
import { etagOf, isNotModified } from './validators.ts';

const VARY = 'Accept, Accept-Language';

/** What gives something else each time: no validator can stand for such answers. */
const VOLATILE = /\b(?:(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(|SERVICE\b)/i;

export async function answerSparql(publication: Publication, request: Request): Promise<Response> {
  const asked = await readSparqlRequest(request);
  const { query } = asked;
  if (query === undefined) return describeEndpoint(publication, asked, request);
  try {
    return await answerQuery(publication, { ...asked, query }, request);
  } catch (error) {
    // Somebody at the form sees the mistake above the query that holds it.
    if (!(error instanceof GraphpressError) || !prefersPage(asked, request)) throw error;
    const { status, body } = toProblem(error);
    const answer = { kind: 'error', message: body.detail } as const;
    const page = await sparqlPage(publication, readerOf(request), { query, answer, formats: [] });
    return new Response(page, {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', vary: VARY },
    });
  }
}

async function answerQuery(
  publication: Publication,
  asked: SparqlRequest & { readonly query: string },
  request: Request,
): Promise<Response> {
  const query = parseQuery(asked.query);
  const accept = request.headers.get('accept') ?? undefined;
  const formats = answerFormats(query.form);
  const format = asked.parameters.has('explain')
    ? EXPLAIN
    : requestedFormat(asked.parameters, accept, formats);
  const headers = headersOf(publication, { asked, query, format, request });
  const etag = headers['etag'];
  if (etag !== undefined && isNotModified(request.headers.get('if-none-match') ?? undefined, etag))
    return new Response(null, { status: 304, headers });
  const wanted = {
    query,
    dataset: { defaultGraphs: asked.defaultGraphs, namedGraphs: asked.namedGraphs },
    endpoint: request.url.replace(/[?#].*$/s, ''),
    signal: request.signal,
  };
  if (!format.isPage)
    return bytesResponse(await publication.engine.write(wanted, format.name), headers);
  const answer = await toAnswer(await publication.engine.query(wanted));
  const page = await sparqlPage(publication, readerOf(request), {
    query: query.text,
    answer,
    formats: formats.filter((other) => other !== format),
  });
  return new Response(page, { headers });
}

/** An answer of one chunk needs no stream. */
const bytesResponse = (answer: WrittenAnswer, headers: Record<string, string>): Response =>
  new Response(
    answer.rest ? streamBytes(chunksOf(answer)) : (answer.first as Uint8Array<ArrayBuffer>),
    {
      headers,
    },
  );

interface HeaderFacts {
  readonly asked: SparqlRequest;
  readonly query: ParsedQuery;
  readonly format: AnswerFormat;
  readonly request: Request;
}

function headersOf(
  { version }: Publication,
  { asked, query, format, request }: HeaderFacts,
): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': format.contentType, vary: VARY };
  if (request.method === 'POST' || format === EXPLAIN || VOLATILE.test(query.text)) return headers;
  const languages = format.isPage ? readerOf(request).languages : [];
  const dataset = ['default', ...asked.defaultGraphs, 'named', ...asked.namedGraphs];
  headers['etag'] = etagOf(version, format.name, query.text, ...dataset, 'languages', ...languages);
  headers['cache-control'] = 'no-cache';
  return headers;
}

/** Without a query: the service description for programs, the form for people. */
async function describeEndpoint(
  publication: Publication,
  asked: SparqlRequest,
  request: Request,
): Promise<Response> {
  const page = answerFormats('describe').filter((format) => format.name === 'html');
  const forms = RDF_FORMATS.map((format) => ({
    ...format,
    contentType: `${format.mediaType}; charset=utf-8`,
  }));
  const accept = request.headers.get('accept') ?? undefined;
  const format = requestedFormat(asked.parameters, accept, [...forms, ...page]);
  const headers = { 'content-type': format.contentType, vary: VARY };
  const rdfFormat = RDF_FORMATS.find(({ name }) => name === format.name);
  if (rdfFormat) {
    const endpoint = request.url.replace(/[?#].*$/s, '');
    const quads = describeService(publication.dataset, endpoint);
    return new Response(await writeRdf(quads, rdfFormat, publication.prefixes), { headers });
  }
  const empty = { query: '', answer: { kind: 'none' }, formats: [] } as const;
  return new Response(await sparqlPage(publication, readerOf(request), empty), { headers });
}

/** Whether a page is liked better than every form for programs; which of those fits is not known for a mistake. */
function prefersPage({ parameters }: SparqlRequest, request: Request): boolean {
  const forms = [...answerFormats('select'), ...answerFormats('construct')];
  try {
    const accept = request.headers.get('accept') ?? undefined;
    return requestedFormat(parameters, accept, forms).name === 'html';
  } catch {
    return false;
  }
}
