/** Reads large files in N-Triples or N-Quads, in chunks. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { RdfFormat } from '../rdf/index.ts';
import { SourceFileError } from './folder-error.ts';

/** Bytes of one chunk. */
const CHUNK_BYTES = 4 * 1024 * 1024;

export const isLineBased = (format: RdfFormat | undefined): boolean =>
  format?.name === 'ntriples' || format?.name === 'nquads';

/** @param name the name of the file in messages. @throws {SourceFileError} for a damaged archive. */
export async function* readChunks(path: string, name: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!path.endsWith('.gz')) {
    yield* file;
    return;
  }
  const plain = pipeline(file, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
  try {
    yield* plain;
  } catch (cause) {
    throw new SourceFileError(name, undefined, 'is not a whole gzip file: compress it again', {
      cause,
    });
  }
}
