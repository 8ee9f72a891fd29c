/** Runs `git` without a shell, with limits of time and output. */
import { spawn } from 'node:child_process';

export interface GitBounds {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** The standard input of git. */
  readonly input?: string;
}

/**
 * Git inherits only PATH and HOME: a GIT_DIR of the parent process would select another repository. Git never prompts
 * and never fetches.
 */
const environment = (): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
});

/** Overrides settings with which a repository could make git run a program. */
const SETTINGS = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false'];

/**
 * The output of git in `folder`; undefined if git is missing, fails, or exceeds a limit. Callers treat these cases
 * alike: there is no history.
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
    // If git exits before it has read its input, the pipe breaks; the exit code reports the failure.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
