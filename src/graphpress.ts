/** The main interface: a folder becomes a publication, its queries get threads and limits, and it is served. */
import type { Hono } from 'hono';
import { readFolder } from './folder/index.ts';
import { createApp as createSite } from './http/index.ts';
import { type EngineOptions, engineSettings, Publication, stateOf } from './library/index.ts';
import {
  buildPublication,
  type EngineSettings,
  openWritable,
  type Publication as State,
} from './publication/index.ts';
import { documentLoader, pooledEngine, readServiceTargets, serviceClient } from './sparql/index.ts';

export interface OpenOptions extends EngineOptions {
  /**
   * Whether SPARQL Update and the Graph Store Protocol are accepted; changes are in memory only. With a token, requests
   * that write need it; without one, only requests to a loopback address may write.
   */
  readonly writable?: boolean | { readonly token: string | undefined } | undefined;
  /** Receives a line for each step of the work. */
  readonly onProgress?: (step: string) => void;
}

/**
 * Reads the folder at `path`, derives and indexes its statements. Queries run in worker threads within limits; the
 * threads start with the first query that needs one and do not prevent the process from exiting.
 * @throws {GraphpressError} with one line that states what is wrong, where, and what to do.
 * @example
 * await using publication = await openPublication('my-graph', { timeoutMs: 10_000 });
 * const app = createApp(publication);
 * const response = await app.request('/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D');
 */
export async function openPublication(
  path: string,
  options: OpenOptions = {},
): Promise<Publication> {
  const { base, onProgress } = options;
  const engine = engineSettings(options);
  const published = await buildPublication(await readFolder(path), {
    base,
    engine,
    ...(onProgress && { onProgress }),
  });
  return Publication.of(
    options.writable ? writableOver(published, engine, options.writable) : () => published,
  );
}

export interface AppOptions {
  /** Receives unexpected errors; the client gets a problem document without details. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/**
 * The site of a publication as a Hono application: `app.fetch` takes a `Request` and gives a `Response`. Any server that
 * calls a fetch handler runs it, and another application mounts it under the path of the publication's base. A function
 * instead of a publication is called for each request, so that another publication can replace it.
 * @example
 * const publication = await openPublication('my-graph', { base: 'https://example.org/kg/' });
 * const parent = new Hono().route('/kg', createApp(publication));
 */
export function createApp(
  publication: Publication | (() => Publication),
  options: AppOptions = {},
): Hono {
  const current = typeof publication === 'function' ? publication : () => publication;
  return createSite({ ...options, publication: () => stateOf(current()) }) as unknown as Hono;
}

function writableOver(
  published: State,
  settings: EngineSettings,
  writable: true | { readonly token: string | undefined },
): () => State {
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
