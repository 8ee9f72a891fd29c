/** The interface of SPARQL engines, which has several implementations. */
import type { Quad, Term } from '../rdf/index.ts';
import type { ParsedQuery } from './syntax/parse.ts';

/** A query to run, with its parameters. */
export interface QueryRequest {
  readonly query: ParsedQuery;
  /** Values that variables have from the start, by name without the question mark. */
  readonly bindings?: ReadonlyMap<string, Term>;
  /** The protocol's dataset, which takes the place of FROM and FROM NAMED. https://www.w3.org/TR/sparql11-protocol/#dataset */
  readonly dataset?: {
    readonly defaultGraphs: readonly string[];
    readonly namedGraphs: readonly string[];
  };
  /** The URL of the request: SERVICE with that IRI is evaluated by this engine. */
  readonly endpoint?: string;
  /** Aborting it ends the query; its results then throw. */
  readonly signal?: AbortSignal;
}

/** A solution: the terms in the order of the result's variables, undefined where unbound. */
export type Solution = readonly (Term | undefined)[];

/** The result of a query. Rows are yielded as they are found; reading them may throw errors of the evaluation. */
export type QueryResult =
  | {
      readonly kind: 'solutions';
      readonly variables: readonly string[];
      readonly solutions: AsyncIterable<Solution>;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'quads'; readonly quads: AsyncIterable<Quad> };

/** Answers SPARQL queries over one dataset. */
export interface Engine {
  /** Reads query text; a long one where that delays no other request. @throws {QuerySyntaxError} or one with its code. */
  parse(text: string): ParsedQuery | Promise<ParsedQuery>;
  /** @throws {GraphpressError} for a query that this engine refuses. */
  query(request: QueryRequest): Promise<QueryResult>;
  /**
   * The answer as bytes, made where it is found.
   * @param format short name of a result format or an RDF format, or "explain" for the plan and its figures.
   * @throws {GraphpressError} for errors before the first byte; reading on may throw later ones.
   */
  write(request: QueryRequest, format: string): Promise<WrittenAnswer>;
}

/** What one query may use. */
export interface QueryLimits {
  /** Computing time in milliseconds. */
  readonly timeoutMs: number;
  /** Memory in bytes. */
  readonly maxBytes: number;
}

/** An engine for requests from outside: every query ends within limits and none blocks the calling thread. */
export interface LimitedEngine extends Engine {
  readonly limits: QueryLimits;
  /** Starts the threads now, so that the first query does not wait for them. */
  start(): void;
  /** Terminates the threads; running queries fail. */
  close(): Promise<void>;
  /** Terminates the threads once no query is running. */
  retire(): void;
}

/** An answer in bytes: most fit into the first chunk. */
export interface WrittenAnswer {
  readonly first: Uint8Array;
  /** What follows; undefined where the first chunk is all. */
  readonly rest: AsyncIterableIterator<Uint8Array> | undefined;
}

/** All chunks of an answer. */
export async function* chunksOf({ first, rest }: WrittenAnswer): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    if (rest) yield* rest;
  } finally {
    await rest?.return?.();
  }
}
