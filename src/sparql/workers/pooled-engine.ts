/** The engine of a server: queries run in worker threads, which share one store. */
import { availableParallelism } from 'node:os';
import { text as readText } from 'node:stream/consumers';
import { type Prefixes, type Quad, type Term, terms } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { refuse } from '../embedded-engine.ts';
import { chunksOf, type Engine, type QueryResult, type Solution } from '../engine.ts';
import { fromPlain, type PlainHead, type PlainTerm, toPlain } from '../results/terms.ts';
import { startQuickAnswers } from './quick-answers.ts';
import { type ParsedQuery, parseQuery } from '../syntax/parse.ts';
import { WorkerPool } from './worker-pool.ts';

export interface PooledEngineOptions {
  readonly baseIri: string;
  readonly prefixes: Prefixes;
  /** Threads kept ready for queries; default: one less than there are cores, at least 1. */
  readonly workers?: number | undefined;
  /** How long one query may compute; default 30 s. */
  readonly timeoutMs?: number | undefined;
  /** How much one query may hold; default 1 GiB. */
  readonly maxBytes?: number | undefined;
  /** Patterns of the endpoints that SERVICE may ask; default: none but this one. */
  readonly serviceAllow?: readonly string[];
  /** Whether threads are started by the first query that needs one; default: at once. */
  readonly isLazy?: boolean;
}

export interface PooledEngine extends Engine {
  /** Ends the threads. */
  close(): Promise<void>;
  /** Ends them as soon as nobody waits for them. */
  retire(): void;
}

/** Characters above which reading a query takes longer than the thread that serves everybody should be kept. */
const LONG_TEXT = 32_768;
/** What one query or update may use where nobody says otherwise. */
export const DEFAULT_LIMITS = { timeoutMs: 30_000, maxBytes: 1024 ** 3 };

export function pooledEngine(store: Store, options: PooledEngineOptions): PooledEngine {
  const pool = new WorkerPool({
    columns: store.columns,
    baseIri: options.baseIri,
    prefixes: [...options.prefixes],
    workers: options.workers ?? Math.max(1, availableParallelism() - 1),
    timeoutMs: options.timeoutMs ?? DEFAULT_LIMITS.timeoutMs,
    maxBytes: options.maxBytes ?? DEFAULT_LIMITS.maxBytes,
    serviceAllow: options.serviceAllow ?? [],
    isLazy: options.isLazy ?? false,
  });
  const quick = startQuickAnswers(store, {
    baseIri: options.baseIri,
    prefixes: options.prefixes,
  });
  const write: Engine['write'] = async (request, format) => {
    refuse(request.query);
    const whole = quick(request, format);
    if (whole) return { first: whole, rest: undefined };
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
  const parseElsewhere = async (text: string): Promise<ParsedQuery> => {
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
    parse: (text) => (text.length > LONG_TEXT ? parseElsewhere(text) : parseQuery(text)),
    write,
    query: async (request) => toResult(chunksOf(await write(request, 'terms'))),
    close: () => pool.close(),
    retire: () => pool.retire(),
  };
}

/** Reads what `write` makes of the format "terms". */
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
  let open = '';
  for await (const chunk of chunks) {
    const lines = (open + decoder.decode(chunk, { stream: true })).split('\n');
    open = lines.pop() ?? '';
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
