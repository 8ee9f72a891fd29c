/** Asks another endpoint a SELECT query. https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded */
import type { Term } from '../../rdf/index.ts';
import { requestGuarded } from './guarded-request.ts';
import { readServiceRows } from './service-rows.ts';
import type { ServiceTargets } from './service-targets.ts';

/** A solution by the names of its variables. */
export type ServiceRow = Readonly<Record<string, Term>>;

export interface ServiceClient {
  /** @throws {ServiceError}; the reason of the signal once it is aborted. */
  select(endpoint: string, query: string, signal: AbortSignal): Promise<readonly ServiceRow[]>;
}

const ACCEPT = 'application/sparql-results+json, application/sparql-results+xml;q=0.9';

/** A client that asks only what `targets` permits. */
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
