/** A queue of chunks with back pressure. */
interface ChunkQueueEvents {
  /** A chunk was delivered and more are expected: one more may be made. */
  readonly onPull: () => void;
  /** The consumer stopped before the end. */
  readonly onCancel: () => void;
}

/**
 * The chunks of one answer between a worker and its one consumer: an asynchronous iterator that requests another chunk
 * with each one it delivers.
 */
export class ChunkQueue implements AsyncIterableIterator<Uint8Array> {
  readonly #events: ChunkQueueEvents;
  readonly #chunks: Uint8Array[] = [];
  #isEnded = false;
  #failure: { readonly error: unknown } | undefined;
  #resume: (() => void) | undefined;

  constructor(events: ChunkQueueEvents) {
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

  /** Whether the last chunk has been delivered. */
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
        this.#resume = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<Uint8Array>> {
    if (!this.#isEnded) this.#events.onCancel();
    this.#isEnded = true;
    this.#chunks.length = 0;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array> {
    return this;
  }

  #wake(): void {
    this.#resume?.();
    this.#resume = undefined;
  }
}
