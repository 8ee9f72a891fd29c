/** Sends a SELECT query to another endpoint. https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded */
import { requestGuarded } from './guarded-request.ts';
import { readServiceRows, type ServiceRow } from './service-rows.ts';
import type { ServiceTargets } from './service-targets.ts';

export interface ServiceClient {
  /** @throws {ServiceError}; the reason of the signal once it is aborted. */
  select(endpoint: string, query: string, signal: AbortSignal): Promise<readonly ServiceRow[]>;
}

const ACCEPT = 'application/sparql-results+json, application/sparql-results+xml;q=0.9';

/** A client that sends requests only to what `targets` permits. */
export function serviceClient(targets: ServiceTargets): ServiceClient {
  return {
    select: async (endpoint, query, signal) => {
      const body = new URLSearchParams({ query }).toString();
      const response = await requestGuarded({
        method: 'POST',
        headers: {
          accept: ACCEPT,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        },
        body,
        target: endpoint,
        keyword: 'SERVICE',
        signal,
        targets,
      });
      return readServiceRows(response, endpoint);
    },
  };
}
