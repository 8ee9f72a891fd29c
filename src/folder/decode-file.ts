/** The bytes of a file as text, decompressed. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { positionAt } from '../rdf/index.ts';
import { SourceFileError } from './folder-error.ts';

/** @throws {SourceFileError} for what is no text, or no whole archive. */
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
