/** `npm run conformance`: the W3C SPARQL 1.1 suite as a table of passed, failed and skipped tests. */
import { FOLDERS, holds, keyOf, readSuite, reasonToSkip } from './sparql-suite.ts';
import { lacksSuites } from './suites.ts';
import { readUpdateSuite, UPDATE_FOLDERS, updateHolds } from './update-suite.ts';

interface Case {
  readonly key: string;
  readonly reasonToSkip: string | undefined;
  readonly run: () => Promise<boolean>;
}

const casesOf = async (folder: (typeof FOLDERS)[number]): Promise<Case[]> =>
  (await readSuite(folder)).map((test) => ({
    key: keyOf(test),
    reasonToSkip: reasonToSkip(test),
    run: () => holds(test),
  }));

const updateCasesOf = async (folder: (typeof UPDATE_FOLDERS)[number]): Promise<Case[]> =>
  (await readUpdateSuite(folder)).map((test) => ({
    key: test.key,
    reasonToSkip: undefined,
    run: () => updateHolds(test),
  }));

const suites: readonly (readonly [folder: string, read: () => Promise<Case[]>])[] = [
  ...FOLDERS.map((folder) => [folder, () => casesOf(folder)] as const),
  ...UPDATE_FOLDERS.map((folder) => [folder, () => updateCasesOf(folder)] as const),
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const skips = new Map<string, number>();

for (const [folder, read] of lacksSuites ? [] : suites) {
  const figures = { passed: 0, failed: 0, skipped: 0 };
  for (const { key, reasonToSkip: reason, run } of await read()) {
    if (reason !== undefined) {
      figures.skipped += 1;
      skips.set(reason, (skips.get(reason) ?? 0) + 1);
      continue;
    }
    const message = await run().then(
      (isRight) => (isRight ? undefined : 'another result than expected'),
      (error: unknown) => (error as Error).message.split('\n')[0],
    );
    if (message === undefined) figures.passed += 1;
    else {
      figures.failed += 1;
      failures.push(`${key}: ${message}`);
    }
  }
  for (const key of ['passed', 'failed', 'skipped'] as const) totals[key] += figures[key];
  const { passed, failed, skipped } = figures;
  console.log(`${folder.padEnd(20)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
}

for (const failure of failures) console.log(`failed: ${failure}`);
for (const [reason, number] of skips) console.log(`skipped ${number}: ${reason}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;
