/** This program, as its users start it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort, launch } from './launch.ts';
import type { RunningSystem, StartOptions } from './system.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** Starts the server on the folder of the corpus. */
export async function startGraphpress({
  corpus,
  timeoutSeconds,
  workers,
}: StartOptions): Promise<RunningSystem> {
  const port = await freePort();
  const known = execFileSync(process.execPath, [MAIN, 'serve', '--help'], { encoding: 'utf8' });
  const flags = [
    ...(known.includes('--timeout') ? ['--timeout', String(timeoutSeconds)] : []),
    ...(workers !== undefined && known.includes('--workers') ? ['--workers', String(workers)] : []),
  ];
  return launch({
    name: 'graphpress',
    endpoint: `http://localhost:${port}/sparql`,
    command: process.execPath,
    args: [MAIN, 'serve', corpus.folder, '--port', String(port), ...flags],
  });
}
