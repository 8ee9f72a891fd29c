/** The engine in the calling thread: for the command line, rules and checks. Servers use the pool. */
import { GraphpressError } from '../errors.ts';
import { type Prefixes, type Quad, terms as makeTerms, withWellKnown } from '../rdf/index.ts';
import type { Store } from '../store/index.ts';
import type { TranslatedQuery } from './algebra/algebra.ts';
import { type Answer, type AnswerOptions, answerQuery } from './answer.ts';
import { answerFederated, isOwnEndpoint } from './answer-federated.ts';
import type { Engine, QueryRequest, QueryResult, Solution, WrittenAnswer } from './engine.ts';
import type { Batch } from './exec/batch/batch.ts';
import type { Limits } from './exec/context/query-budget.ts';
import type { QueryTerms } from './values/query-terms.ts';
import { type ParsedQuery, parseQuery } from './syntax/parse.ts';
import { algebraOf } from './syntax/query-algebra.ts';
import { type ServiceClient, serviceClient } from './service/service-client.ts';
import { readServiceTargets } from './service/service-targets.ts';
import { writeAnswer } from './write-answer.ts';

export interface EmbeddedEngineOptions {
  /** Against which relative IRIs in queries resolve. */
  readonly baseIri: string;
  /** What one query may use; default: unlimited. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** For graphs that are written, and for plans. */
  readonly prefixes?: Prefixes;
  /** Calls other endpoints; default: none may be called. */
  readonly services?: ServiceClient;
}

/** An engine that answers queries over `store`. Updates are refused. */
export function embeddedEngine(store: Store, options: EmbeddedEngineOptions): Engine {
  const { baseIri, timeoutMs = Infinity, maxBytes = Infinity } = options;
  const prefixes = options.prefixes ?? withWellKnown(new Map());
  const services = options.services ?? serviceClient(readServiceTargets([]));
  const algebras = new WeakMap<ParsedQuery, TranslatedQuery>();
  const translate = (query: ParsedQuery) => {
    let algebra = algebras.get(query);
    if (!algebra) {
      algebra = algebraOf(query, baseIri);
      algebras.set(query, algebra);
    }
    return algebra;
  };
  const answer = async (request: QueryRequest): Promise<Answer> => {
    const { query, bindings, dataset, signal } = request;
    refuse(query);
    signal?.throwIfAborted();
    const limits: Limits = {
      timeoutMs,
      deadlineMs: performance.now() + timeoutMs,
      maxBytes,
      isCancelled: () => signal?.aborted === true,
    };
    const answerOptions: AnswerOptions = {
      baseIri,
      limits,
      ...(bindings && { bindings }),
      ...(dataset && { dataset }),
    };
    return query.usesService
      ? answerFederated(store, translate(query), answerOptions, {
          client: services,
          isOwn: isOwnEndpoint(baseIri, request.endpoint),
          translate: (text) => translate(parseQuery(text)),
        })
      : answerQuery(store, translate(query), answerOptions);
  };
  return {
    parse: parseQuery,
    query: async (request) => toQueryResult(await answer(request), request.signal),
    write: async (request, format) =>
      startingNow(writeAnswer(await answer(request), format, prefixes), request.signal),
  };
}

/** The chunks, the first of which is made before this returns, so that an error is thrown before any byte is written. */
async function startingNow(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<WrittenAnswer> {
  const iterator = (async function* all() {
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      yield chunk;
    }
  })();
  const { done, value } = await iterator.next();
  return done === true
    ? { first: new Uint8Array(0), rest: undefined }
    : { first: value, rest: iterator };
}

/** @throws {GraphpressError} for what is no query over this dataset. */
export function refuse(query: ParsedQuery): void {
  if (query.form === 'update')
    throw new GraphpressError(
      'read-only',
      'this endpoint is read-only: it takes queries, not updates',
    );
}

function toQueryResult({ result, terms }: Answer, signal: AbortSignal | undefined): QueryResult {
  switch (result.kind) {
    case 'boolean':
      return result;
    case 'solutions':
      return {
        kind: 'solutions',
        variables: result.variables,
        solutions: toSolutions(result.batches, terms, signal),
      };
    case 'triples':
      return { kind: 'quads', quads: toQuads(result.batches, terms, signal) };
  }
}

async function* toSolutions(
  batches: Iterable<Batch>,
  terms: QueryTerms,
  signal: AbortSignal | undefined,
): AsyncIterable<Solution> {
  for (const { columns, length } of batches)
    for (let row = 0; row < length; row += 1) {
      signal?.throwIfAborted();
      yield columns.map((column) => {
        const id = column[row] as number;
        return id === 0 ? undefined : terms.termOf(id);
      });
    }
}

async function* toQuads(
  batches: Iterable<Batch>,
  terms: QueryTerms,
  signal: AbortSignal | undefined,
): AsyncIterable<Quad> {
  for (const { columns, length } of batches)
    for (let row = 0; row < length; row += 1) {
      signal?.throwIfAborted();
      const [subject, predicate, object] = columns.map((column) =>
        terms.termOf(column[row] as number),
      );
      yield makeTerms.quad(subject as never, predicate as never, object as never);
    }
}
