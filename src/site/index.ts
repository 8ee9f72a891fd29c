/** The URL space of a publication: which resources there are, and which representations each has. */
export { graphAtPath, graphNamed } from './graph-address.ts';
export { pathOfGraph } from './resource/graph-path.ts';
export { negotiate, type Offer, preferredLanguages } from './resource/negotiate.ts';
export type { Reader, Representation, Resolution, Resource } from './resource/resource.ts';
export { type Dump, dumpOf } from './harvest/dumps.ts';
export { harvestOf, siteUrlAt } from './harvest/harvest-facts.ts';
export { queryVocabulary, type QueryVocabulary } from './panels/query-vocabulary.ts';
export { pagePaths } from './resource/page-paths.ts';
export { type Searched, searchPublication, suggestIris } from './search/search.ts';
export { pageFor, scriptPath, siteOf, STYLESHEET_PATH } from './frame/page-context.ts';
export { startQuery } from './panels/start-query.ts';
export { decodePath } from './resource/path-encoding.ts';
export { hrefInOntology } from './ontology/ontology-resource.ts';
export { type Address, irisAt, resolveAddress } from './url-space.ts';
export { type StreamChapter, streamChapters } from './harvest/stream-chapters.ts';
export { queriesPage, queryPage } from './panels/query-pages.ts';
export { toAnswer } from './panels/run-panel.ts';
