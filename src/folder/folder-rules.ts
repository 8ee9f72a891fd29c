/** Rules for the files of a folder together. */
import { FolderError, SourceFileError } from './folder-error.ts';
import type { SourceFile } from './source-file.ts';

/** @throws {FolderError} when there is nothing to publish. */
export function requireData(path: string, files: readonly SourceFile[]): void {
  if (files.some((file) => file.format !== undefined)) return;
  throw new FolderError(
    path,
    `${path} holds no RDF: put .ttl, .trig, .nt, .nq, .jsonld or .rdf files (also .gz) into it or into its data/ folder`,
  );
}

/** @throws {SourceFileError} when two files would become one graph. */
export function requireOneFilePerGraph(files: readonly SourceFile[]): void {
  const firsts = new Map<string, string>();
  for (const { graphName, path } of files) {
    if (graphName === undefined) continue;
    const first = firsts.get(graphName);
    if (first !== undefined)
      throw new SourceFileError(
        path,
        undefined,
        `becomes the same graph as ${first}: rename one of them`,
      );
    firsts.set(graphName, path);
  }
}
