/** Reads the solutions in the response of another endpoint, as JSON or XML. */
import { Readable } from 'node:stream';
import { type Term, terms } from '../../rdf/index.ts';
import type { GuardedResponse } from './guarded-request.ts';
import { ServiceError } from './service-error.ts';

/** A solution by the names of its variables. */
export type ServiceRow = Readonly<Record<string, Term>>;

/** Number of responses read, to scope blank nodes. */
let responses = 0;

/** @throws {ServiceError} where the body is neither format. */
export async function readServiceRows(
  { contentType, body }: Pick<GuardedResponse, 'contentType' | 'body'>,
  endpoint: string,
): Promise<readonly ServiceRow[]> {
  const [mediaType = ''] = contentType.toLowerCase().split(';');
  responses += 1;
  const prefix = `service${responses}.`;
  // Blank nodes are scoped by response.
  const dataFactory = {
    ...terms,
    blankNode: (label: string) => terms.blankNode(prefix + label),
  };
  try {
    if (/[/+]json$/.test(mediaType.trim())) {
      const { SparqlJsonParser } = await import('sparqljson-parse');
      return new SparqlJsonParser({ dataFactory } as never).parseJsonResults(
        JSON.parse(body.toString('utf8')),
      ) as ServiceRow[];
    }
    if (/[/+]xml$/.test(mediaType.trim())) {
      const { SparqlXmlParser } = await import('sparqlxml-parse');
      const parser = new SparqlXmlParser({ dataFactory } as never);
      const stream = parser.parseXmlResultsStream(Readable.from([body]));
      const rows: ServiceRow[] = [];
      for await (const row of stream as unknown as AsyncIterable<ServiceRow>) rows.push(row);
      return rows;
    }
  } catch (cause) {
    throw new ServiceError(
      'service-failed',
      `SERVICE <${endpoint}> did not answer with SPARQL results: ${(cause as Error).message}`,
      endpoint,
      { cause },
    );
  }
  throw new ServiceError(
    'service-failed',
    `SERVICE <${endpoint}> answered with ${mediaType === '' ? 'no media type' : mediaType} instead of SPARQL results`,
    endpoint,
  );
}
