/** Reads a publication folder: its files with their roles, and one version hash for all of them. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeFile } from './decode-file.ts';
import { FileHashes } from './file-hashes.ts';
import { classifyFile } from './file-role.ts';
import { FolderError } from './folder-error.ts';
import { requireData, requireOneFilePerGraph } from './folder-rules.ts';
import { openHistory } from './history.ts';
import { isLineBased, readChunks } from './read-chunks.ts';
import type { Folder, SourceFile } from './source-file.ts';

/** From this size on, a file in N-Triples or N-Quads is read in chunks, not loaded into memory. */
const LARGE_FILE_BYTES = 4 * 1024 * 1024;

/** @throws {FolderError | SourceFileError} when the folder is missing or empty, or a file is not text. */
export async function readFolder(path: string): Promise<Folder> {
  await requireFolder(path);
  const isPlain = !(await hasFolder(path, 'ontology')) && !(await hasFolder(path, 'data'));
  const paths = await listFiles(path, isPlain ? [''] : ['data', 'ontology', 'queries']);
  const files: SourceFile[] = [];
  const ignored: string[] = [];
  const hash = createHash('sha256');
  let modifiedMs = 0;
  const hashes = await FileHashes.open(path);
  for (const file of paths) {
    const placement = classifyFile(file, isPlain);
    if (placement === 'unknown')
      ignored.push(`${file}: not read, since its extension is none of an RDF syntax`);
    if (!placement || placement === 'unknown') continue;
    const { size, mtimeMs } = await stat(join(path, file));
    modifiedMs = Math.max(modifiedMs, mtimeMs);
    if (size >= LARGE_FILE_BYTES && isLineBased(placement.format)) {
      hash.update(`${file}\0${size}\0${await hashes.of(file)}`);
      const chunks = () => readChunks(join(path, file), file);
      files.push({ path: file, ...placement, text: '', chunks });
      continue;
    }
    const bytes = await readFile(join(path, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    files.push({ path: file, ...placement, text: await decodeFile(file, bytes) });
  }
  await hashes.save();
  requireData(path, files);
  requireOneFilePerGraph(files);
  return {
    path,
    files,
    ignored,
    version: hash.digest('hex').slice(0, 16),
    modified: new Date(modifiedMs),
    history: openHistory(path, isPlain),
  };
}

async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new FolderError(path, `there is no folder ${path}: give the folder to publish`, {
      cause,
    });
  });
  if (!found.isDirectory())
    throw new FolderError(path, `${path} is a file: give the folder that holds it`);
}

async function hasFolder(path: string, name: string): Promise<boolean> {
  const found = await stat(join(path, name)).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** All files below these folders of `root`, sorted, with forward slashes; without hidden files and node_modules. */
async function listFiles(root: string, folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  for (const folder of folders) if (await hasFolder(root, folder)) await visit(folder);
  return found.toSorted();
}
