/** Long work beside other requests: every few milliseconds the others have their turn. */

const TURN_MS = 15;

export class Turns {
  #sinceMs = performance.now();

  /** To be awaited between the steps of the work. */
  async rest(): Promise<void> {
    if (performance.now() - this.#sinceMs < TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#sinceMs = performance.now();
  }
}
