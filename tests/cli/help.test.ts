/** The help: what there is, with examples to copy. */
import { expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { callCommandLine, runProcess } from '../support/command-line.ts';

it.each([[], ['--help'], ['-h'], ['help']])('names the commands (%s)', async (...given) => {
  const { code, stdout, stderr } = await callCommandLine(...given);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of ['serve', 'check', 'query', 'network'])
    expect(stdout).toMatch(new RegExp(`^  ${command} +[A-Z].*\\.$`, 'm'));
  expect(stdout).toContain('\nExamples\n');
});

const FLAGS: readonly [command: string, flags: readonly string[]][] = [
  [
    'serve',
    [
      '--port N',
      '--host NAME',
      '--workers N',
      '--timeout SECONDS',
      '--memory MIB',
      '--service-allow PATTERN',
      '--base IRI',
      '--writable',
      '--token TOKEN',
      '--help',
    ],
  ],
  ['check', ['--sources DIR', '--json', '--format NAME', '--base IRI', '--help']],
  [
    'query',
    [
      '--format NAME',
      '--explain',
      '--timeout SECONDS',
      '--memory MIB',
      '--service-allow PATTERN',
      '--base IRI',
      '--help',
    ],
  ],
  [
    'network',
    [
      '--resource IRI',
      '--depth N',
      '--class IRI',
      '--query FILE',
      '--limit N',
      '--lang TAG',
      '--format NAME',
      '--output FILE',
      '--base IRI',
      '--help',
    ],
  ],
];

it.each(FLAGS)('of %s shows its flags, and examples with what they do', async (command, flags) => {
  const { code, stdout, stderr } = await callCommandLine(command, '--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [flagLines = '', examples = ''] = stdout.split('\nFlags\n')[1]?.split('\nExamples\n') ?? [];
  const shown = flagLines
    .split('\n')
    .flatMap((line) => /^ {2}(\S+(?: [A-Z]+)?) {2,}\S/.exec(line)?.[1] ?? []);
  expect(shown).toEqual(flags);
  const lines = examples.split('\n').filter((line) => line.trim() !== '');
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const line of lines)
    expect(line).toMatch(/^ {2}.*graphpress (?:serve|check|query|network).* {2,}\S/);
  expect(stdout.startsWith(`graphpress ${command} `)).toBe(true);
  expect(await callCommandLine(command, '-h')).toEqual({ code, stdout, stderr });
});

it('gives the version of the package, as a process', async () => {
  expect(await runProcess(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
});
