/** A hash of bytes, for tables of terms. */

/** 32 bits, of which the low ones are as good as the high ones. */
export function hashBytes(bytes: Uint8Array, from: number, to: number, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

/** What distinguishes terms of equal text: their kind and, for literals, their type. */
export const seedOf = (kind: number, type: number): number =>
  Math.imul(kind + 1, 0x27d4eb2f) ^ type;
