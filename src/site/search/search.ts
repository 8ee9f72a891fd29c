/** Searches a publication, and collects the content of the search page. */
import {
  type Found,
  isSearchQuick,
  MAX_RESOURCES,
  openSearch,
  type Search,
  type TermCount,
  TypeReader,
} from '../../description/index.ts';
import {
  documentPath,
  type PageContext,
  SEARCH_PATH,
  searchAddress,
  type SearchView,
} from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../resource/resource.ts';
import { pageFor } from '../frame/page-context.ts';
import { rootResources } from '../frame/site-menu.ts';
import { irisAt } from '../url-space.ts';
import { decodePath } from '../resource/path-encoding.ts';

export interface SearchRequest {
  /** Trimmed. */
  readonly query: string;
  /** IRI of a class. */
  readonly type: string | undefined;
  /** From 1. */
  readonly page: number;
  /** Maximum number of results on a page. */
  readonly limit: number;
}

/** Maximum number of entry points on the search page without a query. */
const MAX_ENTRANCES = 6;

export interface Searched {
  readonly view: SearchView;
  readonly context: PageContext;
}

export async function searchPublication(
  publication: Publication,
  reader: Reader,
  request: SearchRequest,
): Promise<Searched> {
  const { dataset, descriptions, prefixes, base, memo } = publication;
  const { query, type, page, limit } = request;
  const opening = openSearch(dataset, prefixes, memo);
  if (query === '' && type === undefined) return blank(publication, reader, request);
  const search = await opening;
  const found = foundBy(search, publication, reader, request);
  const from = (page - 1) * limit;
  const shown = found.hits.slice(from, from + limit);
  const typesOf = new Map(shown.map((hit) => [hit.iri, search.types.typesOf(hit.id)]));
  const iris = shown.map(({ iri }) => iri);
  const context = await pageFor(publication, reader, {
    path: searchAddress(request),
    iris: [
      ...iris,
      ...typesOf.values().toArray().flat(),
      ...found.types.map((one) => one.iri),
      ...(type === undefined ? [] : [type]),
    ],
  });
  const kinds = await descriptions.kinds(iris);
  const view: SearchView = {
    query,
    type,
    hits: shown.map((hit) => ({
      iri: hit.iri,
      path: documentPath(hit.iri, base),
      kind: kinds.get(hit.iri) ?? 'none',
      // Classes with labels are preferred.
      type: firstNamed(typesOf.get(hit.iri) ?? [], context),
      terms: hit.terms,
      snippet: search.snippet(hit, context.preferredLanguages),
    })),
    total: found.hits.length,
    from,
    page,
    pages: Math.max(1, Math.ceil(found.hits.length / limit)),
    fit: found.fit,
    substitutions: found.substitutions,
    isCut: found.isCut,
    corrections: found.hits.length === 0 ? search.corrections(query) : [],
    types: found.types.map((one) => ({ ...one, kind: search.types.kindOfClass(one.iri) })),
    all: found.all,
    entrances: [],
    indexed: search.index.indexed,
    resources: search.index.resources,
  };
  return { view, context };
}

/** The search page without a query: classes and entry points. Does not wait for the index. */
async function blank(
  publication: Publication,
  reader: Reader,
  request: SearchRequest,
): Promise<Searched> {
  const { classes: all, resources } = await publication.descriptions.statistics();
  const reading = new TypeReader(publication.dataset);
  // A class may have only blank nodes, which have no page.
  const classes = all
    .map(({ iri }) => ({ iri, count: reading.membersOf(iri).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const entrances = (await rootResources(publication)).slice(0, MAX_ENTRANCES);
  const context = await pageFor(publication, reader, {
    path: SEARCH_PATH,
    iris: [...classes.map(({ iri }) => iri), ...entrances],
  });
  const view: SearchView = {
    ...NOTHING,
    query: request.query,
    type: undefined,
    hits: [],
    types: classes.map((one) => ({ ...one, kind: reading.kindOfClass(one.iri) })),
    total: 0,
    all: 0,
    from: 0,
    page: 1,
    pages: 1,
    corrections: [],
    entrances: entrances.map((iri) => ({ iri, path: documentPath(iri, publication.base) })),
    indexed: Math.min(resources, MAX_RESOURCES),
    resources,
  };
  return { view, context };
}

const NOTHING = { fit: 'all', substitutions: [], isCut: false } as const;

const firstNamed = (types: readonly string[], { labels }: PageContext): string | undefined =>
  types.find((type) => labels.has(type)) ?? types[0];

interface FoundOfType extends Found {
  /** The number of results of all classes. */
  readonly all: number;
  readonly types: readonly TermCount[];
}

function foundBy(
  search: Search,
  publication: Publication,
  { origin }: Reader,
  { query, type }: SearchRequest,
): FoundOfType {
  if (query === '') {
    const hits = type === undefined ? [] : search.hitsOfType(type);
    return { ...NOTHING, hits, all: hits.length, types: [] };
  }
  const found = search.find(query, addressesIn(query, publication, origin));
  const types = search.types.count(found.hits.map(({ id }) => id));
  const hits =
    type === undefined ? found.hits : found.hits.filter(({ id }) => search.types.isOf(id, type));
  return { ...found, hits, all: found.hits.length, types };
}

/** The IRIs that a URL of this site identifies, if the query is one. */
function addressesIn(query: string, publication: Publication, origin: string): string[] {
  const { base } = publication;
  const root = origin + new URL(base).pathname;
  const start = [base, root].find((one) => query.startsWith(one));
  if (start === undefined) return [];
  const [path = ''] = query.slice(start.length).split('?', 1);
  const iri = URL.parse(query)?.searchParams.get('iri') ?? undefined;
  return irisAt(publication, { path, iri });
}

/** IRIs similar to a path at which there is no resource. */
export async function suggestIris(publication: Publication, path: string): Promise<string[]> {
  const { dataset, prefixes, memo } = publication;
  if (!isSearchQuick(dataset, memo)) return [];
  const parts = decodePath(path)
    .split('/')
    .filter((part) => part !== '');
  const [folder = '', last = ''] = ['', ...parts].slice(-2);
  const search = await openSearch(dataset, prefixes, memo);
  const name = last.replace(/\.\w+$/, '').slice(0, MAX_NAME);
  return search.suggest(name, folder).map(({ iri }) => iri);
}

/** Maximum length of a name for which similar IRIs are searched, in characters. */
const MAX_NAME = 100;
