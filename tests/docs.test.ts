/** Documentation is part of the program: what is made from the code is up to date, and what is named exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../src/cli/list-limits.ts';
import { readLimits } from '../docs/read-limits.ts';
import { REPOSITORY } from './support/repository.ts';

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');

describe('the reference', () => {
  it('lists the limits of the source; `npm run docs` brings it up to date', () => {
    const limits = readLimits(join(REPOSITORY, 'src'));
    expect(LIMITS).toEqual(
      limits.map(({ file, ...limit }) => ({ ...limit, file: file.replace(/\.ts$/, '') })),
    );
    const page = read('docs/reference/limits.md');
    expect(limits.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('has each command with its flags, and each error code', async () => {
    const { COMMANDS } = await import('../src/cli/commands.ts');
    const { ERROR_CODES } = await import('../src/errors.ts');
    const commands = read('docs/reference/commands.md');
    const wanted = COMMANDS.flatMap(({ name, flags, examples }) => [
      `## ${name}\n`,
      ...Object.keys(flags).map((flag) => `\`--${flag}`),
      ...examples.map(([call]) => call),
    ]);
    expect(wanted.filter((text) => !commands.includes(text))).toEqual([]);
    const errors = read('docs/reference/errors.md');
    expect(Object.keys(ERROR_CODES).filter((code) => !errors.includes(`\`${code}\``))).toEqual([]);
  });
});

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

describe('the pages', () => {
  it.each(pages)('%s links only to files that exist', (page) => {
    const targets = Array.from(
      read(page).matchAll(/\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)/g),
      ({ groups }) => groups?.['target'] ?? '',
    );
    const missing = targets.filter(
      (target) => !/^[a-z]+:/.test(target) && !existsSync(join(REPOSITORY, dirname(page), target)),
    );
    expect(missing).toEqual([]);
  });

  it('README has at most 150 lines, with the two commands near its top', () => {
    const lines = read('README.md').split('\n');
    expect(lines.length).toBeLessThanOrEqual(150);
    const top = lines.slice(0, 20).join('\n');
    expect(top).toContain('npm ci && npm start');
    expect(top).toContain('npm ci && npm test');
  });

  it('give each run-time dependency its reason', () => {
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>;
    };
    const page = read('docs/dependencies.md');
    const named = Array.from(
      page.matchAll(/^\| `(?<name>[^`]+)` \|/gm),
      ({ groups }) => groups?.['name'],
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(dependencies)));
  });
});
