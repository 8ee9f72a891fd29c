/** The command line: as a process of its own, or, faster, in this one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { format, stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import { runCommandLine } from '../../src/cli/run.ts';
import { REPOSITORY } from './repository.ts';

/** What a call gave. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface ProcessOptions {
  /** Where it runs; default: the root of this repository. */
  readonly cwd?: string;
  /** What it reads from standard input. */
  readonly input?: string;
}

/** Starts `graphpress` as a person does, without their environment. */
export function startProcess(given: readonly string[], cwd = REPOSITORY): ChildProcess {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (name.startsWith('GRAPHPRESS_')) delete env[name];
  return spawn(process.execPath, [`${REPOSITORY}/src/cli/main.ts`, ...given], {
    cwd,
    env: { ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
}

/** Runs it to its end. */
export async function runProcess(
  given: readonly string[],
  { cwd, input = '' }: ProcessOptions = {},
): Promise<Outcome> {
  const child = startProcess(given, cwd);
  child.stdin?.end(input);
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('a started process has output');
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(stdout), text(stderr), ended]);
  return { code, stdout: out, stderr: err };
}

/** The same call in this process: what it prints is caught. One at a time. */
export async function callCommandLine(...given: readonly string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const decoder = new TextDecoder();
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((...args) => void out.push(`${format(...args)}\n`)),
    vi
      .spyOn(console, 'error')
      .mockImplementation((...args) => void err.push(`${format(...args)}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      out.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
      return true;
    }),
  ];
  try {
    const code = await runCommandLine(given);
    const plain = (chunks: readonly string[]) => stripVTControlCharacters(chunks.join(''));
    return { code, stdout: plain(out), stderr: plain(err) };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
