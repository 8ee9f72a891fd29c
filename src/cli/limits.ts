/** Flags for the limits of a query. */
import { type Arguments, type Flag, UsageError } from './command.ts';

export const LIMIT_FLAGS: Readonly<Record<'timeout' | 'memory', Flag>> = {
  timeout: {
    value: 'SECONDS',
    summary: 'longest time that one query may compute (GRAPHPRESS_TIMEOUT, default 30)',
  },
  memory: {
    value: 'MIB',
    summary: 'most memory that one query may use (GRAPHPRESS_MEMORY, default 1024)',
  },
};

export interface Limits {
  readonly timeoutMs: number | undefined;
  readonly maxQueryBytes: number | undefined;
}

const SECOND_MS = 1000;
const MEBIBYTE = 1024 * 1024;

/** The limits from flags and environment; undefined for a default. @throws {UsageError} */
export function readLimits(flags: Arguments['flags']): Limits {
  const seconds = readAmount('timeout', flags['timeout'], { least: 0.1, most: 86_400 });
  const mebibytes = readAmount('memory', flags['memory'], { least: 1, most: 1_048_576 });
  return {
    timeoutMs: seconds && seconds * SECOND_MS,
    maxQueryBytes: mebibytes && mebibytes * MEBIBYTE,
  };
}

/** A number from a flag or the environment; undefined where neither gives one. @throws {UsageError} */
export function readAmount(
  name: string,
  flag: string | true | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const text = flag ?? process.env[`GRAPHPRESS_${name.toUpperCase()}`];
  if (text === undefined || text === true) return undefined;
  const amount = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || amount < least || amount > most)
    throw new UsageError(
      `"${text}" is no value for --${name}: give a number from ${least} to ${most}`,
    );
  return amount;
}
