/** The triples that a request sends for a graph. https://www.w3.org/TR/sparql11-http-rdf-update/#http-post */
import { RDF_FORMATS, readRdf, RdfSyntaxError, type RdfFormat } from '../../rdf/index.ts';
import type { Triple } from '../../sparql/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { HttpError } from '../protocol/problem.ts';
import {
  type ContentType,
  decodeUtf8,
  readBytes,
  readContentType,
  requireUtf8,
} from '../protocol/request-body.ts';

/** Longest body that is read. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Media types that are not of RDF; clients send them for RDF nevertheless. */
const VAGUE = /^(?:text\/plain|application\/json|(?:application|text)\/xml)$/;

const TYPES = RDF_FORMATS.map(({ mediaType }) => mediaType).join(', ');

export interface BodyOptions {
  /** Against which relative IRIs resolve: the graph's own. */
  readonly baseIri: string;
  readonly newBlankNodeScope: () => string;
}

/** @throws {HttpError} 400, 413 or 415. */
export async function readTriples(
  request: RequestContext,
  options: BodyOptions,
): Promise<readonly Triple[]> {
  const header = request.header('content-type');
  const content = readContentType(header);
  const bytes = () => readBytes(request, { most: MAX_BYTES, what: 'document' });
  if (content.type !== 'multipart/form-data')
    return readDocument(await bytesOf(content, bytes), content, options);
  const triples: Triple[] = [];
  for (const part of await readParts(await bytes(), header ?? '')) {
    const type = readContentType(part.type);
    for (const triple of await readDocument(await part.bytes(), type, options))
      triples.push(triple);
  }
  return triples;
}

/** The media type is checked before the body is read. */
function bytesOf(
  content: ContentType,
  bytes: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  formatOf(content);
  return bytes();
}

/** https://www.rfc-editor.org/rfc/rfc7578 */
async function readParts(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<Blob[]> {
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    return Array.from(form.values(), (value) => {
      if (typeof value === 'string')
        throw new HttpError(
          400,
          'a part of the form is no file: give each a filename and a Content-Type',
        );
      return value;
    });
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, 'the body is no multipart/form-data');
  }
}

async function readDocument(
  bytes: Uint8Array,
  content: ContentType,
  { baseIri, newBlankNodeScope }: BodyOptions,
): Promise<readonly Triple[]> {
  const format = formatOf(content);
  try {
    const { quads } = await readRdf(decodeUtf8(bytes), {
      format,
      baseIri,
      blankNodeScope: newBlankNodeScope(),
    });
    if (quads.some(({ graph }) => graph.termType !== 'DefaultGraph'))
      throw new HttpError(400, 'the document holds named graphs: send the triples of one graph');
    return quads;
  } catch (error) {
    if (!(error instanceof RdfSyntaxError)) throw error;
    const { line, column } = error.position;
    throw new HttpError(400, `line ${line}, column ${column}: ${error.message}`, {
      code: error.code,
      line,
      column,
      reason: error.message,
    });
  }
}

function formatOf(content: ContentType): RdfFormat {
  const { type } = content;
  requireUtf8(content);
  const format = RDF_FORMATS.find(
    ({ mediaType, aliases }) => mediaType === type || (!VAGUE.test(type) && aliases.includes(type)),
  );
  if (format) return format;
  throw new HttpError(
    415,
    `${type === '' ? 'a document without a Content-Type' : type} is not read here: send ${TYPES}`,
    { headers: { 'accept-post': TYPES } },
  );
}
