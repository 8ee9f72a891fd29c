/** The engine of a server: queries run in worker threads that share one store. */
import { availableParallelism } from 'node:os';
import { text as readText } from 'node:stream/consumers';
import { type Prefixes, type Quad, type Term, terms } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { refuse } from '../embedded-engine.ts';
import {
  chunksOf,
  type Engine,
  type LimitedEngine,
  type QueryLimits,
  type QueryResult,
  type Solution,
} from '../engine.ts';
import { fromPlain, type PlainHead, type PlainTerm, toPlain } from '../results/terms.ts';
import { createInlineAnswerer } from './inline-answers.ts';
import { type ParsedQuery, parseQuery } from '../syntax/parse.ts';
import { WorkerPool } from './worker-pool.ts';

export interface PooledEngineOptions {
  readonly baseIri: string;
  readonly prefixes: Prefixes;
  /** Number of worker threads; default: one less than there are cores, at least 1. */
  readonly workers?: number | undefined;
  /** Computing time of one query; default 30 s. */
  readonly timeoutMs?: number | undefined;
  /** Memory of one query; default 1 GiB. */
  readonly maxBytes?: number | undefined;
  /** URL patterns of the endpoints that SERVICE may call; default: this endpoint only. */
  readonly serviceAllow?: readonly string[];
  /** Whether the first query that needs one starts the threads; default false. */
  readonly isLazy?: boolean;
}

/** Length in characters above which a query is parsed in a worker, not in the main thread. */
const MAX_INLINE_PARSE = 32_768;
/** Limits of one query or update where no option sets them. */
export const DEFAULT_LIMITS: QueryLimits = { timeoutMs: 30_000, maxBytes: 1024 ** 3 };

export function pooledEngine(store: Store, options: PooledEngineOptions): LimitedEngine {
  const limits: QueryLimits = {
    timeoutMs: options.timeoutMs ?? DEFAULT_LIMITS.timeoutMs,
    maxBytes: options.maxBytes ?? DEFAULT_LIMITS.maxBytes,
  };
  const pool = new WorkerPool({
    columns: store.columns,
    baseIri: options.baseIri,
    prefixes: [...options.prefixes],
    workers: options.workers ?? Math.max(1, availableParallelism() - 1),
    ...limits,
    serviceAllow: options.serviceAllow ?? [],
    isLazy: options.isLazy ?? false,
  });
  const tryInline = createInlineAnswerer(store, {
    baseIri: options.baseIri,
    prefixes: options.prefixes,
  });
  const write: Engine['write'] = async (request, format) => {
    refuse(request.query);
    const complete = tryInline(request, format);
    if (complete) return { first: complete, rest: undefined };
    request.signal?.throwIfAborted();
    const chunks = pool.run({
      text: request.query.text,
      format,
      bindings: Array.from(request.bindings ?? [], ([name, term]) => [name, toPlain(term)]),
      defaultGraphs: request.dataset?.defaultGraphs ?? [],
      namedGraphs: request.dataset?.namedGraphs ?? [],
      endpoint: request.endpoint,
      isFederated: request.query.usesService,
      signal: request.signal,
    });
    const { value = new Uint8Array(0) } = await chunks.next();
    return { first: value, rest: chunks.isComplete ? undefined : chunks };
  };
  const parseInWorker = async (text: string): Promise<ParsedQuery> => {
    const job = { text, format: 'facts', bindings: [], defaultGraphs: [], namedGraphs: [] };
    const chunks = pool.run({
      ...job,
      endpoint: undefined,
      isFederated: false,
      signal: undefined,
    });
    const facts = JSON.parse(await readText(chunks)) as Omit<ParsedQuery, 'text'>;
    return Object.freeze({ ...facts, text });
  };
  return {
    parse: (text) => (text.length > MAX_INLINE_PARSE ? parseInWorker(text) : parseQuery(text)),
    write,
    query: async (request) => toResult(chunksOf(await write(request, 'terms'))),
    limits,
    start: () => pool.start(),
    close: () => pool.close(),
    retire: () => pool.retire(),
  };
}

/** Reads the internal format `terms` that `write` produces. */
async function toResult(chunks: AsyncIterable<Uint8Array>): Promise<QueryResult> {
  const lines = linesOf(chunks);
  const { value } = await lines.next();
  const head = JSON.parse(value as string) as PlainHead;
  switch (head.kind) {
    case 'boolean':
      return head;
    case 'solutions':
      return { ...head, solutions: solutionsOf(lines) };
    case 'quads':
      return { kind: 'quads', quads: quadsOf(lines) };
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let partial = '';
  for await (const chunk of chunks) {
    const lines = (partial + decoder.decode(chunk, { stream: true })).split('\n');
    partial = lines.pop() ?? '';
    yield* lines;
  }
}

async function* solutionsOf(lines: AsyncIterable<string>): AsyncIterable<Solution> {
  for await (const line of lines) yield (JSON.parse(line) as PlainTerm[]).map(fromPlain);
}

async function* quadsOf(lines: AsyncIterable<string>): AsyncIterable<Quad> {
  for await (const line of lines) {
    const [subject, predicate, object] = (JSON.parse(line) as PlainTerm[]).map(fromPlain) as Term[];
    yield terms.quad(subject as never, predicate as never, object as never);
  }
}
