/** The package, packed and installed: its weight, its command, and what it serves. */
import { execFile } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { CONSUMER, CONSUMER_SETTINGS } from './consumer-source.ts';
import { installPacked, type InstalledPackage, plainEnvironment } from '../support/packed.ts';
import { REPOSITORY } from '../support/repository.ts';

const run = promisify(execFile);

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPacked();
}, 300_000);
afterAll(() => rm(installed.folder, { recursive: true }));

const inFolder = () => ({ cwd: installed.folder, env: plainEnvironment() });

describe('the installed package', () => {
  it('is at most 110 packages and 60 MB', () => {
    console.log(
      `installed: ${installed.packages.length} packages, ${installed.megabytes.toFixed(1)} MB`,
    );
    expect(installed.packages.length).toBeLessThanOrEqual(110);
    expect(installed.megabytes).toBeLessThanOrEqual(60);
  });

  it('has a command', async () => {
    const command = join(installed.folder, 'node_modules/.bin/graphpress');
    const { stdout } = await run(command, ['--version'], inFolder());
    expect(stdout).toBe(`${VERSION}\n`);
  });

  it('runs queries over a folder', async () => {
    const command = join(installed.folder, 'node_modules/.bin/graphpress');
    const { stdout } = await run(
      command,
      ['query', REPOSITORY, 'q03-partner-countries', '--format', 'csv'],
      inFolder(),
    );
    expect(stdout).toContain('181');
  });

  it('is a library whose pages, styles and scripts are complete', async () => {
    await cp(join(REPOSITORY, 'data'), join(installed.folder, 'graph/data'), { recursive: true });
    const script = `
      import { createApp, openPublication } from 'graphpress';
      await using publication = await openPublication('graph');
      const app = createApp(publication);
      const page = await (await app.request('/', { headers: { accept: 'text/html' } })).text();
      const paths = [...page.matchAll(/(?:src|href)="([^"]*\\.(?:js|css)(?:\\?[^"]*)?)"/g)].map(([, path]) => new URL(path, 'http://localhost/').pathname);
      for (const path of ['/', '/explore', '/sparql', ...paths]) console.log((await app.request(path, { headers: { accept: 'text/html, */*' } })).status, path);
      console.log(paths.length > 1);
    `;
    await writeFile(join(installed.folder, 'serve.js'), script);
    const { stdout } = await run(process.execPath, ['serve.js'], inFolder());
    const lines = stdout.trim().split('\n');
    expect(lines.at(-1)).toBe('true');
    expect(lines.slice(0, -1).filter((line) => !line.startsWith('200 '))).toEqual([]);
  });
});

describe('its types', () => {
  it('compile in a strict program that checks the declarations of libraries', async () => {
    await writeFile(join(installed.folder, 'consumer.ts'), CONSUMER);
    await writeFile(join(installed.folder, 'tsconfig.json'), JSON.stringify(CONSUMER_SETTINGS));
    const { stdout } = await run(process.execPath, [tool('typescript/bin/tsc'), '-p', '.'], {
      ...inFolder(),
    }).catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  });

  it.each([
    ['publint', ['publint/src/cli.js', 'run', '--strict']],
    ['attw', ['@arethetypeswrong/cli/dist/index.js', '--profile', 'esm-only', '--format', 'json']],
  ])('satisfy %s', async (_, [script = '', ...options]) => {
    const given = [tool(script), ...options, join(installed.folder, installed.tarball)];
    await expect(run(process.execPath, given, inFolder())).resolves.toBeDefined();
  });
});

const tool = (path: string) => join(REPOSITORY, 'node_modules', path);
