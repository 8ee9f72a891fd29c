/** The interface for programs: a publication, an engine over any data, results as RDF/JS. */
export { type EngineOptions, engineSettings } from './engine-options.ts';
export { type EngineSource, openEngine, type OpenEngine } from './open-engine.ts';
export { Publication, type SavedQuery, stateOf } from './publication.ts';
export type { QueryEngine, QueryOptions, QueryResult } from './query-engine.ts';
export type { ResultStream } from './result-stream.ts';
