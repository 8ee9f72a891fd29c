#!/usr/bin/env node
/**
 * The entry of the command. Plain JavaScript that every supported and unsupported version of Node can load: it checks
 * the version, and then loads the program. In a clone that is the source, in the package the compiled code.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const REQUIRED = [24, 12];

/** @param {string} path relative to this file */
const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {string} version such as "24.12.0" */
function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1]);
}

/** The Node that a clone installs for development. */
const PINNED_NODE = pathOf('../../node_modules/node/bin/node');

if (isSupported(process.versions.node)) {
  const source = pathOf('main.ts');
  await import(existsSync(source) ? './main.ts' : '../../dist/cli/main.js');
} else if (existsSync(PINNED_NODE)) {
  const child = spawn(PINNED_NODE, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // A terminal sends SIGINT to both processes.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
} else {
  console.error(
    `graphpress: needs Node ${REQUIRED.join('.')} or newer; this is ${process.version}: install a newer Node and run the command again`,
  );
  process.exitCode = 1;
}
