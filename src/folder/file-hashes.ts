/**
 * Hashes of large files, cached in `.graphpress/` with the size and modification time of each file. As in version
 * control, a file with unchanged size and time is not hashed again.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Entry {
  readonly size: number;
  readonly modifiedMs: number;
  readonly sha256: string;
}

/** A file modified less than this before hashing is not cached: it could change again with the same time. */
const SETTLED_MS = 2000;

export class FileHashes {
  readonly #folder: string;
  readonly #cached: Readonly<Record<string, Entry>>;
  readonly #valid: Record<string, Entry> = {};
  #hasChanged = false;

  private constructor(folder: string, cached: Readonly<Record<string, Entry>>) {
    this.#folder = folder;
    this.#cached = cached;
  }

  static async open(folder: string): Promise<FileHashes> {
    const text = await readFile(pathIn(folder), 'utf8').catch(() => '{}');
    return new FileHashes(folder, parse(text));
  }

  /** SHA-256 of a file of the folder, in hexadecimal. */
  async of(file: string): Promise<string> {
    const path = join(this.#folder, file);
    const { size, mtimeMs: modifiedMs } = await stat(path);
    const entry = Object.hasOwn(this.#cached, file) ? this.#cached[file] : undefined;
    if (entry?.size === size && entry.modifiedMs === modifiedMs) {
      this.#valid[file] = entry;
      return entry.sha256;
    }
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
      hash.update(chunk as Buffer);
    const sha256 = hash.digest('hex');
    if (Date.now() - modifiedMs > SETTLED_MS) {
      this.#valid[file] = { size, modifiedMs, sha256 };
      this.#hasChanged = true;
    }
    return sha256;
  }

  /** Writes the cache. If the folder is not writable, the files are hashed again next time. */
  async save(): Promise<void> {
    if (!this.#hasChanged) return;
    const path = pathIn(this.#folder);
    const part = `${path}.${process.pid}.part`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(part, JSON.stringify(this.#valid));
      await rename(part, path);
    } catch {
      // The cache is optional.
    }
  }
}

const pathIn = (folder: string): string => join(folder, '.graphpress', 'file-hashes.json');

function parse(text: string): Readonly<Record<string, Entry>> {
  try {
    const entries = JSON.parse(text) as Record<string, Partial<Entry>>;
    return Object.fromEntries(
      Object.entries(entries).filter(([, entry]) => /^[0-9a-f]{64}$/.test(entry.sha256 ?? '')),
    ) as Record<string, Entry>;
  } catch {
    return {};
  }
}
