/** HTML: pure functions from what is to be shown to markup. */
export { type DownloadView, renderDownloads } from './downloads-page.ts';
export { renderHome } from './home-page.ts';
export { documentPath, ownHref, type SitePaths } from './links.ts';
export { INTERFACE_LANGUAGES } from './messages.ts';
export { renderProblem } from './problem-page.ts';
export { renderResource, type ResourceView } from './resource-page.ts';
export {
  type MenuEntry,
  offeredLanguage,
  type PageContext,
  pageContext,
  type Site,
} from './site.ts';
export { SCRIPT_NAMES, type ScriptName, SCRIPTS_HASH, scriptText } from './scripts.ts';
export { STYLESHEET, STYLESHEET_HASH } from './stylesheet.ts';
export { type Answer, renderSparql, type SparqlView } from './sparql-page.ts';
