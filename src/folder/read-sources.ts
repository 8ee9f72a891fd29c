/** The source texts that the data quotes, if they are available. They are checked, never published. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderError } from './folder-error.ts';

export interface SourceTextFile {
  readonly path: string;
  readonly sha256: string;
  readonly text: string;
}

/** All text files of a folder. @throws {FolderError} when there is no such folder, or nothing in it. */
export async function readSources(folder: string): Promise<SourceTextFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new FolderError(
      folder,
      `there is no folder ${folder}: give the folder of the source texts with --sources`,
      { cause },
    );
  });
  const texts = names.filter((name) => name.endsWith('.txt')).toSorted();
  if (texts.length === 0)
    throw new FolderError(
      folder,
      `${folder} holds no .txt file: give the folder of the source texts with --sources`,
    );
  return Promise.all(
    texts.map(async (name) => {
      const path = join(folder, name);
      const bytes = await readFile(path);
      return {
        path,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        text: bytes.toString('utf8'),
      };
    }),
  );
}
