/** Folders made for one test file, gone when it has run. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { REPOSITORY } from './repository.ts';

const made: string[] = [];

afterAll(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder with these files: path to content. @returns its path. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'graphpress-test-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** A copy of everything that this repository publishes. */
export async function copyOfPublication(): Promise<string> {
  const folder = await temporaryFolder();
  for (const part of ['ontology', 'data', 'queries'])
    await cp(join(REPOSITORY, part), join(folder, part), { recursive: true });
  return folder;
}
