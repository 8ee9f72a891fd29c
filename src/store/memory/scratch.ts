/**
 * Memory that is needed only while a store is built, and is given back to the system when it is not.
 *
 * An allocator such as glibc's keeps freed blocks for later, but for those so large that it maps each by itself; its
 * limit for that rises to 32 MiB. So scratch memory of some size comes in blocks above the limit, of which the system
 * lends only the pages that are written to. https://man7.org/linux/man-pages/man3/mallopt.3.html
 */

const MAPPED_BYTES = 33 * 1024 * 1024;
/** Small stores are built by the thousand; theirs is ordinary memory. */
const SMALL_BYTES = 128 * 1024;

const block = (byteLength: number): ArrayBuffer =>
  new ArrayBuffer(byteLength < SMALL_BYTES ? byteLength : Math.max(byteLength, MAPPED_BYTES));

export const scratchBytes = (length: number): Uint8Array =>
  new Uint8Array(block(length), 0, length);

export const scratchUint32 = (length: number): Uint32Array =>
  new Uint32Array(block(length * 4), 0, length);

export const scratchFloat64 = (length: number): Float64Array =>
  new Float64Array(block(length * 8), 0, length);

/** Scratch memory may be longer than was requested: as long as its block. */
export const wholeBlock = (length: number, bytesEach: number): number =>
  length * bytesEach < SMALL_BYTES
    ? length
    : Math.max(length, Math.floor(MAPPED_BYTES / bytesEach));

/** Gives memory back at once; the arrays are empty from then on, and so are others over the same memory. */
export function release(...arrays: readonly (ArrayBufferView | undefined)[]): void {
  for (const array of arrays)
    if (array?.buffer instanceof ArrayBuffer && !array.buffer.detached) array.buffer.transfer(0);
}
