/** The graph store: complete graphs are read and written. https://www.w3.org/TR/sparql11-http-rdf-update/ */
import { randomUUID } from 'node:crypto';
import type { GraphChange, Publication } from '../../publication/index.ts';
import { graphAtPath, graphNamed, pathOfGraph } from '../../site/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { dereference } from '../resources/dereference.ts';
import { requireIri } from '../protocol/graph-parameters.ts';
import { HttpError } from '../protocol/problem.ts';
import { readTriples } from './rdf-body.ts';
import type { Reply } from '../protocol/reply.ts';
import { replyWithResource, type MementoHeaders } from '../protocol/resource-reply.ts';
import { writerFor } from './write-access.ts';

/** The target of a request: one graph, or the entire store. */
type Target =
  | { readonly kind: 'direct'; readonly graph: string }
  | { readonly kind: 'indirect'; readonly graph: string | undefined }
  | { readonly kind: 'store' };

export async function answerGraphStore(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  switch (request.method) {
    case 'PUT':
    case 'POST':
    case 'DELETE':
      return write(publication, request);
    default:
      return read(publication, request);
  }
}

async function read(publication: Publication, request: RequestContext): Promise<Reply> {
  const target = targetOf(publication, request);
  switch (target.kind) {
    case 'direct':
      return dereference(publication, request);
    case 'store':
      throw new HttpError(
        400,
        'which graph? Name it as /graph?graph=IRI, or ask for /graph?default',
      );
    case 'indirect': {
      const resource = graphNamed(publication, target.graph);
      if (!resource) throw unknownGraph(target.graph);
      return replyWithResource(publication, request, { resource }, TIMELESS);
    }
  }
}

async function write(publication: Publication, request: RequestContext): Promise<Reply> {
  const writer = writerFor(publication, request);
  const target = targetOf(publication, request);
  const graph = target.kind === 'store' ? newGraph(publication, request) : target.graph;
  if (request.method === 'DELETE') {
    if (!(await writer.dropGraph(graph))) throw unknownGraph(graph);
    return { status: 204, headers: {}, body: null };
  }
  const triples = await readTriples(request, {
    baseIri: graph ?? publication.base,
    newBlankNodeScope: () => writer.newBlankNodeScope(),
  });
  const change =
    request.method === 'PUT'
      ? await writer.replaceGraph(graph, triples)
      : await writer.addToGraph(graph, triples);
  return written(publication, request, { graph, change });
}

/** https://www.w3.org/TR/sparql11-http-rdf-update/#http-put */
function written(
  publication: Publication,
  { url }: RequestContext,
  { graph, change }: { readonly graph: string | undefined; readonly change: GraphChange },
): Reply {
  if (change === 'changed') return { status: 204, headers: {}, body: null };
  const root = new URL(publication.base).pathname;
  const location = `${url.origin}${root}${pathOfGraph(publication, graph)}`;
  return { status: 201, headers: { location }, body: null };
}

/** A POST to the store makes a graph of a new name. https://www.w3.org/TR/sparql11-http-rdf-update/#http-post */
function newGraph({ base }: Publication, { method }: RequestContext): string {
  if (method !== 'POST')
    throw new HttpError(
      400,
      `which graph? ${method} one as /graph?graph=IRI, as /graph?default, or at its own address`,
    );
  return `${base}graph/${randomUUID()}`;
}

/** @throws {HttpError} 400 where the query does not name one graph. */
function targetOf(publication: Publication, request: RequestContext): Target {
  const { path, url } = request;
  if (path !== 'graph' && path !== 'graph/')
    return { kind: 'direct', graph: graphAtPath(publication, path) };
  const names = url.searchParams.getAll('graph');
  const isDefault = url.searchParams.has('default');
  if (names.length + (isDefault ? 1 : 0) > 1)
    throw new HttpError(400, 'one graph at a time: say graph=IRI once, or default');
  if (isDefault) return { kind: 'indirect', graph: undefined };
  const [name] = names;
  if (name === undefined) return { kind: 'store' };
  const iri = requireIri('graph', name);
  return { kind: 'indirect', graph: declaredIri(publication, request, iri) };
}

/** The site answers by path, whatever its host: a URL of a graph on this host is equivalent to its IRI. */
function declaredIri({ base }: Publication, { url }: RequestContext, name: string): string {
  const place = `${url.origin}${new URL(base).pathname}graph/`;
  return name.startsWith(place) ? `${base}graph/${name.slice(place.length)}` : name;
}

/** At its own URL a graph has versions. */
const TIMELESS: MementoHeaders = { prefix: '', links: [], vary: [], headers: {} };

const unknownGraph = (graph: string | undefined) =>
  new HttpError(404, `there is no graph <${graph ?? ''}>`);
