/** SPARQL: query text in, results out. */
export { embeddedEngine, type EmbeddedEngineOptions } from './embedded-engine.ts';
export {
  chunksOf,
  type Engine,
  type LimitedEngine,
  type QueryLimits,
  type QueryRequest,
  type QueryResult,
  type Solution,
  type WrittenAnswer,
} from './engine.ts';
export { type ParsedQuery, parseQuery, type QueryForm } from './syntax/parse.ts';
export { DEFAULT_LIMITS, pooledEngine, type PooledEngineOptions } from './workers/pooled-engine.ts';
export { QueryLimitError } from './errors/query-limit-error.ts';
export { QuerySyntaxError } from './errors/query-syntax-error.ts';
export { serviceClient, type ServiceClient } from './service/service-client.ts';
export type { ServiceRow } from './service/service-rows.ts';
export { ServiceError } from './service/service-error.ts';
export { readServiceTargets } from './service/service-targets.ts';
export { applyUpdate, type UpdateOptions } from './update/apply-update.ts';
export { GraphStore, type Triple } from './update/graph-store.ts';
export { documentLoader } from './update/load-document.ts';
export type { GraphName, UpdateOperation } from './update/operations.ts';
export { parseUpdate } from './update/parse-update.ts';
export { DESCRIBED_FUNCTIONS, type DescribedFunction } from './expression/function-registry.ts';
export { csvValue } from './results/csv-value.ts';
export { RESULT_FORMATS } from './results/result-format.ts';
export { toTsvTerm } from './values/tsv-term.ts';
export { isVolatile } from './syntax/volatile-query.ts';
export type { Operation, PathExpression } from './algebra/algebra.ts';
export {
  type Bindings,
  type Condition,
  type Evaluator,
  evaluatorOf,
  type PreboundQuery,
} from './evaluator.ts';
export { isWellFormed } from './values/well-formed.ts';
