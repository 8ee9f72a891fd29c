/** The public interface of an engine: query text in, RDF/JS bindings, quads or a boolean out. */
import type { Bindings, Quad, Term } from '@rdfjs/types';
import { GraphpressError } from '../errors.ts';
import type { LimitedEngine, QueryResult as EngineResult, Solution } from '../sparql/index.ts';
import { SolutionBindings } from './bindings.ts';
import { type ResultStream, streamOf } from './result-stream.ts';

export interface QueryOptions {
  /** Aborting it ends the query; its promise or stream then fails with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/** SELECT gives bindings, CONSTRUCT and DESCRIBE give quads, ASK gives a boolean. */
export type QueryResult =
  | {
      readonly kind: 'bindings';
      /** Names without the question mark, in the order of the SELECT clause. */
      readonly variables: readonly string[];
      readonly bindings: ResultStream<Bindings>;
    }
  | { readonly kind: 'quads'; readonly quads: ResultStream<Quad> }
  | { readonly kind: 'boolean'; readonly value: boolean };

/**
 * Answers SPARQL queries in worker threads, each within the limits of time and memory. Methods reject with a
 * `GraphpressError`, whose `code` is for example `query-syntax`, `query-timeout` or `query-memory`.
 */
export interface QueryEngine {
  /** @example const result = await engine.query('SELECT * { ?s ?p ?o }'); */
  query(text: string, options?: QueryOptions): Promise<QueryResult>;
  /** @example for await (const row of await engine.queryBindings('SELECT ?s { ?s ?p ?o }')) console.log(row.get('s')); */
  queryBindings(text: string, options?: QueryOptions): Promise<ResultStream<Bindings>>;
  /** @example const quads = await (await engine.queryQuads('DESCRIBE <urn:a>')).toArray(); */
  queryQuads(text: string, options?: QueryOptions): Promise<ResultStream<Quad>>;
  /** @example const isThere = await engine.queryBoolean('ASK { <urn:a> ?p ?o }'); */
  queryBoolean(text: string, options?: QueryOptions): Promise<boolean>;
}

/** @param current gives the engine for the next query. */
export function queryEngine(current: () => LimitedEngine): QueryEngine {
  const query: QueryEngine['query'] = async (text, { signal } = {}) => {
    signal?.throwIfAborted();
    const engine = current();
    const parsed = await engine.parse(text);
    return toPublic(await engine.query({ query: parsed, ...(signal && { signal }) }));
  };
  return {
    query,
    queryBindings: async (text, options) => {
      const result = await query(text, options);
      return result.kind === 'bindings' ? result.bindings : otherForm('SELECT', result);
    },
    queryQuads: async (text, options) => {
      const result = await query(text, options);
      return result.kind === 'quads' ? result.quads : otherForm('CONSTRUCT or DESCRIBE', result);
    },
    queryBoolean: async (text, options) => {
      const result = await query(text, options);
      return result.kind === 'boolean' ? result.value : otherForm('ASK', result);
    },
  };
}

/** Ends a query whose result nothing will read. @throws {GraphpressError} */
function otherForm(expectedMethod: string, result: QueryResult): never {
  if (result.kind === 'bindings') result.bindings.destroy();
  if (result.kind === 'quads') result.quads.destroy();
  throw new GraphpressError(
    'bad-request',
    `this query gives ${result.kind === 'boolean' ? 'a boolean' : result.kind}: use ${expectedMethod}, or the method query()`,
  );
}

function toPublic(result: EngineResult): QueryResult {
  switch (result.kind) {
    case 'boolean':
      return result;
    case 'quads':
      return { kind: 'quads', quads: streamOf(result.quads) };
    case 'solutions': {
      const { variables, solutions } = result;
      return { kind: 'bindings', variables, bindings: streamOf(bindingsOf(variables, solutions)) };
    }
  }
}

async function* bindingsOf(
  variables: readonly string[],
  solutions: AsyncIterable<Solution>,
): AsyncGenerator<Bindings> {
  for await (const solution of solutions) {
    const bound = new Map<string, Term>();
    for (const [column, term] of solution.entries())
      if (term) bound.set(variables[column] as string, term);
    yield new SolutionBindings(bound);
  }
}
