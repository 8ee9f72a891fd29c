/** Comunica over the plain dataset as an oracle. */
import { setTimeout } from 'node:timers/promises';
import { parseQuery } from '../../../src/sparql/index.ts';
import { comunicaEngine } from '../../support/comunica/comunica-engine.ts';
import { buildPlainDataset } from '../../support/plain-dataset.ts';
import { readQuads } from '../../support/read-quads.ts';
import { BASE_IRI } from './base-iri.ts';
import { type PlainResult, plainResult } from './plain-result.ts';

/** What it says where it has no way to answer a query. */
const NO_OPINION = [
  'none of the configured actors were able to handle the join type',
  'Attempted to assign zero sources to a pattern',
];

/** Some queries it never answers. */
const PATIENCE_MS = 3000;

/** It takes what it cannot answer in EXISTS for nothing. */
const isBeyondIt = (text: string) => text.includes('FROM') && text.includes('EXISTS');

/** Undefined where it has no answer. */
export async function askComunica(nquads: string, text: string): Promise<PlainResult | undefined> {
  if (isBeyondIt(text)) return undefined;
  const quads = await readQuads(nquads, { format: 'nquads' });
  const engine = comunicaEngine(buildPlainDataset(quads, { version: 'test' }), {
    baseIri: BASE_IRI,
  });
  try {
    const answer = engine.query({ query: parseQuery(text) }).then(plainResult);
    return await Promise.race([answer, setTimeout(PATIENCE_MS, undefined, { ref: true })]);
  } catch (error) {
    if (NO_OPINION.some((words) => (error as Error).message.includes(words))) return undefined;
    throw error;
  }
}
