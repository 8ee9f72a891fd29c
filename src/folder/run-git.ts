/** The `git` program, requested without a shell, within bounds of time and output. */
import { spawn } from 'node:child_process';

export interface GitBounds {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** What git reads from its standard input. */
  readonly input?: string;
}

/**
 * Git gets only PATH and HOME of the environment: a GIT_DIR of the parent process would name another repository. Git
 * never prompts and never fetches.
 */
const environment = (): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
});

/** Settings of a repository that would run a program of its choice. */
const SETTINGS = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false'];

/**
 * What git writes when it is requested in `folder`; undefined when there is no git, when it refuses, or when it passes
 * a bound: for us all of these mean that nothing is known.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  { timeoutMs, maxBytes, input = '' }: GitBounds,
): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', [...SETTINGS, ...args], {
      cwd: folder,
      env: environment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    // Git that ended before it read everything closes the pipe; its exit code says the rest.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
