/** The server as a process of its own, on a free port. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

export interface Serving {
  readonly origin: string;
  stop(): Promise<void>;
}

/** @param args of `serve`. Resolves when it says where it listens. @throws {Error} with what it said, if it ends before. */
export function startServing(args: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [MAIN, 'serve', ...args, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (data: Buffer) => {
      said += data.toString();
      const origin = /(http:\/\/localhost:\d+)\/ +home/.exec(said)?.[1];
      if (origin === undefined) return;
      resolve({
        origin,
        stop: async () => {
          child.kill('SIGTERM');
          await ended;
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`the server did not start:\n${said}`)));
  });
}
