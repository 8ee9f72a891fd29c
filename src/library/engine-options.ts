/** Options that a publication and an engine have in common. */
import type { EngineSettings } from '../publication/index.ts';

export interface EngineOptions {
  /** Base IRI: replaces the declared base of a folder; relative IRIs of queries and files resolve against it. */
  readonly base?: string | undefined;
  /** Threads that evaluate queries, 1 to 256; default: one less than there are cores, at least 1. */
  readonly workers?: number | undefined;
  /** Computing time of one query or update in milliseconds, at most a day; default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Memory of one query or update in bytes; default 1 GiB. */
  readonly maxQueryBytes?: number | undefined;
  /** URL patterns of the endpoints that SERVICE and LOAD may call; default: none. */
  readonly serviceAllow?: readonly string[] | undefined;
}

const DAY_MS = 86_400_000;
const MAX_WORKERS = 256;

/** @throws {RangeError} for a limit that is none. */
export function engineSettings(options: EngineOptions): EngineSettings {
  const { workers, timeoutMs, maxQueryBytes, serviceAllow = [] } = options;
  if (
    workers !== undefined &&
    !(Number.isInteger(workers) && workers >= 1 && workers <= MAX_WORKERS)
  )
    throw new RangeError(`workers is ${workers}: give a whole number from 1 to ${MAX_WORKERS}`);
  if (timeoutMs !== undefined && !(timeoutMs > 0 && timeoutMs <= DAY_MS))
    throw new RangeError(`timeoutMs is ${timeoutMs}: give a number above 0, at most ${DAY_MS}`);
  if (maxQueryBytes !== undefined && !(maxQueryBytes > 0 && Number.isFinite(maxQueryBytes)))
    throw new RangeError(`maxQueryBytes is ${maxQueryBytes}: give a number above 0`);
  return { workers, timeoutMs, maxBytes: maxQueryBytes, serviceAllow };
}
