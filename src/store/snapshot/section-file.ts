/**
 * A file of columns, read straight into memory that threads share.
 *
 *     "GPSNAP01"            magic and version of this layout
 *     u32                   length of the header
 *     header                JSON: the key, tables, and kind and length of each section
 *     sections              each aligned to 8 bytes
 *     u32                   CRC-32 of everything before
 *
 * Numbers are little endian, as they lie in memory.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

export type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export interface SectionFile {
  /** Names the state that the file holds; another key is another state. */
  readonly key: string;
  /** Plain data, for JSON. */
  readonly tables: unknown;
  readonly sections: readonly Section[];
}

interface Header {
  readonly key: string;
  readonly tables: unknown;
  readonly sections: readonly { readonly kind: keyof typeof KINDS; readonly length: number }[];
}

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
const MAGIC = Buffer.from('GPSNAP01');
/** Bytes that are read or written at once. */
const PIECE = 16 * 1024 * 1024;

const kindOf = (section: Section): keyof typeof KINDS =>
  section instanceof Uint8Array
    ? 'u8'
    : section instanceof Uint16Array
      ? 'u16'
      : section instanceof Uint32Array
        ? 'u32'
        : 'f64';

const padding = (length: number): number => (8 - (length % 8)) % 8;

/** Writes beside the file first, so that it is there whole or as it was before. */
export function writeSectionFile(path: string, { key, tables, sections }: SectionFile): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  const file = openSync(part, 'w');
  let check = 0;
  const write = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      check = crc32(piece, check);
      for (let written = 0; written < piece.length;)
        written += writeSync(file, piece, written, piece.length - written);
    }
  };
  try {
    const described = sections.map((section) => ({
      kind: kindOf(section),
      length: section.length,
    }));
    const header = Buffer.from(
      JSON.stringify({ key, tables, sections: described } satisfies Header),
    );
    write(MAGIC);
    write(new Uint8Array(Uint32Array.of(header.length).buffer));
    write(header);
    write(new Uint8Array(padding(MAGIC.length + 4 + header.length)));
    for (const section of sections) {
      write(new Uint8Array(section.buffer, section.byteOffset, section.byteLength));
      write(new Uint8Array(padding(section.byteLength)));
    }
    write(new Uint8Array(Uint32Array.of(check).buffer));
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(part, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(part, path);
}

/**
 * Reads the file into shared memory.
 * @returns undefined where there is none; a reason where it is not the state that `key` names, or not whole.
 */
export function readSectionFile(
  path: string,
  key: string,
): SectionFile | { readonly reason: string } | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    return readSections(new PieceReader(file), key);
  } catch (error) {
    if (error instanceof DamagedError) return { reason: error.message };
    throw error;
  } finally {
    closeSync(file);
  }
}

class DamagedError extends Error {}

/** Reads on and keeps the checksum. */
class PieceReader {
  readonly #file: number;
  check = 0;
  read = 0;

  constructor(file: number) {
    this.#file = file;
  }

  fill(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, Math.min(bytes.length, at + PIECE));
      const length = readSync(this.#file, piece, 0, piece.length, null);
      if (length === 0) throw new DamagedError('it ends too early');
      this.check = crc32(piece.subarray(0, length), this.check);
      this.read += length;
      at += length;
    }
  }

  take(length: number): Buffer {
    const bytes = Buffer.alloc(length);
    this.fill(bytes);
    return bytes;
  }
}

/** Longer headers are none of ours. */
const MAX_HEADER = 64 * 1024 * 1024;

function readSections(reader: PieceReader, key: string): SectionFile | { readonly reason: string } {
  if (!reader.take(MAGIC.length).equals(MAGIC))
    throw new DamagedError('it is of another version of this program');
  const headerLength = reader.take(4).readUInt32LE(0);
  if (headerLength > MAX_HEADER) throw new DamagedError('its header is damaged');
  const header = parseHeader(reader.take(headerLength));
  if (header.key !== key) return { reason: 'the folder has changed since' };
  reader.take(padding(reader.read));
  const sections = header.sections.map(({ kind, length }) => {
    const Kind = KINDS[kind];
    const byteLength = length * Kind.BYTES_PER_ELEMENT;
    const buffer = allocate(byteLength);
    reader.fill(new Uint8Array(buffer));
    reader.take(padding(byteLength));
    return new Kind(buffer as never);
  });
  const { check } = reader;
  if (reader.take(4).readUInt32LE(0) !== check) throw new DamagedError('its checksum is wrong');
  return { key, tables: header.tables, sections };
}

function allocate(byteLength: number): SharedArrayBuffer {
  try {
    return new SharedArrayBuffer(byteLength);
  } catch {
    throw new DamagedError('its header is damaged');
  }
}

function parseHeader(bytes: Buffer): Header {
  try {
    const header = JSON.parse(bytes.toString('utf8')) as Header;
    const isWhole = header.sections.every(
      ({ kind, length }) => kind in KINDS && Number.isSafeInteger(length) && length >= 0,
    );
    if (isWhole && typeof header.key === 'string') return header;
  } catch {
    // Told below.
  }
  throw new DamagedError('its header is damaged');
}
