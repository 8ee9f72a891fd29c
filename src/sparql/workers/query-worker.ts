/** A worker thread: evaluates queries over the shared store and sends chunks of bytes as far as credit allows. */
import { parentPort, workerData } from 'node:worker_threads';
import { GraphpressError } from '../../errors.ts';
import type { Term } from '../../rdf/index.ts';
import { Store } from '../../store/index.ts';
import { type QueryAnswerer, createAnswerer } from './answering.ts';
import { CANCEL_SLOTS, type FromWorker, type ToWorker, type WorkerData } from './messages.ts';
import { CHUNK_BYTES } from '../results/byte-writer.ts';
import { fromPlain } from '../results/terms.ts';

/** Chunks that are sent ahead of the consumer. */
const PREFETCH = 2;

interface Job {
  readonly chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  /** How many more chunks may be made. */
  credit: number;
  isMaking: boolean;
  /** Made already, not sent yet. */
  ahead: IteratorResult<Uint8Array> | undefined;
}

const { columns, baseIri, prefixes, maxBytes, serviceAllow, cancelled } = workerData as WorkerData;
const answerer: QueryAnswerer = createAnswerer(new Store(columns), {
  baseIri,
  prefixes: new Map(prefixes),
  maxBytes,
  serviceAllow,
});
const jobs = new Map<number, Job>();

const post = (message: FromWorker, transfer: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer as ArrayBuffer[]);

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'start':
      start(message);
      break;
    case 'pull': {
      const job = jobs.get(message.job);
      if (!job) return;
      job.credit += 1;
      void make(message.job, job);
      break;
    }
    case 'cancel':
      jobs.delete(message.job);
  }
});
post({ kind: 'ready' });

function start(message: ToWorker & { kind: 'start' }): void {
  const { job: number, text, format, timeoutMs, endpoint, isFederated } = message;
  const slot = number % CANCEL_SLOTS;
  try {
    const bindings = message.bindings.map(
      ([name, value]) => [name, fromPlain(value) as Term] as const,
    );
    const chunks = answerer.answer({
      text,
      format,
      timeoutMs,
      endpoint,
      isFederated,
      bindings: new Map(bindings),
      dataset: { defaultGraphs: message.defaultGraphs, namedGraphs: message.namedGraphs },
      isCancelled: () => Atomics.load(cancelled, slot) === number,
    });
    const iterator =
      Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
    const job: Job = { chunks: iterator, credit: PREFETCH, isMaking: false, ahead: undefined };
    jobs.set(number, job);
    void make(number, job);
  } catch (error) {
    fail(number, error);
  }
}

/** Makes chunks while there is credit; other messages are read in between. */
async function make(number: number, job: Job): Promise<void> {
  if (job.isMaking) return;
  job.isMaking = true;
  try {
    while (job.credit > 0 && jobs.has(number)) {
      const next = job.ahead ?? (await job.chunks.next());
      job.ahead = undefined;
      const bytes = next.done === true ? new Uint8Array(0) : next.value;
      // A short chunk is usually the last one: detecting that now saves a message.
      if (next.done !== true && bytes.length < CHUNK_BYTES) job.ahead = await job.chunks.next();
      const isLast = next.done === true || job.ahead?.done === true;
      if (isLast) jobs.delete(number);
      job.credit -= 1;
      send(number, bytes, isLast);
    }
  } catch (error) {
    jobs.delete(number);
    fail(number, error);
  } finally {
    job.isMaking = false;
  }
}

function send(job: number, bytes: Uint8Array, isLast: boolean): void {
  post({ kind: 'chunk', job, bytes, isLast }, [bytes.buffer as ArrayBuffer]);
}

function fail(job: number, error: unknown): void {
  const expected = error instanceof GraphpressError ? error : undefined;
  const isCancelled = error instanceof DOMException;
  post({
    kind: 'error',
    job,
    code: expected?.code ?? (isCancelled ? 'cancelled' : undefined),
    message: (error as Error).message,
    details: expected?.details ?? {},
  });
}
