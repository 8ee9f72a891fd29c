/** What we read is what the W3C says it is: Turtle, TriG, N-Triples and N-Quads by their own suites. */
import { isomorphic } from 'rdf-isomorphic';
import { describe, expect, it } from 'vitest';
import { RdfSyntaxError } from '../../src/rdf/index.ts';
import { readDocument, readManifest, type W3cTest } from './manifest.ts';
import { iriOf, lacksSuites } from './suites.ts';

/** Whether the document is read, refused, or means what the test says. */
async function holds({ type, action, result, base }: W3cTest): Promise<boolean> {
  const baseIri = base === undefined ? action : base + action.replace(/^.*\//, '');
  const quads = await readDocument(action, baseIri).catch((error: unknown) => {
    if (error instanceof RdfSyntaxError) return undefined;
    throw error;
  });
  if (type.includes('Negative')) return quads === undefined;
  if (quads === undefined) return false;
  if (result === undefined) return true;
  return isomorphic([...quads] as never, [...(await readDocument(result))] as never);
}

describe.skipIf(lacksSuites)('W3C RDF 1.1', async () => {
  for (const name of ['turtle', 'trig', 'n-triples', 'n-quads']) {
    const tests = lacksSuites
      ? []
      : await readManifest(iriOf(`rdf/rdf11/rdf-${name}/manifest.ttl`));
    it.each(tests)(`${name}: $name`, async (test) => {
      expect(await holds(test)).toBe(true);
    });
  }
});
