/** What we answer is what the W3C says: the SPARQL 1.1 suite, in process. `npm run conformance` prints its figures. */
import { describe, expect, it } from 'vitest';
import { FOLDERS, holds, readSuite, reasonToSkip } from './sparql-suite.ts';
import { lacksSuites } from './suites.ts';

describe.skipIf(lacksSuites)('W3C SPARQL 1.1', async () => {
  for (const folder of lacksSuites ? [] : FOLDERS) {
    const tests = await readSuite(folder);
    const run = tests.filter((test) => reasonToSkip(test) === undefined);
    it.each(run)(`${folder}: $name`, async (test) => {
      expect(await holds(test)).toBe(true);
    });
    // Each has its reason in the table of the suite.
    it.skip.each(tests.filter((test) => !run.includes(test)))(`${folder}: $name`, () => {});
  }
});
