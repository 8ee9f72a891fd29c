/** HTML: pure functions from what is to be shown to markup. */
export { type Agent, type DataView, renderData } from './data-page.ts';
export { EXPLORE_PATH, type ExploreView, renderExplore } from './explore-page.ts';
export { type HomeView, renderHome } from './home-page.ts';
export { documentPath, hrefTo, ownHref, savedQueryPath, type SitePaths } from './links.ts';
export { INTERFACE_LANGUAGES } from './messages.ts';
export { type Diagram, diagramOf } from './ontology/diagram.ts';
export { anchorOf, isInDocument, type OntologyView } from './ontology/ontology-view.ts';
export { ONTOLOGY_PATH, renderOntology } from './ontology-page.ts';
export { type ProblemView, renderProblem } from './problem-page.ts';
export { renderResource } from './resource-page.ts';
export type { Neighbour, PlaceOf, ResourceView, SpanOf } from './resource/resource-view.ts';
export type { ClaimSource, ClaimSources } from './resource/claim-source.ts';
export { SHOWN_VALUES } from './resource/statements.ts';
export { SEARCH_PATH, searchAddress } from './search/search-address.ts';
export { MAX_QUERY } from './search/search-form.ts';
export { renderSearch, type SearchView } from './search-page.ts';
export {
  type MenuEntry,
  nameOf,
  offeredLanguage,
  type PageContext,
  pageContext,
  type Site,
} from './site.ts';
export { SCRIPT_NAMES, type ScriptName, SCRIPTS_HASH, scriptText } from './scripts.ts';
export { STYLESHEET, STYLESHEET_HASH } from './stylesheet.ts';
export type { Answer, AnswerTable } from './answer.ts';
export type { Panel } from './views/panel.ts';
export { ANSWER_VIEWS } from './sparql/sparql-answer.ts';
export { renderSparql, type SparqlView } from './sparql-page.ts';
export { renderQueries } from './queries-page.ts';
export { type QueryView, renderQuery } from './query-page.ts';
