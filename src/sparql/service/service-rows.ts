/** The solutions in what another endpoint answered, as JSON or XML. */
import { Readable } from 'node:stream';
import { terms } from '../../rdf/index.ts';
import type { GuardedResponse } from './guarded-request.ts';
import type { ServiceRow } from './service-client.ts';
import { ServiceError } from './service-error.ts';

let answers = 0;

/** @throws {ServiceError} where it is neither, whatever its type says. */
export async function readServiceRows(
  { contentType, body }: Pick<GuardedResponse, 'contentType' | 'body'>,
  endpoint: string,
): Promise<readonly ServiceRow[]> {
  const [mediaType = ''] = contentType.toLowerCase().split(';');
  answers += 1;
  const prefix = `service${answers}.`;
  // A blank node of one answer is none of another answer, and none of ours.
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
      `SERVICE <${endpoint}> answered with what is no result: ${(cause as Error).message}`,
      endpoint,
      { cause },
    );
  }
  throw new ServiceError(
    'service-failed',
    `SERVICE <${endpoint}> answered with ${mediaType === '' ? 'no type' : mediaType} instead of SPARQL results`,
    endpoint,
  );
}
