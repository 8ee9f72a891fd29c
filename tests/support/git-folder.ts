/** A folder under version control, made for one test file. */
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** Path to text; null takes the file away. */
export type FileChanges = Readonly<Record<string, string | null>>;

export interface CommitToMake {
  /** "2026-01-01T00:00:00Z" */
  readonly time: string;
  readonly files: FileChanges;
}

/** Git, asked in a folder, as somebody without settings. */
export function git(
  folder: string,
  args: readonly string[],
  time = '2026-01-01T00:00:00Z',
): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@test.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: time,
      GIT_COMMITTER_DATE: time,
    },
  }).trim();
}

export async function writeFiles(folder: string, files: FileChanges): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, path);
    if (text === null) await rm(target);
    else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
}

/** @returns the hash of the commit. */
export async function commit(folder: string, { time, files }: CommitToMake): Promise<string> {
  await writeFiles(folder, files);
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--allow-empty', '--message=change'], time);
  return git(folder, ['rev-parse', 'HEAD']);
}

/** A folder with this history, and the hashes of its commits. */
export async function gitFolder(
  commits: readonly CommitToMake[],
): Promise<{ readonly folder: string; readonly hashes: readonly string[] }> {
  const folder = await temporaryFolder();
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  const hashes: string[] = [];
  for (const each of commits) hashes.push(await commit(folder, each));
  return { folder, hashes };
}
