/** What an update does is what the W3C says: the SPARQL 1.1 Update suite, in process. */
import { describe, expect, it } from 'vitest';
import { lacksSuites } from './suites.ts';
import { readUpdateSuite, UPDATE_FOLDERS, updateHolds } from './update-suite.ts';

const tests = lacksSuites
  ? []
  : (await Promise.all(UPDATE_FOLDERS.map((folder) => readUpdateSuite(folder)))).flat();

describe.skipIf(lacksSuites)('W3C SPARQL 1.1 Update', () => {
  it.each(tests.map((test) => [test.key, test] as const))('%s', async (_, test) => {
    expect(await updateHolds(test)).toBe(true);
  });

  it('leaves nothing out', () => {
    expect(tests.length).toBe(102);
  });
});
