/**
 * Threads that answer queries. Each query has a worker to itself while it computes; one that is waited for by a slow
 * reader gives its worker free meanwhile. A worker that does not keep its deadline is killed and replaced.
 */
import { Worker } from 'node:worker_threads';
import { GraphpressError } from '../../errors.ts';
import { QueryLimitError } from '../errors/query-limit-error.ts';
import { CANCEL_SLOTS, type FromWorker, type ToWorker, type WorkerData } from './messages.ts';

export interface PoolOptions extends Omit<WorkerData, 'cancelled'> {
  /** Workers that are kept ready; at least 1. */
  readonly workers: number;
  readonly timeoutMs: number;
  /** Whether workers are started by the first query and not at once. */
  readonly isLazy: boolean;
}

export interface PoolJob extends Omit<ToWorker & { kind: 'start' }, 'kind' | 'job' | 'timeoutMs'> {
  readonly signal: AbortSignal | undefined;
}

/** How long a worker may overrun its deadline before it is killed. */
const GRACE_MS = 1000;
/** A query that computes this long no longer counts as one of the ready workers: another takes its place. */
const SLOW_MS = 50;
/** Workers that slow queries may hold beside those that are kept ready. */
const MAX_SLOW = 4;
/** Queries at a time that wait for other endpoints: each holds a worker, and another is made in its place. */
const MAX_FEDERATED = 4;
/** Queries that may wait for a worker. */
const MAX_WAITING = 1000;

interface Running {
  readonly number: number;
  readonly job: PoolJob;
  readonly chunks: ChunkQueue;
  worker: PoolWorker | undefined;
  /** Chunks the worker may still make before it is asked again. */
  credit: number;
  killTimer: NodeJS.Timeout | undefined;
}

interface PoolWorker {
  readonly thread: Worker;
  readonly jobs: Map<number, Running>;
  /** The job that computes; undefined for an idle worker. */
  busyWith: Running | undefined;
  isSlow: boolean;
  slowTimer: NodeJS.Timeout | undefined;
  isReady: boolean;
}

export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<PoolWorker>();
  readonly #waiting: Running[] = [];
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(CANCEL_SLOTS * 4));
  #jobs = 0;
  #isClosed = false;
  #isRetired = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    if (!options.isLazy) this.#startWorkers();
  }

  /** Begins a job. Reading the chunks may throw what went wrong. @throws {GraphpressError} `busy` when too many wait. */
  run(job: PoolJob): ChunkQueue {
    if (this.#waiting.length >= MAX_WAITING)
      throw new GraphpressError(
        'busy',
        'too many queries are waiting for an answer: ask again in a moment',
      );
    this.#jobs = (this.#jobs % 0x7fff_ffff) + 1;
    const running: Running = {
      number: this.#jobs,
      job,
      chunks: new ChunkQueue({
        onPull: () => this.#pull(running),
        onDrop: () => this.#drop(running),
      }),
      worker: undefined,
      credit: 2,
      killTimer: undefined,
    };
    job.signal?.addEventListener('abort', () => {
      this.#drop(running);
      running.chunks.fail(job.signal?.reason);
    });
    this.#waiting.push(running);
    if (this.#workers.size === 0) this.#startWorkers();
    this.#assign();
    return running.chunks;
  }

  /** Ends all workers as soon as nobody waits for them; who comes later still is answered. */
  retire(): void {
    this.#isRetired = true;
    this.#rest();
  }

  /** Ends all workers; what they were doing fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(Array.from(this.#workers, ({ thread }) => thread.terminate()));
  }

  /** How many threads there are now. */
  get size(): number {
    return this.#workers.size;
  }

  #startWorkers(): void {
    for (let count = 0; count < this.#options.workers; count += 1) this.#addWorker();
  }

  #rest(): void {
    const isBusy = this.#waiting.length > 0 || [...this.#workers].some(({ jobs }) => jobs.size > 0);
    if (isBusy || !this.#isRetired) return;
    for (const worker of this.#workers) this.#dismiss(worker);
  }

  #addWorker(): PoolWorker {
    const { workers: _, timeoutMs: __, isLazy: ___, ...data } = this.#options;
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const thread = new Worker(new URL(`./query-worker.${extension}`, import.meta.url), {
      workerData: { ...data, cancelled: this.#cancelled } satisfies WorkerData,
    });
    const worker: PoolWorker = {
      thread,
      jobs: new Map(),
      busyWith: undefined,
      isSlow: false,
      slowTimer: undefined,
      isReady: false,
    };
    thread.unref();
    thread.on('message', (message: FromWorker) => this.#hear(worker, message));
    thread.on('error', (error) => this.#lose(worker, error));
    thread.on('exit', () => this.#lose(worker, new Error('a query worker ended')));
    this.#workers.add(worker);
    return worker;
  }

  /** Gives waiting jobs to idle workers, those without paused jobs first. */
  #assign(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#workers]
        .filter((worker) => worker.busyWith === undefined && worker.isReady)
        .toSorted((a, b) => a.jobs.size - b.jobs.size)[0];
      const next = this.#waiting.findIndex(({ job }) => !job.isFederated || this.#mayFederate());
      const [running] = idle && next >= 0 ? this.#waiting.splice(next, 1) : [];
      if (!idle || !running) return;
      this.#start(idle, running);
    }
  }

  #mayFederate(): boolean {
    const busy = [...this.#workers].filter(({ busyWith }) => busyWith?.job.isFederated);
    return busy.length < MAX_FEDERATED;
  }

  #start(worker: PoolWorker, running: Running): void {
    const { signal: _, ...job } = running.job;
    const { timeoutMs } = this.#options;
    running.worker = worker;
    worker.jobs.set(running.number, running);
    this.#occupy(worker, running);
    this.#tell(worker, { kind: 'start', job: running.number, timeoutMs, ...job });
  }

  #occupy(worker: PoolWorker, running: Running): void {
    worker.busyWith = running;
    const mostMs = this.#options.timeoutMs + GRACE_MS;
    clearTimeout(running.killTimer);
    running.killTimer = setTimeout(() => this.#kill(worker, running), mostMs);
    running.killTimer.unref();
    // A process that waits for an answer must not end.
    worker.thread.ref();
    const patienceMs = running.job.isFederated ? 0 : SLOW_MS;
    worker.slowTimer = setTimeout(() => this.#callSlow(worker), patienceMs);
    worker.slowTimer.unref();
  }

  #release(worker: PoolWorker): void {
    worker.busyWith = undefined;
    worker.thread.unref();
    clearTimeout(worker.slowTimer);
    if (worker.isSlow) {
      worker.isSlow = false;
      const ready = [...this.#workers].filter((other) => !other.isSlow && other !== worker);
      // One more than is kept ready stays, for the next slow query.
      if (ready.length > this.#options.workers && worker.jobs.size === 0) this.#dismiss(worker);
    }
    this.#assign();
  }

  #callSlow(worker: PoolWorker): void {
    worker.isSlow = true;
    const slow = [...this.#workers].filter(({ isSlow }) => isSlow).length;
    const ready = this.#workers.size - slow;
    if (ready < this.#options.workers && slow <= MAX_SLOW) this.#addWorker();
  }

  #dismiss(worker: PoolWorker): void {
    this.#workers.delete(worker);
    void worker.thread.terminate();
  }

  #hear(worker: PoolWorker, message: FromWorker): void {
    if (message.kind === 'ready') {
      worker.isReady = true;
      this.#assign();
      return;
    }
    const running = worker.jobs.get(message.job);
    const isEnd = message.kind === 'error' || message.isLast;
    if (running) {
      running.credit -= 1;
      if (isEnd) this.#forget(running);
      if (message.kind === 'chunk') running.chunks.push(message.bytes, message.isLast);
      else running.chunks.fail(toError(message, this.#options.timeoutMs));
    }
    const isPaused = running !== undefined && running.credit === 0;
    if (worker.busyWith?.number === message.job && (isEnd || isPaused)) this.#release(worker);
  }

  #pull(running: Running): void {
    const { worker } = running;
    if (!worker || !worker.jobs.has(running.number)) return;
    running.credit += 1;
    if (worker.busyWith === undefined) this.#occupy(worker, running);
    this.#tell(worker, { kind: 'pull', job: running.number });
  }

  /** Nobody waits for the job any more. */
  #drop(running: Running): void {
    const waiting = this.#waiting.indexOf(running);
    if (waiting >= 0) this.#waiting.splice(waiting, 1);
    this.#rest();
    const { worker } = running;
    if (!worker || !worker.jobs.has(running.number)) return;
    Atomics.store(this.#cancelled, running.number % CANCEL_SLOTS, running.number);
    const isBusy = worker.busyWith === running;
    this.#tell(worker, { kind: 'drop', job: running.number });
    clearTimeout(running.killTimer);
    if (!isBusy) {
      this.#forget(running);
      return;
    }
    // It ends at its next look at the flag; the worker is killed if it never looks.
    running.killTimer = setTimeout(() => this.#kill(worker, running), GRACE_MS);
    running.killTimer.unref();
  }

  #forget(running: Running): void {
    clearTimeout(running.killTimer);
    running.worker?.jobs.delete(running.number);
    this.#rest();
  }

  #kill(worker: PoolWorker, running: Running): void {
    if (worker.busyWith !== running) {
      // It waits for its reader: the deadline is for computing.
      return;
    }
    running.chunks.fail(new QueryLimitError('time', this.#options.timeoutMs));
    this.#forget(running);
    this.#lose(worker, new Error('a query worker was stopped'));
    void worker.thread.terminate();
  }

  #lose(worker: PoolWorker, error: unknown): void {
    if (!this.#workers.delete(worker)) return;
    clearTimeout(worker.slowTimer);
    for (const running of worker.jobs.values()) {
      clearTimeout(running.killTimer);
      running.chunks.fail(error);
    }
    worker.jobs.clear();
    if (this.#isClosed || (this.#isRetired && this.#waiting.length === 0)) return;
    const ready = [...this.#workers].filter(({ isSlow }) => !isSlow).length;
    if (ready < this.#options.workers) this.#addWorker();
  }

  #tell(worker: PoolWorker, message: ToWorker): void {
    worker.thread.postMessage(message);
  }
}

function toError(
  { code, message, details }: FromWorker & { kind: 'error' },
  timeoutMs: number,
): Error {
  if (code === undefined) return new Error(message);
  if (code === 'query-timeout') return new QueryLimitError('time', timeoutMs);
  if (code === 'query-memory')
    return new QueryLimitError('memory', details['allowedBytes'] as number);
  return new GraphpressError(code, message, details);
}

interface ChunkEvents {
  readonly onPull: () => void;
  readonly onDrop: () => void;
}

/** Chunks on their way to one reader. */
export class ChunkQueue implements AsyncIterableIterator<Uint8Array> {
  readonly #events: ChunkEvents;
  readonly #chunks: Uint8Array[] = [];
  #isEnded = false;
  #failure: { readonly error: unknown } | undefined;
  #reader: (() => void) | undefined;

  constructor(events: ChunkEvents) {
    this.#events = events;
  }

  push(bytes: Uint8Array, isLast: boolean): void {
    if (bytes.length > 0) this.#chunks.push(bytes);
    if (isLast) this.#isEnded = true;
    this.#wake();
  }

  fail(error: unknown): void {
    if (this.#isEnded) return;
    this.#failure ??= { error };
    this.#wake();
  }

  /** Whether everything was read. */
  get isComplete(): boolean {
    return this.#isEnded && this.#chunks.length === 0;
  }

  async next(): Promise<IteratorResult<Uint8Array>> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk) {
        if (!this.#isEnded) this.#events.onPull();
        return { done: false, value: chunk };
      }
      if (this.#failure) throw this.#failure.error;
      if (this.#isEnded) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.#reader = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<Uint8Array>> {
    if (!this.#isEnded) this.#events.onDrop();
    this.#isEnded = true;
    this.#chunks.length = 0;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array> {
    return this;
  }

  #wake(): void {
    this.#reader?.();
    this.#reader = undefined;
  }
}
