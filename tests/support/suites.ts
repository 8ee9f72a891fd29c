/** Folders of other people's shapes, which stand outside of the repository, as the W3C's tests do. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RDF_FORMATS, readRdf } from '../../src/rdf/index.ts';

const FOLDER =
  process.env['GRAPHPRESS_SUITES'] ?? resolve(import.meta.dirname, '../../../shared/suites');

/** Whether the suite is not there; one loud line says so. */
export function lacksSuite(name: string): boolean {
  const isAbsent = !existsSync(resolve(FOLDER, name));
  if (isAbsent)
    console.warn(`SKIPPED: no suite ${name} in ${FOLDER}; say where with GRAPHPRESS_SUITES`);
  return isAbsent;
}

/** The triples of a Turtle file of a suite. */
export async function readSuite(path: string) {
  const [turtle] = RDF_FORMATS;
  const text = readFileSync(resolve(FOLDER, path), 'utf8');
  const { quads } = await readRdf(text, {
    format: turtle as (typeof RDF_FORMATS)[number],
    baseIri: 'https://suites.example/',
    blankNodeScope: 'suite',
  });
  return quads;
}
