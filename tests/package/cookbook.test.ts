/** The commands of the cookbook that need no server, run as they stand. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { plainEnvironment } from '../support/packed.ts';
import { REPOSITORY } from '../support/repository.ts';

const run = promisify(execFile);

const commands = readFileSync(join(REPOSITORY, 'docs/cookbook.md'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('npx graphpress ') && !line.includes('graphpress serve'));

it('names commands', () => {
  expect(commands.length).toBeGreaterThanOrEqual(6);
});

it.each(commands)('%s', async (command) => {
  const { stdout, stderr } = await run('sh', ['-c', command], {
    cwd: REPOSITORY,
    env: plainEnvironment(),
  });
  expect(stderr.split('\n').filter((line) => line.startsWith('graphpress: unknown'))).toEqual([]);
  expect(stdout.length > 0 || command.includes('--output')).toBe(true);
});
