/**
 * Hashes of big files, kept in `.graphpress/` with the size and time of each, as version control does: a file that
 * still has both is not read again to learn its hash.
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

/** A file changed this shortly before it was hashed could change again within the same tick of its clock. */
const SETTLED_MS = 2000;

export class FileHashes {
  readonly #folder: string;
  readonly #known: Readonly<Record<string, Entry>>;
  readonly #current: Record<string, Entry> = {};
  #hasChanged = false;

  private constructor(folder: string, known: Readonly<Record<string, Entry>>) {
    this.#folder = folder;
    this.#known = known;
  }

  static async open(folder: string): Promise<FileHashes> {
    const text = await readFile(pathIn(folder), 'utf8').catch(() => '{}');
    return new FileHashes(folder, parse(text));
  }

  /** SHA-256 of a file of the folder, in hexadecimal. */
  async of(file: string): Promise<string> {
    const path = join(this.#folder, file);
    const { size, mtimeMs: modifiedMs } = await stat(path);
    const known = Object.hasOwn(this.#known, file) ? this.#known[file] : undefined;
    if (known?.size === size && known.modifiedMs === modifiedMs) {
      this.#current[file] = known;
      return known.sha256;
    }
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
      hash.update(piece as Buffer);
    const sha256 = hash.digest('hex');
    if (Date.now() - modifiedMs > SETTLED_MS) {
      this.#current[file] = { size, modifiedMs, sha256 };
      this.#hasChanged = true;
    }
    return sha256;
  }

  /** Keeps what was learnt. A folder that cannot be written to is hashed again next time. */
  async keep(): Promise<void> {
    if (!this.#hasChanged) return;
    const path = pathIn(this.#folder);
    const part = `${path}.${process.pid}.part`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(part, JSON.stringify(this.#current));
      await rename(part, path);
    } catch {
      // Nothing is lost but time.
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
