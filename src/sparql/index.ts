/** SPARQL: query text in, results out. */
export { comunicaEngine, loadComunica } from './comunica-engine.ts';
export type { Engine, QueryRequest, QueryResult, Solution, TabularResult } from './engine.ts';
export { type ParsedQuery, parseQuery, type QueryForm } from './parse.ts';
export { QuerySyntaxError } from './query-syntax-error.ts';
export { csvValue } from './results/csv.ts';
export { RESULT_FORMATS } from './results/result-format.ts';
export { toTsvTerm } from './results/tsv.ts';
