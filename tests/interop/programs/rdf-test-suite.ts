/**
 * The W3C suites of the SPARQL Protocol, the Service Description and the Graph Store Protocol, run by rdf-test-suite
 * against `serve --writable`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { iriOf, lacksSuites, pathOf } from '../../w3c/suites.ts';
import { execute } from '../execute.ts';
import { npmFolder } from '../installed.ts';
import type { CaseResult, Program } from '../program.ts';
import { startServing } from '../serving.ts';

const NPM = {
  dependencies: { 'rdf-test-suite': '2.8.0' },
  // Later versions cannot read its manifests.
  overrides: { 'rdf-test-suite': { n3: '2.0.3' } },
};

/** The runner knows no ".rdf" where it reads files, and leaves such tests out without a word. */
const ENGINE = `
const { Util } = require('rdf-test-suite/lib/Util');
Util.extensionToContentType.rdf = 'application/rdf+xml';
module.exports = {};
`;

interface Suite {
  readonly name: string;
  readonly specification: string;
  /** The option that tells the runner the address, and the path there. */
  readonly option: string;
  readonly path: string;
  readonly tests: number;
}

const SUITES: readonly Suite[] = [
  {
    name: 'SPARQL 1.1 Protocol',
    specification: 'http://www.w3.org/TR/sparql11-protocol/',
    option: 'protocolEndpoint',
    path: '/sparql',
    tests: 34,
  },
  {
    name: 'Service Description',
    specification: 'http://www.w3.org/TR/sparql11-service-description/',
    option: 'serviceDescriptionEndpoint',
    path: '/sparql',
    tests: 3,
  },
  {
    name: 'Graph Store Protocol',
    specification: 'http://www.w3.org/TR/sparql11-http-rdf-update/',
    option: 'graphStoreEndpoint',
    path: '/graph',
    tests: 13,
  },
];

/** @returns what the runner said. */
async function runSuite({ specification, option, path }: Suite, origin: string): Promise<string> {
  const base = iriOf('');
  const { stdout, stderr } = await execute(
    process.execPath,
    [
      'node_modules/rdf-test-suite/bin/Runner.js',
      'engine.cjs',
      iriOf('sparql/sparql11/manifest-all.ttl'),
      `-s=${specification}`,
      `-m=${base}~${pathOf(base)}/`,
      `-i=${JSON.stringify({ [option]: origin + path })}`,
      '-d=20000',
      '-e',
    ],
    { cwd: npmFolder(NPM) },
  );
  return stdout + stderr;
}

export const rdfTestSuite: Program = {
  name: 'rdf-test-suite (W3C: protocol, service description, graph store)',
  npm: NPM,
  missing: () =>
    lacksSuites ? 'needs the suites: say where they are with GRAPHPRESS_SUITES' : undefined,
  run: async () => {
    await writeFile(join(npmFolder(NPM), 'engine.cjs'), ENGINE);
    const folder = await mkdtemp(join(tmpdir(), 'graphpress-suites-'));
    await writeFile(join(folder, 'a.ttl'), '<http://a.example/a> <http://a.example/b> "c" .\n');
    const server = await startServing([folder, '--writable']);
    const results: CaseResult[] = [];
    try {
      for (const suite of SUITES)
        results.push(...casesOf(suite, await runSuite(suite, server.origin)));
      return results;
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** The runner gives numbers alone for what passed; a test that it left out did not. */
function casesOf({ name, tests }: Suite, output: string): CaseResult[] {
  const [, passed = '0', skipped = '0'] =
    /(\d+) \/ \d+ tests succeeded!(?: \(skipped (\d+)\))?/.exec(output) ?? [];
  const right = Number(passed) - Number(skipped);
  return Array.from({ length: tests }, (_, number) => ({
    name: `${name}, ${right} of ${tests}`,
    passed: number < right,
  }));
}
