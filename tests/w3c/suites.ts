/**
 * Other people's tests, which stand outside of the repository: in ../shared/suites, or where GRAPHPRESS_SUITES
 * says. Where they are absent, the tests that read them are skipped, and one loud line says so.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder =
  process.env['GRAPHPRESS_SUITES'] ?? resolve(import.meta.dirname, '../../../shared/suites');

export const lacksSuites = !existsSync(folder);

if (lacksSuites)
  console.warn(`SKIPPED: no W3C suites in ${folder}; say where they are with GRAPHPRESS_SUITES`);

/** The manifests have this base, which stands for the folder `w3c/`. */
const BASE = 'https://w3c.github.io/rdf-tests/';

/** The file of a document in a suite. */
export const pathOf = (iri: string): string => resolve(folder, 'w3c', iri.slice(BASE.length));

/** The IRI of a document in a suite. */
export const iriOf = (path: string): string => BASE + path;

/** A file of the suites by its path. */
export const suiteFile = (...path: readonly string[]): string => resolve(folder, ...path);
