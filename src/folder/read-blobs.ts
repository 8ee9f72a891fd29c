/** Reads blobs from git's object store, many with one process. https://git-scm.com/docs/git-cat-file#_batch_output */
import { FolderError } from './folder-error.ts';
import { runGit } from './run-git.ts';

const TIMEOUT_MS = 10_000;
/** Per blob: `<hash> blob <size>` and two line ends. */
const OVERHEAD_BYTES = 128;

/** @throws {FolderError} when the blobs have more than `maxBytes` or cannot be read. */
export async function readBlobs(
  folder: string,
  blobs: readonly string[],
  maxBytes: number,
): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  if (blobs.length === 0) return found;
  const output = await runGit(folder, ['cat-file', '--batch'], {
    timeoutMs: TIMEOUT_MS,
    maxBytes: maxBytes + blobs.length * OVERHEAD_BYTES,
    input: blobs.map((blob) => `${blob}\n`).join(''),
  });
  if (output === undefined)
    throw new FolderError(
      folder,
      `an earlier state of ${folder} could not be read: it holds more than ${maxBytes} bytes, or its repository is damaged (git fsck says so)`,
    );
  let position = 0;
  while (position < output.length) {
    const end = output.indexOf('\n', position);
    const [name = '', type, size] = output.toString('latin1', position, end).split(' ');
    position = end + 1;
    if (type !== 'blob') continue;
    const length = Number(size);
    found.set(name, output.subarray(position, position + length));
    position += length + 1;
  }
  return found;
}
