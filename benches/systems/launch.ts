/** Starting a process, waiting for its first answer, reading its memory, and ending it: by its own id. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, AskError } from '../ask.ts';
import type { RunningSystem } from './system.ts';

const FIRST_QUESTION = 'SELECT * WHERE { ?s ?p ?o } LIMIT 1';
const POLL_MS = 10;
const READY_PATIENCE_MS = 30 * 60_000;
const END_PATIENCE_MS = 5000;
export interface Launch {
  readonly name: RunningSystem['name'];
  readonly command: string;
  readonly args: readonly string[];
  readonly endpoint: string;
  readonly cwd?: string;
  /** What must be done once the process answers, before it counts as ready; loading, for a database. */
  readonly prepare?: () => Promise<void>;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts the process and resolves when it has answered a first question. @throws {Error} with what it said, when it ends before. */
export async function launch({
  name,
  command,
  args,
  endpoint,
  cwd,
  prepare,
}: Launch): Promise<RunningSystem> {
  const startedMs = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (data: Buffer) => {
    said = `${said}${data.toString()}`.slice(-4000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.on('error', (error) => listen(Buffer.from(error.message)));
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${name} does not start: ${command}`);
  const endOnExit = () => child.kill('SIGKILL');
  process.once('exit', endOnExit);
  const stop = async () => {
    process.off('exit', endOnExit);
    await end(child);
  };
  try {
    await untilAnswered(child, endpoint, () => `${name} ended before it answered:\n${said}`);
    await prepare?.();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    name,
    endpoint,
    readyMs: performance.now() - startedMs,
    memoryBytes: () => residentBytes(pid),
    stop,
  };
}

async function untilAnswered(
  child: ChildProcess,
  endpoint: string,
  failure: () => string,
): Promise<void> {
  const startedMs = performance.now();
  while (performance.now() - startedMs < READY_PATIENCE_MS) {
    if (hasEnded(child)) throw new Error(failure());
    try {
      await ask(endpoint, FIRST_QUESTION, { timeoutMs: READY_PATIENCE_MS });
      return;
    } catch (error) {
      // Nobody listens yet, or it says that it is not ready; any other refusal will not pass.
      if (error instanceof AskError && !error.message.startsWith('503')) throw error;
      await sleep(POLL_MS);
    }
  }
  throw new Error(failure());
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), END_PATIENCE_MS);
  await ended;
  clearTimeout(last);
}

/** VmRSS of the process and its descendants. https://www.kernel.org/doc/html/latest/filesystems/proc.html */
function residentBytes(pid: number): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = statusOf(Number(entry), 'PPid');
    if (parent !== undefined) parents.set(Number(entry), parent);
  }
  const isOurs = (candidate: number | undefined): boolean =>
    candidate !== undefined && (candidate === pid || isOurs(parents.get(candidate)));
  let kilobytes = 0;
  for (const candidate of parents.keys())
    if (isOurs(candidate)) kilobytes += statusOf(candidate, 'VmRSS') ?? 0;
  return kilobytes * 1024;
}

function statusOf(pid: number, field: string): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const found = new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    // It ended while the list was read.
    return undefined;
  }
}
