/** The probe by which the Dutch register of datasets looks at what is published. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../execute.ts';
import { npmFolder } from '../installed.ts';
import type { Program } from '../program.ts';
import { reported } from '../reported.ts';

const SCRIPT = join(import.meta.dirname, '..', 'scripts', 'distribution-probe.mjs');
const npm = { dependencies: { '@lde/distribution-probe': '^0.2.6', '@lde/dataset': '^0.7.8' } };

export const distributionProbe: Program = {
  name: '@lde/distribution-probe',
  npm,
  run: async ({ origin }) => {
    const script = join(npmFolder(npm), 'probe.mjs');
    copyFileSync(SCRIPT, script);
    return reported(await execute(process.execPath, [script, origin]));
  },
};
