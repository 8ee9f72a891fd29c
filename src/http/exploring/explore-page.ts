/** `/explore`: the page of the explorer. `?resource=IRI` begins there; `&predicate=&direction=&offset=` lists neighbours. */
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
import { type Asked, readerOf } from '../protocol/request-context.ts';
import { exploreContext } from './explore-data.ts';
import { asPassing } from '../protocol/uncacheable.ts';
import { pathAgain } from '../protocol/self-path.ts';
import { notModified, type Reply } from '../protocol/reply.ts';
import { etagOf, isNotModified } from '../protocol/validators.ts';

/** Neighbours on one page without a script. */
const PAGE = 100;

export async function answerExplorePage(publication: Publication, asked: Asked): Promise<Reply> {
  const reader = readerOf(asked);
  const path = pathAgain(asked, EXPLORE_PATH);
  const context = await pageFor(publication, reader, { path, iris: [] });
  const { languages } = exploreContext(publication, asked);
  const etag = etagOf(publication.version, 'explore page', asked.url.search, ...languages);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    vary: 'Accept-Language',
    etag,
    'cache-control': 'no-cache',
  };
  if (isNotModified(asked.header('if-none-match'), etag)) return notModified(headers);
  const view = await viewOf(publication, asked, context);
  const body = await renderExplore(view, context);
  if (view.unknown === undefined) return { headers, body };
  return { status: 404, headers: asPassing(headers), body };
}

async function viewOf(
  publication: Publication,
  asked: Asked,
  { site }: PageContext,
): Promise<ExploreView> {
  const { dataset, descriptions, base, memo } = publication;
  const { searchParams } = asked.url;
  const context = exploreContext(publication, asked);
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
    neighbours: neighboursOf(publication, asked, resource),
  };
}

function neighboursOf(
  publication: Publication,
  asked: Asked,
  node: string,
): ExploreView['neighbours'] {
  const { searchParams } = asked.url;
  const predicate = searchParams.get('predicate') ?? '';
  if (predicate === '') return undefined;
  const direction = searchParams.get('direction') === 'in' ? 'in' : 'out';
  const word = searchParams.get('offset') ?? '';
  const offset = /^\d{1,9}$/.test(word) ? Number(word) : 0;
  const found = exploreNeighbours(
    publication.dataset,
    { node, predicate, direction, offset, limit: PAGE },
    exploreContext(publication, asked),
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
