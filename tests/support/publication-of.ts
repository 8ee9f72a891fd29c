/** A publication from files that stand in the test. */
import { classifyFile } from '../../src/folder/file-role.ts';
import type { Folder, SourceFile } from '../../src/folder/index.ts';
import {
  buildPublication,
  type Publication,
  type PublicationOptions,
} from '../../src/publication/index.ts';

/** Path to text. */
export type Files = Readonly<Record<string, string>>;

/** The folder as it would be read from disk, files in the order of their paths. */
export function folderOf(files: Files): Folder {
  const paths = Object.keys(files).toSorted();
  const isPlain = !paths.some((path) => /^(?:ontology|data)\//.test(path));
  const read = paths.flatMap((path): SourceFile[] => {
    const placement = classifyFile(path, isPlain);
    if (placement === undefined || placement === 'unknown') return [];
    return [{ path, ...placement, text: files[path] ?? '' }];
  });
  return { path: '/somewhere/shelf', files: read, version: 'test', ignored: [] };
}

export const publicationOf = (files: Files, options?: PublicationOptions): Promise<Publication> =>
  buildPublication(folderOf(files), options);
