/**
 * The worker threads that evaluate queries. A query occupies a worker while it computes; while it waits for a slow
 * consumer, the worker is free for other jobs. A worker that exceeds its deadline is terminated and replaced.
 */
import { Worker } from 'node:worker_threads';
import { GraphpressError } from '../../errors.ts';
import { QueryLimitError } from '../errors/query-limit-error.ts';
import { ChunkQueue } from './chunk-queue.ts';
import { CANCEL_SLOTS, type FromWorker, type ToWorker, type WorkerData } from './messages.ts';

export interface PoolOptions extends Omit<WorkerData, 'cancelled'> {
  /** Workers available for fast queries; at least 1. */
  readonly workers: number;
  readonly timeoutMs: number;
  /** Whether the first job starts the workers; otherwise the constructor does. */
  readonly isLazy: boolean;
}

export interface PoolJob extends Omit<ToWorker & { kind: 'start' }, 'kind' | 'job' | 'timeoutMs'> {
  readonly signal: AbortSignal | undefined;
}

/** How long a worker may exceed the deadline of its job before it is terminated. */
const GRACE_MS = 1000;
/** A worker that computes for this long is marked as slow and no longer counts as ready: another one is started. */
const SLOW_MS = 50;
/** Slow workers that are replaced by an additional ready one. */
const MAX_SLOW = 4;
/** Federated queries that run at one time: each occupies a worker while it waits for other endpoints. */
const MAX_FEDERATED = 4;
/** Length of the queue of jobs without a worker; more are refused with `busy`. */
const MAX_QUEUED = 1000;

interface Running {
  readonly number: number;
  readonly job: PoolJob;
  readonly chunks: ChunkQueue;
  worker: PoolWorker | undefined;
  /** Chunks that the worker may send before the next `pull`. */
  credit: number;
  killTimer: NodeJS.Timeout | undefined;
  /** Listens to the signal of the job until the job ends. */
  onAbort: (() => void) | undefined;
}

interface PoolWorker {
  readonly thread: Worker;
  readonly jobs: Map<number, Running>;
  /** The job that computes; undefined for a worker that computes nothing. */
  busyWith: Running | undefined;
  isSlow: boolean;
  slowTimer: NodeJS.Timeout | undefined;
  isReady: boolean;
}

export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #workers = new Set<PoolWorker>();
  readonly #queued: Running[] = [];
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(CANCEL_SLOTS * 4));
  #jobs = 0;
  #isClosed = false;
  #isRetired = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    if (!options.isLazy) this.start();
  }

  /** Starts or queues a job. Its errors are thrown by the returned iterator. @throws {GraphpressError} `busy` when the queue is full. */
  run(job: PoolJob): ChunkQueue {
    if (this.#isClosed) throw closedError();
    if (this.#queued.length >= MAX_QUEUED)
      throw new GraphpressError('busy', 'too many queries are waiting: try again in a moment');
    this.#jobs = (this.#jobs % 0x7fff_ffff) + 1;
    const running: Running = {
      number: this.#jobs,
      job,
      chunks: new ChunkQueue({
        onPull: () => this.#pull(running),
        onCancel: () => this.#cancel(running),
      }),
      worker: undefined,
      credit: 2,
      killTimer: undefined,
      onAbort: undefined,
    };
    running.onAbort = () => {
      this.#cancel(running);
      running.chunks.fail(job.signal?.reason);
    };
    job.signal?.addEventListener('abort', running.onAbort);
    this.#queued.push(running);
    this.start();
    this.#assign();
    return running.chunks;
  }

  /** Terminates the workers once no job is running or queued. A later job still starts workers. */
  retire(): void {
    this.#isRetired = true;
    this.#terminateIfIdle();
  }

  /** Fails all jobs, running and queued, with `closed` and terminates all workers. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const running = Array.from(this.#workers, ({ jobs }) => [...jobs.values()]).flat();
    for (const job of [...this.#queued.splice(0), ...running]) {
      this.#finish(job);
      job.chunks.fail(closedError());
    }
    for (const { slowTimer } of this.#workers) clearTimeout(slowTimer);
    await Promise.all(Array.from(this.#workers, ({ thread }) => thread.terminate()));
  }

  /** Number of threads. */
  get size(): number {
    return this.#workers.size;
  }

  /** Starts the workers unless they are running. */
  start(): void {
    if (this.#workers.size > 0) return;
    for (let count = 0; count < this.#options.workers; count += 1) this.#addWorker();
  }

  #terminateIfIdle(): void {
    const isBusy = this.#queued.length > 0 || [...this.#workers].some(({ jobs }) => jobs.size > 0);
    if (isBusy || !this.#isRetired) return;
    for (const worker of this.#workers) this.#terminate(worker);
  }

  #addWorker(): void {
    if (this.#isClosed) return;
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
    thread.on('message', (message: FromWorker) => this.#onMessage(worker, message));
    thread.on('error', (error) => this.#onExit(worker, error));
    thread.on('exit', () => this.#onExit(worker, new Error('a query worker ended')));
    this.#workers.add(worker);
  }

  /** Assigns queued jobs to idle workers, those without paused jobs first. */
  #assign(): void {
    while (this.#queued.length > 0) {
      const idle = [...this.#workers]
        .filter((worker) => worker.busyWith === undefined && worker.isReady)
        .toSorted((a, b) => a.jobs.size - b.jobs.size)[0];
      const next = this.#queued.findIndex(
        ({ job }) => !job.isFederated || this.#canStartFederated(),
      );
      const [running] = idle && next >= 0 ? this.#queued.splice(next, 1) : [];
      if (!idle || !running) return;
      this.#start(idle, running);
    }
  }

  #canStartFederated(): boolean {
    const busy = [...this.#workers].filter(({ busyWith }) => busyWith?.job.isFederated);
    return busy.length < MAX_FEDERATED;
  }

  #start(worker: PoolWorker, running: Running): void {
    const { signal: _, ...job } = running.job;
    const { timeoutMs } = this.#options;
    running.worker = worker;
    worker.jobs.set(running.number, running);
    this.#occupy(worker, running);
    this.#post(worker, { kind: 'start', job: running.number, timeoutMs, ...job });
  }

  #occupy(worker: PoolWorker, running: Running): void {
    worker.busyWith = running;
    const mostMs = this.#options.timeoutMs + GRACE_MS;
    clearTimeout(running.killTimer);
    running.killTimer = setTimeout(() => this.#kill(worker, running), mostMs);
    running.killTimer.unref();
    // The process must not exit while a job is running.
    worker.thread.ref();
    const slowAfterMs = running.job.isFederated ? 0 : SLOW_MS;
    worker.slowTimer = setTimeout(() => this.#markSlow(worker), slowAfterMs);
    worker.slowTimer.unref();
  }

  #release(worker: PoolWorker): void {
    worker.busyWith = undefined;
    worker.thread.unref();
    clearTimeout(worker.slowTimer);
    if (worker.isSlow) {
      worker.isSlow = false;
      const ready = [...this.#workers].filter((other) => !other.isSlow && other !== worker);
      // One more than the configured number is retained for the next slow query.
      if (ready.length > this.#options.workers && worker.jobs.size === 0) this.#terminate(worker);
    }
    this.#assign();
  }

  #markSlow(worker: PoolWorker): void {
    worker.isSlow = true;
    const slow = [...this.#workers].filter(({ isSlow }) => isSlow).length;
    const ready = this.#workers.size - slow;
    if (ready < this.#options.workers && slow <= MAX_SLOW) this.#addWorker();
  }

  #terminate(worker: PoolWorker): void {
    this.#workers.delete(worker);
    void worker.thread.terminate();
  }

  #onMessage(worker: PoolWorker, message: FromWorker): void {
    // A message that arrives while the thread is being terminated must not let the process exit before the thread.
    if (this.#isClosed || !this.#workers.has(worker)) return;
    if (message.kind === 'ready') {
      worker.isReady = true;
      // Only a worker that starts or computes prevents the process from exiting.
      worker.thread.unref();
      this.#assign();
      return;
    }
    const running = worker.jobs.get(message.job);
    const isEnd = message.kind === 'error' || message.isLast;
    if (running) {
      running.credit -= 1;
      if (isEnd) this.#finish(running);
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
    this.#post(worker, { kind: 'pull', job: running.number });
  }

  /** The consumer of the job stopped reading. */
  #cancel(running: Running): void {
    const position = this.#queued.indexOf(running);
    if (position >= 0) {
      this.#queued.splice(position, 1);
      this.#finish(running);
    }
    const { worker } = running;
    if (!worker || !worker.jobs.has(running.number)) return;
    Atomics.store(this.#cancelled, running.number % CANCEL_SLOTS, running.number);
    const isBusy = worker.busyWith === running;
    this.#post(worker, { kind: 'cancel', job: running.number });
    clearTimeout(running.killTimer);
    if (!isBusy) {
      this.#finish(running);
      return;
    }
    // The job ends when it next reads the flag; the worker is terminated if it does not.
    running.killTimer = setTimeout(() => this.#kill(worker, running), GRACE_MS);
    running.killTimer.unref();
  }

  #finish(running: Running): void {
    clearTimeout(running.killTimer);
    if (running.onAbort) running.job.signal?.removeEventListener('abort', running.onAbort);
    running.worker?.jobs.delete(running.number);
    this.#terminateIfIdle();
  }

  #kill(worker: PoolWorker, running: Running): void {
    // The deadline counts computing time only, not waiting for the consumer.
    if (worker.busyWith !== running) return;
    running.chunks.fail(new QueryLimitError('time', this.#options.timeoutMs));
    this.#finish(running);
    this.#onExit(worker, new Error('a query worker was stopped'));
    void worker.thread.terminate();
  }

  #onExit(worker: PoolWorker, error: unknown): void {
    if (!this.#workers.delete(worker)) return;
    clearTimeout(worker.slowTimer);
    for (const running of worker.jobs.values()) {
      this.#finish(running);
      running.chunks.fail(error);
    }
    if (this.#isClosed || (this.#isRetired && this.#queued.length === 0)) return;
    const ready = [...this.#workers].filter(({ isSlow }) => !isSlow).length;
    if (ready < this.#options.workers) this.#addWorker();
  }

  #post(worker: PoolWorker, message: ToWorker): void {
    worker.thread.postMessage(message);
  }
}

function closedError(): GraphpressError {
  return new GraphpressError('closed', 'this publication is closed');
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
