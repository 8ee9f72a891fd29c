/** The package as npm packs it, installed into an empty folder as a user installs it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from './repository.ts';

const run = promisify(execFile);

export interface InstalledPackage {
  /** The folder that has `node_modules`. */
  readonly folder: string;
  /** Name of the packed file in the folder. */
  readonly tarball: string;
  /** Installed packages, this one included. */
  readonly packages: readonly string[];
  readonly megabytes: number;
}

/** Without what npm sets for the scripts of this repository. */
export const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('npm_') && !name.startsWith('GRAPHPRESS_'),
    ),
  );

export async function installPacked(): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'graphpress-installed-'));
  const env = plainEnvironment();
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: REPOSITORY,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  const start = packed.stdout.search(/^[[{]/m);
  const [filename] =
    JSON.stringify(JSON.parse(packed.stdout.slice(start))).match(/graphpress-[\w.-]+\.tgz/) ?? [];
  if (filename === undefined) throw new Error('npm pack names no file');
  await writeFile(
    join(folder, 'package.json'),
    '{"name":"installed","private":true,"type":"module"}',
  );
  await run('npm', ['install', '--no-audit', '--no-fund', `./${filename}`], { cwd: folder, env });
  const { stdout } = await run('npm', ['ls', '--all', '--parseable'], { cwd: folder, env });
  const packages = stdout.trim().split('\n').slice(1);
  return {
    folder,
    tarball: filename,
    packages,
    megabytes: (await bytesIn(join(folder, 'node_modules'))) / 1e6,
  };
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map(async (name) => {
      const facts = await stat(join(folder, name)).catch(() => undefined);
      return facts?.isFile() ? facts.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
