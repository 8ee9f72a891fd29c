/** SPARQLWrapper and rdflib: what people use from Python. */
import { join } from 'node:path';
import { execute } from '../execute.ts';
import type { Program } from '../program.ts';
import { reported } from '../reported.ts';

const SCRIPT = join(import.meta.dirname, '..', 'scripts', 'rdflib-client.py');

export const rdflib: Program = {
  name: 'SPARQLWrapper, rdflib',
  debian: ['python3-sparqlwrapper', 'python3-rdflib', 'python3-rdflib-jsonld'],
  run: async ({ origin }) => reported(await execute('/usr/bin/python3', [SCRIPT, origin])),
};
