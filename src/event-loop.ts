/** Long work beside other requests: it yields to the event loop every few milliseconds. */

const INTERVAL_MS = 15;

export class EventLoopYield {
  #lastMs = performance.now();

  /** To be awaited between the steps of the work: lets other work run if the interval is over. */
  async yieldIfDue(): Promise<void> {
    if (performance.now() - this.#lastMs < INTERVAL_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#lastMs = performance.now();
  }
}
