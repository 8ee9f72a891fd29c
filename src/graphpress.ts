/** The product on one page: a folder becomes a publication, its queries get threads and limits, and it is served. */
import type { Hono } from 'hono';
import { readFolder } from './folder/index.ts';
import { type AppBindings, createApp as createSite } from './http/index.ts';
import {
  buildPublication,
  type EngineSettings,
  openWritable,
  type Publication,
} from './publication/index.ts';
import { documentLoader, pooledEngine, readServiceTargets, serviceClient } from './sparql/index.ts';

const MEBIBYTE = 1024 * 1024;

export interface OpenOptions {
  /** Base IRI that replaces the declared one everywhere; ends in a slash. */
  readonly base?: string | undefined;
  /** Threads that evaluate queries; default: one less than there are cores, at least 1. */
  readonly workers?: number | undefined;
  /** Computing time of one query or update, in seconds; default 30. */
  readonly timeout?: number | undefined;
  /** Memory of one query or update, in MiB; default 1024. */
  readonly memory?: number | undefined;
  /** URL patterns of the endpoints that SERVICE and LOAD may call; default: none. */
  readonly serviceAllow?: readonly string[] | undefined;
  /**
   * Whether SPARQL Update and the Graph Store Protocol are accepted; changes are in memory only. With a token, requests
   * that write need it; without one, only requests to a loopback address may write.
   */
  readonly writable?: boolean | { readonly token: string | undefined } | undefined;
  /** Receives a line for each step of the work. */
  readonly onProgress?: (step: string) => void;
}

/** A folder that is open: its current state, and the threads that answer queries over it. */
export interface OpenPublication extends AsyncDisposable {
  /** The state that requests are answered from; a write replaces it. */
  readonly current: Publication;
  /** Terminates the threads. Requests that are still running fail. */
  close(): Promise<void>;
}

/**
 * Reads the folder at `path`, derives and indexes its statements. Queries run in worker threads within limits; the
 * threads start with the first query that needs one and do not keep the process alive.
 * @throws {GraphpressError} with one line that states what is wrong, where, and what to do.
 * @example
 * await using publication = await openPublication('my-graph', { timeout: 10 });
 * const app = createApp(publication);
 * const response = await app.request('/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D');
 */
export async function openPublication(
  path: string,
  options: OpenOptions = {},
): Promise<OpenPublication> {
  const { base, onProgress } = options;
  const engine = engineSettings(options);
  const published = await buildPublication(await readFolder(path), {
    base,
    engine,
    ...(onProgress && { onProgress }),
  });
  const current = options.writable
    ? writableOver(published, engine, options.writable)
    : () => published;
  const close = () => current().close();
  return {
    get current() {
      return current();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

export interface AppOptions {
  /** Receives unexpected errors; the client gets a problem document without details. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/**
 * The site of a publication as a Hono application: `app.fetch` takes a `Request` and gives a `Response`. It can be
 * mounted in another application (`parent.mount('/kg', app.fetch)`) or run by any server that calls a fetch handler.
 */
export function createApp(
  publication: OpenPublication,
  options: AppOptions = {},
): Hono<{ Bindings: AppBindings }> {
  return createSite({ ...options, publication: () => publication.current });
}

function engineSettings({ workers, timeout, memory, serviceAllow }: OpenOptions): EngineSettings {
  return {
    workers,
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    maxBytes: memory === undefined ? undefined : memory * MEBIBYTE,
    serviceAllow: serviceAllow ?? [],
  };
}

function writableOver(
  published: Publication,
  settings: EngineSettings,
  writable: true | { readonly token: string | undefined },
): () => Publication {
  const { base: baseIri, prefixes } = published;
  const targets = readServiceTargets(settings.serviceAllow ?? []);
  return openWritable(published, {
    engineOf: (dataset) => pooledEngine(dataset, { ...settings, baseIri, prefixes, isLazy: true }),
    update: {
      load: documentLoader(targets),
      engine: { ...published.engine.limits, services: serviceClient(targets) },
    },
    token: writable === true ? undefined : writable.token,
  });
}
