/** The public interface of the package. */
export { type ErrorCode, type ErrorDetails, GraphpressError } from './errors.ts';
export { type AppOptions, createApp, openPublication, type OpenOptions } from './graphpress.ts';
export {
  type EngineOptions,
  type EngineSource,
  openEngine,
  type OpenEngine,
  type Publication,
  type QueryEngine,
  type QueryOptions,
  type QueryResult,
  type ResultStream,
  type SavedQuery,
} from './library/index.ts';
export { VERSION } from './version.ts';
