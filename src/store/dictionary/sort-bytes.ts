/** Sorts texts by their bytes, which is by code points: most significant byte first, shared starts skipped. */

import { release, scratchUint32 } from '../memory/scratch.ts';

export interface Texts {
  readonly bytes: Uint8Array;
  /** Text `id` is bytes[offsets[id], offsets[id + 1]). */
  readonly offsets: Float64Array;
}

/** Below this many, comparing is quicker than counting. */
const FEW = 24;

/**
 * Sorts ids in place by their texts.
 * @param onTie sorts ids of equal texts in place.
 */
export function sortByBytes(
  ids: Uint32Array,
  texts: Texts,
  onTie: (equal: Uint32Array) => void = () => {},
): void {
  const spare = scratchUint32(ids.length);
  new ByteSorter(texts, spare, onTie).sort(ids, 0);
  release(spare);
}

class ByteSorter {
  readonly #bytes: Uint8Array;
  readonly #offsets: Float64Array;
  readonly #spare: Uint32Array;
  readonly #onTie: (equal: Uint32Array) => void;

  constructor({ bytes, offsets }: Texts, spare: Uint32Array, onTie: (equal: Uint32Array) => void) {
    this.#bytes = bytes;
    this.#offsets = offsets;
    this.#spare = spare;
    this.#onTie = onTie;
  }

  sort(ids: Uint32Array, depth: number): void {
    let from = depth;
    while (ids.length > FEW) {
      from = this.#sharedLength(ids, from);
      const counts = this.#count(ids, from);
      this.#scatter(ids, from, counts);
      // counts[bucket] is now the end of the bucket; bucket 0 holds the texts that end here.
      let largest = 0;
      let largestStart = 0;
      let largestEnd = 0;
      for (let bucket = 0; bucket < 257; bucket += 1) {
        const start = bucket === 0 ? 0 : (counts[bucket - 1] as number);
        const end = counts[bucket] as number;
        if (end - start < 2) continue;
        if (bucket === 0) this.#onTie(ids.subarray(start, end));
        else if (end - start > largestEnd - largestStart) {
          if (largestEnd > largestStart)
            this.sort(ids.subarray(largestStart, largestEnd), from + 1);
          [largest, largestStart, largestEnd] = [bucket, start, end];
        } else this.sort(ids.subarray(start, end), from + 1);
      }
      if (largest === 0) return;
      // The largest bucket goes on in this call, so that calls nest only as deep as the logarithm.
      ids = ids.subarray(largestStart, largestEnd);
      from += 1;
    }
    this.#insert(ids, from);
  }

  /** How many bytes, at least `depth`, all of the texts have in common. */
  #sharedLength(ids: Uint32Array, depth: number): number {
    const bytes = this.#bytes;
    const offsets = this.#offsets;
    const first = offsets[ids[0] as number] as number;
    let shared = (offsets[(ids[0] as number) + 1] as number) - first;
    for (let index = 1; index < ids.length && shared > depth; index += 1) {
      const id = ids[index] as number;
      const start = offsets[id] as number;
      const limit = Math.min(shared, (offsets[id + 1] as number) - start);
      let at = depth;
      while (at < limit && bytes[first + at] === bytes[start + at]) at += 1;
      shared = at;
    }
    return Math.max(shared, depth);
  }

  #bucketOf(id: number, depth: number): number {
    const at = (this.#offsets[id] as number) + depth;
    return at < (this.#offsets[id + 1] as number) ? (this.#bytes[at] as number) + 1 : 0;
  }

  /** Starts of the buckets. */
  #count(ids: Uint32Array, depth: number): Uint32Array {
    const counts = new Uint32Array(258);
    for (let index = 0; index < ids.length; index += 1) {
      const bucket = this.#bucketOf(ids[index] as number, depth);
      counts[bucket + 1] = (counts[bucket + 1] as number) + 1;
    }
    for (let bucket = 1; bucket < counts.length; bucket += 1)
      counts[bucket] = (counts[bucket] as number) + (counts[bucket - 1] as number);
    return counts;
  }

  /** Puts the ids into their buckets, and turns starts into ends. */
  #scatter(ids: Uint32Array, depth: number, counts: Uint32Array): void {
    const spare = this.#spare.subarray(0, ids.length);
    spare.set(ids);
    for (let index = 0; index < spare.length; index += 1) {
      const id = spare[index] as number;
      const bucket = this.#bucketOf(id, depth);
      const place = counts[bucket] as number;
      ids[place] = id;
      counts[bucket] = place + 1;
    }
  }

  #insert(ids: Uint32Array, depth: number): void {
    for (let index = 1; index < ids.length; index += 1) {
      const id = ids[index] as number;
      let place = index;
      while (place > 0 && this.#compare(ids[place - 1] as number, id, depth) > 0) {
        ids[place] = ids[place - 1] as number;
        place -= 1;
      }
      ids[place] = id;
    }
    for (let start = 0; start < ids.length;) {
      let end = start + 1;
      while (
        end < ids.length &&
        this.#compare(ids[start] as number, ids[end] as number, depth) === 0
      )
        end += 1;
      if (end - start > 1) this.#onTie(ids.subarray(start, end));
      start = end;
    }
  }

  #compare(a: number, b: number, depth: number): number {
    const bytes = this.#bytes;
    let left = (this.#offsets[a] as number) + depth;
    let right = (this.#offsets[b] as number) + depth;
    const leftEnd = this.#offsets[a + 1] as number;
    const rightEnd = this.#offsets[b + 1] as number;
    while (left < leftEnd && right < rightEnd) {
      const difference = (bytes[left] as number) - (bytes[right] as number);
      if (difference !== 0) return difference;
      left += 1;
      right += 1;
    }
    return leftEnd - left - (rightEnd - right);
  }
}
