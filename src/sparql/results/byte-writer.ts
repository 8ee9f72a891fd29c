/** A growing byte buffer that is emitted in chunks. */

/** Size in bytes at which a chunk is emitted. */
export const CHUNK_BYTES: number = 64 * 1024;

const encoder = new TextEncoder();

export class ByteWriter {
  #bytes = uninitialised(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Copies a range of bytes. */
  copy(source: Uint8Array, from: number = 0, to: number = source.length): void {
    const length = to - from;
    this.#reserve(length);
    const bytes = this.#bytes;
    if (length > 32) bytes.set(source.subarray(from, to), this.#length);
    else
      for (let index = 0; index < length; index += 1)
        bytes[this.#length + index] = source[from + index] as number;
    this.#length += length;
  }

  /**
   * Copies a range of bytes and replaces some of them.
   * @param escapes by byte value; undefined for a byte that is copied.
   */
  copyEscaped(
    source: Uint8Array,
    { from, to }: { readonly from: number; readonly to: number },
    escapes: readonly (Uint8Array | undefined)[],
  ): void {
    this.#reserve(to - from);
    let start = from;
    for (let at = from; at < to; at += 1) {
      const escape = escapes[source[at] as number];
      if (!escape) continue;
      this.copy(source, start, at);
      this.copy(escape);
      start = at + 1;
    }
    this.copy(source, start, to);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** A copy of the bytes so far; the buffer starts anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** The last bytes, not copied; the writer must not be used afterwards. */
  end(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const wider = uninitialised(Math.max(needed, this.#bytes.length * 2));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
  }
}

/** Uninitialised bytes: zero-filling costs as much as writing a short result. */
const uninitialised = (length: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.allocUnsafeSlow(length).buffer as ArrayBuffer);

/** A table of escapes by byte value, from one-byte characters to their replacements. */
export function escapeTable(
  escapes: Readonly<Record<string, string>>,
): readonly (Uint8Array | undefined)[] {
  const table: (Uint8Array | undefined)[] = Array.from({ length: 256 });
  for (const [char, escape] of Object.entries(escapes))
    table[char.charCodeAt(0)] = encoder.encode(escape);
  return table;
}

export const encode = (text: string): Uint8Array => encoder.encode(text);
