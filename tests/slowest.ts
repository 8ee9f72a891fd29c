/** `npm run test:slowest`: runs the tests and prints the ten slowest files and the ten slowest tests. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly fullName: string; readonly duration?: number }[];
  }[];
}

const SHOWN = 10;
const folder = mkdtempSync(join(tmpdir(), 'graphpress-slowest-'));
const file = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=json',
    `--outputFile=${file}`,
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
rmSync(folder, { recursive: true });

print(
  'files',
  testResults.map(({ name, startTime, endTime }) => [endTime - startTime, relative('.', name)]),
);
print(
  'tests',
  testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, duration = 0 }) => [duration, fullName] as const),
  ),
);
process.exitCode = status ?? 1;

function print(what: string, rows: readonly (readonly [ms: number, name: string])[]): void {
  console.log(`The ${SHOWN} slowest ${what} of ${rows.length}, in seconds:`);
  for (const [ms, name] of rows.toSorted(([a], [b]) => b - a).slice(0, SHOWN))
    console.log(`  ${(ms / 1000).toFixed(1).padStart(6)}  ${name}`);
}
