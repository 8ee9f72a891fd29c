/** `npm run interop`: other people's programs against the running server, a line for each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServing } from './serving.ts';
import { install } from './installed.ts';
import type { CaseResult, Program } from './program.ts';
import { comunica } from './programs/comunica.ts';
import { curl } from './programs/curl.ts';
import { distributionProbe } from './programs/distribution-probe.ts';
import { jena } from './programs/jena.ts';
import { ldesClient } from './programs/ldes-client.ts';
import { networkx } from './programs/networkx.ts';
import { raptor } from './programs/raptor.ts';
import { rasqal } from './programs/rasqal.ts';
import { rdflib } from './programs/rdflib.ts';
import { rdfTestSuite } from './programs/rdf-test-suite.ts';
import { xmllint } from './programs/xmllint.ts';

const PROGRAMS: readonly Program[] = [
  rdfTestSuite,
  curl,
  rasqal,
  raptor,
  rdflib,
  jena,
  comunica,
  distributionProbe,
  ldesClient,
  xmllint,
  networkx,
];

const wanted = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'graphpress-interop-run-'));
const server = await startServing(['.']);
let failures = 0;
try {
  for (const program of PROGRAMS) {
    if (wanted.length > 0 && !wanted.some((name) => program.name.includes(name))) continue;
    const missing = await install(program);
    if (missing !== undefined) {
      console.log(`${program.name}: not run, ${missing}`);
      continue;
    }
    const surroundings = { origin: server.origin, base: 'https://kg.example/', scratch };
    const results = await program
      .run(surroundings)
      .catch((error: unknown): CaseResult[] => [
        { name: 'the run', passed: false, detail: String(error).split('\n')[0] ?? '' },
      ]);
    const passed = results.filter((result) => result.passed).length;
    failures += results.length - passed;
    console.log(`${program.name}: ${passed} of ${results.length} cases passed`);
    for (const { name, detail } of results.filter((result) => !result.passed))
      console.log(`  failed: ${name}${detail === undefined ? '' : `: ${detail}`}`);
  }
} finally {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
