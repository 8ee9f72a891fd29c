/** The entry file: it loads on versions of Node that the program does not support, and shows calls as they were made. */
import { execFile, execFileSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { asCalled } from '../../src/cli/called-as.ts';
import { VERSION } from '../../src/version.ts';
import { REPOSITORY } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const ENTRY = join(REPOSITORY, 'src/cli/graphpress.js');

/** A Node on this machine that is older than the program needs. */
function olderNode(): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      const version = execFileSync(join(folder, 'node'), ['--version'], { encoding: 'utf8' });
      const [, major = '0'] = /^v(\d+)/.exec(version) ?? [];
      if (Number(major) >= 18 && Number(major) < 24) return join(folder, 'node');
    } catch {
      // There is no Node in this folder.
    }
  }
  return undefined;
}

const old = olderNode();
if (old === undefined)
  console.warn('SKIPPED: no Node from 18 to 23 in PATH, so the entry was not run by an older one');

describe('the entry file', () => {
  it('runs the sources of a clone', async () => {
    const { stdout } = await run(process.execPath, [ENTRY, '--version']);
    expect(stdout).toBe(`${VERSION}\n`);
  });

  it.skipIf(old === undefined)(
    'is run again by the Node of the clone where its own is too old',
    async () => {
      const { stdout, stderr } = await run(old as string, [ENTRY, '--version']);
      expect({ stdout, stderr }).toEqual({ stdout: `${VERSION}\n`, stderr: '' });
    },
  );

  it.skipIf(old === undefined)('says one line where there is no other Node', async () => {
    const folder = await temporaryFolder({ 'package.json': '{"type":"module"}' });
    await cp(ENTRY, join(folder, 'src/cli/graphpress.js'));
    const failed = await run(old as string, [
      join(folder, 'src/cli/graphpress.js'),
      '--version',
    ]).catch((error: { code: number; stderr: string }) => error);
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.stderr).toMatch(/^graphpress: needs Node 24\.12 or newer; this is v\d[^\n]*\n$/);
  });
});

describe('a call in the help', () => {
  const npm = (script: string) => ({ npm_lifecycle_event: script, npm_package_name: 'graphpress' });

  it.each([
    ['graphpress serve --port 3000', {}, 'graphpress serve --port 3000'],
    ['graphpress serve --port 3000', npm('npx'), 'npx graphpress serve --port 3000'],
    ['graphpress serve --port 3000', npm('start'), 'npm start -- --port 3000'],
    ['graphpress serve', npm('start'), 'npm start'],
    ['graphpress query q03', npm('query'), 'npm run query -- q03'],
    ["echo 'ASK {}' | graphpress query -", npm('query'), "echo 'ASK {}' | npm run query -- -"],
    ['graphpress serve', npm('test'), 'graphpress serve'],
    ['graphpress serve', { ...npm('start'), npm_package_name: 'other' }, 'graphpress serve'],
  ])('%s, called as %j, is %s', (line, environment, shown) => {
    expect(asCalled(line, environment)).toBe(shown);
  });
});
