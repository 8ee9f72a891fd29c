/** Runs a program to its end. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface Execution {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PATIENCE_MS = 120_000;

export async function execute(
  command: string,
  args: readonly string[],
  { input = '', cwd }: { readonly input?: string; readonly cwd?: string } = {},
): Promise<Execution> {
  const child = spawn(command, args, { cwd, timeout: PATIENCE_MS });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
