/** The URL space of a publication: which resources there are, and how each can be shown. */
export { graphAtPath, graphNamed, pathOfGraph } from './graph-address.ts';
export { negotiate, type Offer, wantedLanguages } from './negotiate.ts';
export { buildPublication, type Publication, type PublicationOptions } from './publication.ts';
export type { Reader, Representation, Resolution, Resource } from './resource.ts';
export { type Dump, dumpOf } from './dumps.ts';
export { harvestOf, placeAt } from './harvested.ts';
export { queryVocabulary, type QueryVocabulary } from './query-vocabulary.ts';
export { pagePaths } from './page-paths.ts';
export { pageFor, scriptPath, siteOf, STYLESHEET_PATH } from './site.ts';
export { startQuery } from './start-query.ts';
export { type Address, irisAt, resolveAddress } from './url-space.ts';
export { openWritable, type WritableOptions } from './writable-publication.ts';
export type { GraphChange, Writer } from './writer.ts';
export type { Change, Version, VersionIndex } from './version-index.ts';
export type { Versions } from './versions.ts';
export { type StreamChapter, streamChapters } from './stream-chapters.ts';
export { queriesPage, queryPage } from './query-pages.ts';
export { toAnswer } from './run-panel.ts';
