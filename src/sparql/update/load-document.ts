/** Documents for LOAD, under the same restrictions as SERVICE. https://www.w3.org/TR/sparql11-update/#load */
import { GraphpressError } from '../../errors.ts';
import { formatOfFileName, RDF_FORMATS, readRdf, type RdfFormat } from '../../rdf/index.ts';
import { requestGuarded } from '../service/guarded-request.ts';
import { ServiceError } from '../service/service-error.ts';
import type { ServiceTargets } from '../service/service-targets.ts';
import type { Triple } from './graph-store.ts';

export interface LoadOptions {
  readonly blankNodeScope: string;
  readonly signal: AbortSignal | undefined;
}

/** The triples of a document. @throws {ServiceError} */
export type DocumentLoader = (iri: string, options: LoadOptions) => Promise<readonly Triple[]>;

const ACCEPT = RDF_FORMATS.filter(({ holdsGraphs }) => !holdsGraphs)
  .map(({ mediaType }) => mediaType)
  .join(', ');

/** A loader for what `targets` permits. */
export const documentLoader =
  (targets: ServiceTargets): DocumentLoader =>
  async (iri, { blankNodeScope, signal }) => {
    const { body, contentType, url } = await requestGuarded({
      method: 'GET',
      headers: { accept: ACCEPT },
      target: iri,
      keyword: 'LOAD',
      signal,
      targets,
    });
    const failed = (why: string, cause?: unknown) =>
      new ServiceError('service-failed', `LOAD <${iri}> failed: ${why}`, iri, { cause });
    const format = formatOf(contentType, url);
    if (!format)
      throw failed(
        contentType === ''
          ? 'it has no media type'
          : `the media type ${contentType} is not supported`,
      );
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
      const { quads } = await readRdf(text, { format, baseIri: url, blankNodeScope });
      if (quads.some(({ graph }) => graph.termType !== 'DefaultGraph'))
        throw failed('it contains named graphs, and LOAD reads one graph');
      return quads;
    } catch (error) {
      if (error instanceof ServiceError) throw error;
      if (error instanceof TypeError) throw failed('it is not UTF-8', error);
      if (!(error instanceof GraphpressError)) throw error;
      throw failed(error.message, error);
    }
  };

function formatOf(contentType: string, url: string): RdfFormat | undefined {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase();
  return (
    RDF_FORMATS.find(({ mediaType }) => mediaType === type) ??
    formatOfFileName(new URL(url).pathname) ??
    RDF_FORMATS.find(({ aliases }) => type !== undefined && aliases.includes(type))
  );
}
