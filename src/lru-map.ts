/** A bounded cache of two generations (second chance), for texts such as queries. */

/** Length in characters above which a key is not cached. */
const MAX_KEY_LENGTH = 16_384;
/** Total length of the keys of one generation: a cached query takes about thirty times the memory of its text. */
const MAX_LENGTH = 2_000_000;

/**
 * A map that evicts entries not used recently. When the young generation is full, the old one is dropped; an entry of
 * the old generation that is used moves to the young one.
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
