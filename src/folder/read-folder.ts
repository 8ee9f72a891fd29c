/** Reads a publication folder: which files there are, what each is for, and one version for all of them. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { positionAt } from '../rdf/index.ts';
import { FileHashes } from './file-hashes.ts';
import { placeFile } from './file-role.ts';
import { FolderError, SourceFileError } from './folder-error.ts';
import { isOfLines, readPieces } from './read-pieces.ts';
import type { Folder, SourceFile } from './source-file.ts';

/** From this size on, a file of lines is not held in memory as a whole. */
const BIG_FILE_BYTES = 4 * 1024 * 1024;

/** @throws {FolderError | SourceFileError} when the folder is missing or empty, or a file is no text. */
export async function readFolder(path: string): Promise<Folder> {
  await requireFolder(path);
  const isPlain = !(await hasFolder(path, 'ontology')) && !(await hasFolder(path, 'data'));
  const paths = await listFiles(path, isPlain ? [''] : ['data', 'ontology', 'queries']);
  const files: SourceFile[] = [];
  const ignored: string[] = [];
  const hash = createHash('sha256');
  const hashes = await FileHashes.open(path);
  for (const file of paths) {
    const placement = placeFile(file, isPlain);
    if (placement === 'unknown')
      ignored.push(`${file}: not read, since its extension is none of an RDF syntax`);
    if (!placement || placement === 'unknown') continue;
    const { size } = await stat(join(path, file));
    if (size >= BIG_FILE_BYTES && isOfLines(placement.format)) {
      hash.update(`${file}\0${size}\0${await hashes.of(file)}`);
      const pieces = () => readPieces(join(path, file), file);
      files.push({ path: file, ...placement, text: '', pieces });
      continue;
    }
    const bytes = await readFile(join(path, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    files.push({ path: file, ...placement, text: await decode(file, bytes) });
  }
  await hashes.keep();
  requireData(path, files);
  requireOneFilePerGraph(files);
  return { path, files, ignored, version: hash.digest('hex').slice(0, 16) };
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

/** All files below those folders of `root`, sorted, with forward slashes; hidden ones and installed packages left out. */
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

async function decode(path: string, bytes: Buffer): Promise<string> {
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

function requireData(path: string, files: readonly SourceFile[]): void {
  if (files.some((file) => file.format !== undefined)) return;
  throw new FolderError(
    path,
    `${path} holds no RDF: put .ttl, .trig, .nt, .nq, .jsonld or .rdf files (also .gz) into it or into its data/ folder`,
  );
}

function requireOneFilePerGraph(files: readonly SourceFile[]): void {
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
