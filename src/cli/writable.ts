/** `serve --writable`: who may write, and what is written. */
import { isIP } from 'node:net';
import { type Arguments, type Flag, UsageError } from './command.ts';

export const WRITABLE_FLAGS: Readonly<Record<'writable' | 'token', Flag>> = {
  writable: {
    summary:
      'take SPARQL Update and writes of graphs, in memory and until the end; the folder is never touched',
  },
  token: {
    value: 'TOKEN',
    summary:
      'what a request must show to write, as "Authorization: Bearer TOKEN" (GRAPHPRESS_TOKEN)',
  },
};

export const WRITABLE_NOTICE =
  'updates are taken, and last until the end; the folder is never touched';

export interface WriteAccess {
  readonly token: string | undefined;
}

/** Undefined where writing is disabled. @throws {UsageError} where any client could write. */
export function readWriteAccess(flags: Arguments['flags'], host: string): WriteAccess | undefined {
  const token = flags['token'] ?? process.env['GRAPHPRESS_TOKEN'];
  if (flags['writable'] === undefined) {
    if (flags['token'] !== undefined)
      throw new UsageError('--token is for writing: give --writable, too');
    return undefined;
  }
  if (token === undefined || token === true) {
    if (isLoopback(host)) return { token: undefined };
    throw new UsageError(
      `--writable on ${host} would let any client write: give a --token, or leave --host out`,
    );
  }
  if (!/^[\w.~+/-]{8,}=*$/.test(token))
    throw new UsageError(
      'this is no token: give 8 or more of the characters A-Z a-z 0-9 - . _ ~ + /',
    );
  return { token };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
