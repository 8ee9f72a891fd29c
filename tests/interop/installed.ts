/** What the programs need: packages of Debian, where this runs as root there, and of npm, in a folder of their own. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute } from './execute.ts';
import type { Program } from './program.ts';

const CACHE = join(tmpdir(), 'graphpress-interop');

/** @returns what is missing, as a sentence; undefined when everything is there. */
export async function install({
  debian = [],
  npm,
  missing: lacking,
}: Program): Promise<string | undefined> {
  const lack = lacking?.();
  if (lack !== undefined) return lack;
  const missing = [];
  for (const name of debian) if (!(await isInstalled(name))) missing.push(name);
  if (missing.length > 0) {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
      return `needs the Debian packages ${missing.join(' ')}`;
    const { code } = await execute('apt-get', [
      'install',
      '-y',
      '--no-install-recommends',
      ...missing,
    ]);
    if (code !== 0) return `apt-get could not install ${missing.join(' ')}`;
  }
  if (!npm) return undefined;
  const folder = npmFolder(npm);
  if (existsSync(join(folder, 'installed'))) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', ...npm }),
  );
  const { code, stderr } = await execute('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
  });
  if (code !== 0) return `npm could not install its packages: ${stderr.trim().split('\n').at(-1)}`;
  writeFileSync(join(folder, 'installed'), '');
  return undefined;
}

async function isInstalled(name: string): Promise<boolean> {
  const { stdout } = await execute('dpkg-query', ['-W', '-f=${Status}', name]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('install ok installed');
}

/** The folder in which these packages of npm are. */
export function npmFolder(npm: NonNullable<Program['npm']>): string {
  const key = createHash('sha256').update(JSON.stringify(npm)).digest('hex').slice(0, 12);
  return join(CACHE, key);
}
