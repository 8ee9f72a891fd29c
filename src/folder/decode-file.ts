/** Decompresses and decodes the bytes of a file. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { positionAt } from '../rdf/index.ts';
import { SourceFileError } from './folder-error.ts';

/** @throws {SourceFileError} for bytes that are not UTF-8, and for an incomplete gzip file. */
export async function decodeFile(path: string, bytes: Buffer): Promise<string> {
  const plain = path.endsWith('.gz') ? await decompress(path, bytes) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch (cause) {
    const lenient = new TextDecoder().decode(plain);
    const position = positionAt(lenient, lenient.indexOf('\uFFFD'));
    throw new SourceFileError(path, position, 'is not UTF-8 text: save it in UTF-8', { cause });
  }
}

async function decompress(path: string, bytes: Buffer): Promise<Buffer> {
  return promisify(gunzip)(bytes).catch((cause: unknown) => {
    throw new SourceFileError(path, undefined, 'is not a whole gzip file: compress it again', {
      cause,
    });
  });
}
