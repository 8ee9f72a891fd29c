/**
 * Compresses responses for clients that accept it. https://www.rfc-editor.org/rfc/rfc9110#section-8.4
 *
 * Compressing a text twice may give different bytes, so a compressed response has the validator of the plain one
 * in its weak form; If-None-Match compares weakly, and If-Range never takes one for the other.
 * https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1
 */
import { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  type BrotliOptions,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
} from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';
import type { RequestContext } from './request-context.ts';
import type { Reply } from './reply.ts';

/** Shorter responses are sent uncompressed: they fit into a few packets, and are requested most often. */
const LEAST_BYTES = 4096;

type Encoding = 'br' | 'gzip';

/** In the order of preference. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

/** The highest quality takes about 100 times as long and saves 10 %. */
const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const COMPRESSIBLE =
  /^text\/|[/+](?:json|xml)\b|^application\/(?:n-triples|n-quads|trig|javascript)\b/;
const compressible = new Map<string, boolean>();

/** Whether a response of that media type is compressed for clients that accept it. */
export function isCompressible(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  let is = compressible.get(contentType);
  if (is === undefined) {
    is = COMPRESSIBLE.test(contentType);
    if (compressible.size < 1000) compressible.set(contentType, is);
  }
  return is;
}

/** The reply in the encoding that the request prefers. */
export function encodeReply(reply: Reply, request: RequestContext): Reply | Promise<Reply> {
  const { body, headers } = reply;
  if (body === null) return reply.status === 304 ? asClientHasIt(reply, request) : reply;
  if (!(body instanceof ReadableStream) && body.length < LEAST_BYTES) return reply;
  if (!isCompressible(headers['content-type']) || 'content-encoding' in headers) return reply;
  // Its length and digest are those of the plain bytes: https://www.rfc-editor.org/rfc/rfc9530#section-2
  if ('content-length' in headers) return reply;
  const encoding = encodingFor(request.header('accept-encoding'));
  return encoding ? compress(reply, body, encoding) : reply;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
function encodingFor(acceptEncoding: string | undefined): Encoding | undefined {
  if (acceptEncoding === undefined || acceptEncoding === '') return undefined;
  const wishes = parseAccept(acceptEncoding);
  const quality = (name: string) =>
    wishes.find(({ type }) => type.toLowerCase() === name)?.q ??
    wishes.find(({ type }) => type === '*')?.q;
  const plain = quality('identity') ?? 0;
  const [best] = ENCODINGS.map((encoding) => ({ encoding, q: quality(encoding) ?? 0 })).toSorted(
    (a, b) => b.q - a.q,
  );
  const isExplicit = wishes.some(({ type }) => type.toLowerCase() === 'identity');
  return best && best.q > 0 && (!isExplicit || best.q >= plain) ? best.encoding : undefined;
}

async function compress(
  reply: Reply,
  body: NonNullable<Reply['body']>,
  encoding: Encoding,
): Promise<Reply> {
  const { etag } = reply.headers;
  const headers = {
    ...reply.headers,
    'content-encoding': encoding,
    ...(etag !== undefined && { etag: weak(etag) }),
  };
  return { ...reply, headers, body: await compressed(body, encoding) };
}

function compressed(
  body: NonNullable<Reply['body']>,
  encoding: Encoding,
): ReadableStream<Uint8Array> | Promise<Uint8Array<ArrayBuffer>> {
  if (body instanceof ReadableStream) {
    const through = encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip();
    return body.pipeThrough(Duplex.toWeb(through) as ReadableWritablePair<Uint8Array, Uint8Array>);
  }
  return encoding === 'br' ? brotliInThread(body, BROTLI) : gzipInThread(body);
}

const brotliInThread = promisify(brotliCompress) as (
  body: string | Uint8Array,
  options: BrotliOptions,
) => Promise<Buffer<ArrayBuffer>>;
const gzipInThread = promisify(gzip) as (body: string | Uint8Array) => Promise<Buffer<ArrayBuffer>>;

const weak = (etag: string): string => (etag.startsWith('W/') ? etag : `W/${etag}`);

/** A 304 has the validator of the encoded response: https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5 */
function asClientHasIt(reply: Reply, { header }: RequestContext): Reply {
  const { etag } = reply.headers;
  const has = header('if-none-match')?.split(/\s*,\s*/);
  if (etag === undefined || has?.includes(etag) || !has?.includes(weak(etag))) return reply;
  return { ...reply, headers: { ...reply.headers, etag: weak(etag) } };
}
