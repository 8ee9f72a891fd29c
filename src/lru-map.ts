/** Longer texts are not worth the memory: nobody asks them twice in a row. */
const MAX_KEY_LENGTH = 16_384;
/** Of the keys of one generation together: what is remembered of a query is some thirty times as long as its text. */
const MAX_LENGTH = 2_000_000;

/**
 * A map that forgets what was not asked for lately. Entries are held in two generations; when the younger one is full
 * the older one goes, but for what was asked for meanwhile.
 */
export class LruMap<Key, Value> {
  readonly #generationSize: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  #youngLength = 0;

  constructor(maxSize: number) {
    this.#generationSize = Math.ceil(maxSize / 2);
  }

  get(key: Key): Value | undefined {
    const value = this.#young.get(key);
    if (value !== undefined) return value;
    const older = this.#old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    const length = typeof key === 'string' ? key.length : 0;
    if (length > MAX_KEY_LENGTH) return;
    if (!this.#young.has(key)) {
      if (this.#young.size >= this.#generationSize || this.#youngLength + length > MAX_LENGTH) {
        this.#old = this.#young;
        this.#young = new Map();
        this.#youngLength = 0;
      }
      this.#youngLength += length;
    }
    this.#young.set(key, value);
  }
}
