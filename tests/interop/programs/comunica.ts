/** Comunica: finds out by itself what a source is, and joins sources. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../execute.ts';
import { npmFolder } from '../installed.ts';
import type { Program } from '../program.ts';
import { reported } from '../reported.ts';

const SCRIPT = join(import.meta.dirname, '..', 'scripts', 'comunica-client.mjs');
const npm = { dependencies: { '@comunica/query-sparql': '^5.2.3' } };

export const comunica: Program = {
  name: 'Comunica',
  npm,
  run: async ({ origin }) => {
    const script = join(npmFolder(npm), 'client.mjs');
    copyFileSync(SCRIPT, script);
    return reported(await execute(process.execPath, [script, origin]));
  },
};
