/** HTML: pure functions from the content of a page to markup. */
export { type Agent, type DataView, renderData } from './data/data-page.ts';
export { EXPLORE_PATH, type ExploreView, renderExplore } from './explore/explore-page.ts';
export { type HomeView, renderHome } from './home/home-page.ts';
export { documentPath, hrefTo, ownHref, savedQueryPath, type SitePaths } from './parts/links.ts';
export { INTERFACE_LANGUAGES } from './parts/messages.ts';
export { type Diagram, diagramOf } from './ontology/diagram/diagram.ts';
export { anchorOf, isInDocument, type OntologyView } from './ontology/ontology-view.ts';
export { ONTOLOGY_PATH, renderOntology } from './ontology/ontology-page.ts';
export { type ProblemView, renderProblem } from './problems/problem-page.ts';
export { renderResource } from './resource/resource-page.ts';
export type { Neighbour, PlaceOf, ResourceView, SpanOf } from './resource/resource-view.ts';
export type { ClaimSource, ClaimSources } from './views/claim-source.ts';
export { SHOWN_VALUES } from './resource/statements.ts';
export { SEARCH_PATH, searchAddress } from './parts/search-address.ts';
export { MAX_QUERY } from './parts/search-form.ts';
export { renderSearch } from './search/search-page.ts';
export type { SearchView } from './search/search-view.ts';
export {
  type MenuEntry,
  nameOf,
  offeredLanguage,
  type PageContext,
  pageContext,
  type Site,
} from './parts/site.ts';
export { SCRIPT_NAMES, type ScriptName, SCRIPTS_HASH, scriptText } from './parts/scripts.ts';
export { STYLESHEET, STYLESHEET_HASH } from './parts/stylesheet.ts';
export type { Answer, AnswerTable } from './parts/answer.ts';
export type { Panel } from './views/panel.ts';
export { ENDPOINT_VIEWS, PANEL_VIEWS } from './views/views.ts';
export { renderSparql, type SparqlView } from './sparql/sparql-page.ts';
export { renderQueries } from './queries/queries-page.ts';
export { type QueryView, renderQuery } from './queries/query-page.ts';
