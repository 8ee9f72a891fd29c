/** Typed arrays that all threads see. */

export function sharedUint32(source: Uint32Array | readonly number[]): Uint32Array {
  const column = new Uint32Array(new SharedArrayBuffer(source.length * 4));
  column.set(source);
  return column;
}

export const emptyUint32 = (length: number): Uint32Array =>
  new Uint32Array(new SharedArrayBuffer(length * 4));

export const emptyBytes = (length: number): Uint8Array =>
  new Uint8Array(new SharedArrayBuffer(length));

export const emptyFloat64 = (length: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(length * 8));
