/** What we answer is what the W3C says: the SPARQL 1.1 suite, in process. `npm run conformance` prints its figures. */
import { describe, expect, it } from 'vitest';
import { FOLDERS, holds, keyOf, readSuite, reasonToSkip } from './sparql-suite.ts';
import { lacksSuites } from './suites.ts';

const suites = lacksSuites ? [] : await Promise.all(FOLDERS.map((folder) => readSuite(folder)));
const tests = suites.flat();

describe.skipIf(lacksSuites)('W3C SPARQL 1.1', () => {
  it.each(
    tests.filter((test) => reasonToSkip(test) === undefined).map((test) => [keyOf(test), test]),
  )('%s', async (_, test) => {
    expect(await holds(test)).toBe(true);
  });

  it('leaves out nothing but what has a reason', () => {
    const reasons = tests.map(reasonToSkip).filter((reason) => reason !== undefined);
    const counts = Object.fromEntries(
      Map.groupBy(reasons, (reason) => reason)
        .entries()
        .map(([reason, all]) => [reason, all.length]),
    );
    expect(counts).toEqual({
      'asks for an entailment regime; this is a simple-entailment engine': 70,
    });
  });
});
