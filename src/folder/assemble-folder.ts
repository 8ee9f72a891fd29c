/** Builds a folder from file contents in memory, with the same rules and the same version hash as a folder on disk. */
import { createHash } from 'node:crypto';
import { decodeFile } from './decode-file.ts';
import { requireData, requireOneFilePerGraph } from './folder-rules.ts';
import type { Folder, Placement, SourceFile } from './source-file.ts';

export interface FileContent {
  readonly path: string;
  readonly placement: Placement;
  readonly content: Buffer;
}

/** @param files in the order of their paths. @throws {FolderError | SourceFileError} as for a folder on disk. */
export async function assembleFolder(
  path: string,
  files: readonly FileContent[],
  modified: Date,
): Promise<Folder> {
  const hash = createHash('sha256');
  const read: SourceFile[] = [];
  for (const { path: name, placement, content } of files) {
    hash.update(`${name}\0${content.length}\0`).update(content);
    read.push({ path: name, ...placement, text: await decodeFile(name, content) });
  }
  requireData(path, read);
  requireOneFilePerGraph(read);
  return { path, files: read, ignored: [], version: hash.digest('hex').slice(0, 16), modified };
}
