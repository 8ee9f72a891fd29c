/** The graph store: graphs read and written as wholes. https://www.w3.org/TR/sparql11-http-rdf-update/ */
import { randomUUID } from 'node:crypto';
import type { GraphChange, Publication } from '../../publication/index.ts';
import { graphAtPath, graphNamed, pathOfGraph } from '../../site/index.ts';
import type { Asked } from '../protocol/request-context.ts';
import { dereference } from '../resources/dereference.ts';
import { requireIri } from '../protocol/graph-parameters.ts';
import { HttpError } from '../protocol/problem.ts';
import { readTriples } from './rdf-body.ts';
import type { Reply } from '../protocol/reply.ts';
import { replyWithResource, type TimeManners } from '../protocol/resource-reply.ts';
import { writerFor } from './write-access.ts';

/** What a request is about: one graph, or the store as a whole. */
type Target =
  | { readonly kind: 'direct'; readonly graph: string }
  | { readonly kind: 'indirect'; readonly graph: string | undefined }
  | { readonly kind: 'store' };

export async function answerGraphStore(publication: Publication, asked: Asked): Promise<Reply> {
  switch (asked.method) {
    case 'PUT':
    case 'POST':
    case 'DELETE':
      return write(publication, asked);
    default:
      return read(publication, asked);
  }
}

async function read(publication: Publication, asked: Asked): Promise<Reply> {
  const target = targetOf(publication, asked);
  switch (target.kind) {
    case 'direct':
      return dereference(publication, asked);
    case 'store':
      throw new HttpError(
        400,
        'which graph? Name it as /graph?graph=IRI, or ask for /graph?default',
      );
    case 'indirect': {
      const resource = graphNamed(publication, target.graph);
      if (!resource) throw unknownGraph(target.graph);
      return replyWithResource(publication, asked, { resource }, TIMELESS);
    }
  }
}

async function write(publication: Publication, asked: Asked): Promise<Reply> {
  const writer = writerFor(publication, asked);
  const target = targetOf(publication, asked);
  const graph = target.kind === 'store' ? newGraph(publication, asked) : target.graph;
  if (asked.method === 'DELETE') {
    if (!(await writer.dropGraph(graph))) throw unknownGraph(graph);
    return { status: 204, headers: {}, body: null };
  }
  const triples = await readTriples(asked, {
    baseIri: graph ?? publication.base,
    newBlankNodeScope: () => writer.newBlankNodeScope(),
  });
  const change =
    asked.method === 'PUT'
      ? await writer.replaceGraph(graph, triples)
      : await writer.addToGraph(graph, triples);
  return written(publication, asked, { graph, change });
}

/** https://www.w3.org/TR/sparql11-http-rdf-update/#http-put */
function written(
  publication: Publication,
  { url }: Asked,
  { graph, change }: { readonly graph: string | undefined; readonly change: GraphChange },
): Reply {
  if (change === 'changed') return { status: 204, headers: {}, body: null };
  const root = new URL(publication.base).pathname;
  const location = `${url.origin}${root}${pathOfGraph(publication, graph)}`;
  return { status: 201, headers: { location }, body: null };
}

/** A POST to the store makes a graph of a new name. https://www.w3.org/TR/sparql11-http-rdf-update/#http-post */
function newGraph({ base }: Publication, { method }: Asked): string {
  if (method !== 'POST')
    throw new HttpError(
      400,
      `which graph? ${method} one as /graph?graph=IRI, as /graph?default, or at its own address`,
    );
  return `${base}graph/${randomUUID()}`;
}

/** @throws {HttpError} 400 where the query does not name one graph. */
function targetOf(publication: Publication, asked: Asked): Target {
  const { path, url } = asked;
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
  return { kind: 'indirect', graph: declaredIri(publication, asked, iri) };
}

/** The site answers by path, whatever its host: the address of a graph here is as good as its IRI. */
function declaredIri({ base }: Publication, { url }: Asked, name: string): string {
  const place = `${url.origin}${new URL(base).pathname}graph/`;
  return name.startsWith(place) ? `${base}graph/${name.slice(place.length)}` : name;
}

/** Under the address of its own a graph has versions. */
const TIMELESS: TimeManners = { prefix: '', links: [], vary: [], headers: {} };

const unknownGraph = (graph: string | undefined) =>
  new HttpError(404, `there is no graph <${graph ?? ''}>`);
