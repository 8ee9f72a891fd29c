/** The systems that are libraries: each one in a process of its own, behind the same thin server. */
import { join } from 'node:path';
import { freePort, launch } from './launch.ts';
import type { RunningSystem } from './system.ts';

/** What Comunica needs for millions of quads. */
const MORE_MEMORY = ['--max-old-space-size=12000'];

/** Starts one, with the file that it is to load. */
export async function startThin(
  name: 'bare' | 'oxigraph' | 'comunica',
  file = '',
): Promise<RunningSystem> {
  const port = await freePort();
  const script = join(import.meta.dirname, `${name}-server.ts`);
  return launch({
    name,
    endpoint: `http://localhost:${port}/sparql`,
    command: process.execPath,
    args: [...MORE_MEMORY, script, file, String(port)],
  });
}
