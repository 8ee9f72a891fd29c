/** `/explore`: the page of the explorer. `?resource=IRI` begins there; `&predicate=&direction=&offset=` lists neighbours. */
import { conditional } from '../protocol/conditional.ts';
import { exploreNeighbours, exploreNode, exploreStart } from '../../network/index.ts';
import {
  documentPath,
  EXPLORE_PATH,
  type ExploreView,
  hrefTo,
  type PageContext,
  renderExplore,
} from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import { pageFor } from '../../site/index.ts';
import { type RequestContext, readerOf } from '../protocol/request-context.ts';
import { exploreContext } from './explore-data.ts';
import { uncacheable } from '../protocol/uncacheable.ts';
import { selfPath } from '../protocol/self-path.ts';
import type { Reply } from '../protocol/reply.ts';
import { etagOf } from '../protocol/validators.ts';

/** Neighbours on one page without a script. */
const PAGE = 100;

export async function answerExplorePage(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const reader = readerOf(request);
  const path = selfPath(request, EXPLORE_PATH);
  const context = await pageFor(publication, reader, { path, iris: [] });
  const { languages } = exploreContext(publication, request);
  const etag = etagOf(publication.version, 'explore page', request.url.search, ...languages);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    vary: 'Accept-Language',
    etag,
    'cache-control': 'no-cache',
  };
  return conditional(request, headers, async () => {
    const view = await viewOf(publication, request, context);
    const body = await renderExplore(view, context);
    if (view.unknown === undefined) return { headers, body };
    return { status: 404, headers: uncacheable(headers), body };
  });
}

async function viewOf(
  publication: Publication,
  request: RequestContext,
  { site }: PageContext,
): Promise<ExploreView> {
  const { dataset, descriptions, base, memo } = publication;
  const { searchParams } = request.url;
  const context = exploreContext(publication, request);
  const beginnings = await exploreStart(dataset, context, memo);
  const resource = searchParams.get('resource')?.trim() ?? '';
  if (resource === '') return { beginnings };
  const thing = exploreNode(dataset, resource, context);
  if (!thing) return { beginnings, unknown: resource };
  const page = (await descriptions.has(resource))
    ? hrefTo(documentPath(resource, base), site)
    : undefined;
  return {
    beginnings,
    thing: { ...thing, page },
    neighbours: neighboursOf(publication, request, resource),
  };
}

function neighboursOf(
  publication: Publication,
  request: RequestContext,
  node: string,
): ExploreView['neighbours'] {
  const { searchParams } = request.url;
  const predicate = searchParams.get('predicate') ?? '';
  if (predicate === '') return undefined;
  const direction = searchParams.get('direction') === 'in' ? 'in' : 'out';
  const word = searchParams.get('offset') ?? '';
  const offset = /^\d{1,9}$/.test(word) ? Number(word) : 0;
  const found = exploreNeighbours(
    publication.dataset,
    { node, predicate, direction, offset, limit: PAGE },
    exploreContext(publication, request),
  );
  if (!found) return undefined;
  return {
    predicate: { iri: predicate, label: predicate, lang: '' },
    direction,
    nodes: found.nodes,
    total: found.total,
    next: offset + PAGE < found.total ? offset + PAGE : undefined,
  };
}
