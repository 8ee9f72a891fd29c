/** The examples of docs/library.md run as they are written, and print what their comments state. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

const page = readFileSync(join(REPOSITORY, 'docs/library.md'), 'utf8');
const examples = Array.from(page.matchAll(/^```ts\n([^]*?)^```$/gm), ([, code = '']) => code);

const ENTRY = pathToFileURL(join(REPOSITORY, 'src/index.ts')).href;

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder({
    'package.json': '{ "type": "module" }',
    'my-graph/data/dataset.ttl':
      '<https://example.org/kg/dataset> <http://rdfs.org/ns/void#uriSpace> "https://example.org/kg/" .',
    'my-graph/data/people.ttl':
      '<https://example.org/kg/id/ada> a <https://example.org/kg/Person> .',
    'my-graph/queries/people.rq': 'SELECT ?person { ?person a <https://example.org/kg/Person> }',
  });
  await symlink(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
});

it('has examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(5);
});

it.each(examples.map((code, number) => [number + 1, code] as const))(
  'example %i prints what it states',
  async (number, code) => {
    const stated = Array.from(code.matchAll(/\/\/ prints (.*)$/gm), ([, text = '']) => text);
    expect(stated.length).toBeGreaterThan(0);
    const file = join(folder, `example-${number}.ts`);
    await writeFile(file, code.replaceAll("'graphpress'", `'${ENTRY}'`));
    const { stdout } = await run(process.execPath, [file], { cwd: folder, timeout: 20_000 });
    expect(stdout.trim().split('\n').join(', ')).toBe(stated.join(', '));
  },
);
