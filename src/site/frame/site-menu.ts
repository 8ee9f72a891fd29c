/**
 * The menu of a site. The pages that a folder chooses are first: the entry points that its dataset names by
 * void:rootResource, then the saved queries with a line `#+ menu:`. https://www.w3.org/TR/void/#root-resource
 */
import { CATALOG_PATH } from '../../harvest/index.ts';
import {
  documentPath,
  EXPLORE_PATH,
  type MenuEntry,
  ONTOLOGY_PATH,
  savedQueryPath,
} from '../../pages/index.ts';
import { type LanguageMap, terms, voidVocabulary } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Maximum number of entry points in the menu; the front page shows all. */
const MAX_ENTRANCES = 3;

const words = (en: string, zh: string): LanguageMap =>
  new Map([
    ['en', en],
    ['zh-hans', zh],
  ]);

export const siteMenu = (publication: Publication): Promise<readonly MenuEntry[]> =>
  publication.memo.derive('site-menu', () => makeMenu(publication));

/** The entry points of the dataset (void:rootResource); those below the base only if they have a page. */
export async function rootResources(publication: Publication): Promise<string[]> {
  const { about, base, dataset } = publication;
  if (about.iri === undefined) return [];
  const found = matchQuads(dataset, {
    subject: terms.namedNode(about.iri),
    predicate: voidVocabulary('rootResource'),
    graph: terms.defaultGraph(),
  });
  const roots: string[] = [];
  for (const { object } of found) {
    if (object.termType !== 'NamedNode') continue;
    const { value: iri } = object;
    if (!iri.startsWith(base) || (await hasPage(publication, iri))) roots.push(iri);
  }
  return roots;
}

const hasPage = async ({ descriptions, dataset }: Publication, iri: string): Promise<boolean> =>
  (await descriptions.has(iri)) ||
  dataset.graphs.some((graph) => dataset.dictionary.termOf(graph).value === iri);

async function makeMenu(publication: Publication): Promise<MenuEntry[]> {
  const { base, queries } = publication;
  const requested = queries.flatMap(({ name, menu }) =>
    menu ? [{ path: savedQueryPath(name), labels: menu }] : [],
  );
  return [
    ...(await entrances(publication, base)),
    ...requested,
    { path: ONTOLOGY_PATH, labels: words('Ontology', '本体') },
    ...(queries.length > 0 ? [{ path: 'queries', labels: words('Questions', '问题') }] : []),
    { path: EXPLORE_PATH, labels: words('Explore', '图谱浏览') },
    { path: 'sparql', labels: words('SPARQL', 'SPARQL') },
    { path: CATALOG_PATH, labels: words('Data', '数据') },
  ];
}

/** An entry point has the label of its class, "Press release", which is shorter than its own label. */
async function entrances(publication: Publication, base: string): Promise<MenuEntry[]> {
  const { descriptions } = publication;
  const roots: string[] = [];
  for (const iri of await rootResources(publication))
    if (roots.length < MAX_ENTRANCES && (await hasPage(publication, iri))) roots.push(iri);
  return Promise.all(
    roots.map(async (iri) => {
      const types = (await descriptions.describe(iri))?.types ?? [];
      const labels = await descriptions.labels([iri, ...types]);
      const named = [...types, iri].map((one) => labels.get(one)).find(Boolean);
      return { path: documentPath(iri, base), labels: named ?? new Map([['', iri]]) };
    }),
  );
}
