/** A client of a publication that can be written, in process. */
import { createApp } from '../../src/http/index.ts';
import { openWritable, type Publication } from '../../src/publication/index.ts';
import {
  documentLoader,
  pooledEngine,
  readServiceTargets,
  serviceClient,
} from '../../src/sparql/index.ts';
import type { Client } from './client.ts';

export interface WritableClientOptions {
  readonly token?: string;
  /** Patterns of what LOAD and SERVICE may ask. */
  readonly allowed?: readonly string[];
  readonly origin?: string;
  /** What an update may hold. */
  readonly maxBytes?: number;
}

/** Where it believes the site to be: without a token, writing is for this machine. */
export const LOCAL = 'http://localhost:8080';

export function writableClient(
  published: Publication,
  { token, allowed = [], origin = LOCAL, maxBytes = Infinity }: WritableClientOptions = {},
): Client {
  const { base, prefixes } = published;
  const targets = readServiceTargets(allowed);
  const services = serviceClient(targets);
  const publication = openWritable(published, {
    engineOf: (dataset) =>
      pooledEngine(dataset, { baseIri: base, prefixes, serviceAllow: allowed, isLazy: true }),
    update: { load: documentLoader(targets), engine: { services, maxBytes } },
    token,
  });
  const unforeseen: unknown[] = [];
  const app = createApp({ publication, onError: (error) => unforeseen.push(error) });
  return async (path, init) => {
    const response = await app.request(`${origin}${path}`, init);
    const [error] = unforeseen.splice(0);
    if (error !== undefined) throw new Error('nobody foresaw this', { cause: error });
    return response;
  };
}

export const postUpdate = (update: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/sparql-update' },
  body: update,
});
