/** Asks another endpoint a SELECT query. https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded */
import { lookup as lookUp } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Term } from '../../rdf/index.ts';
import { isPrivateAddress } from './private-addresses.ts';
import { ServiceError } from './service-error.ts';
import { readServiceRows } from './service-rows.ts';
import type { ServiceTargets } from './service-targets.ts';

/** A solution by the names of its variables. */
export type ServiceRow = Readonly<Record<string, Term>>;

export interface ServiceClient {
  /** @throws {ServiceError}; the reason of the signal once it is aborted. */
  select(endpoint: string, query: string, signal: AbortSignal): Promise<readonly ServiceRow[]>;
}

const ACCEPT = 'application/sparql-results+json, application/sparql-results+xml;q=0.9';
const MAX_REDIRECTS = 5;
/** Longest answer that is read. */
const MAX_BYTES = 256 * 1024 * 1024;

/** A client that asks only what `targets` permits, after each name is looked up and at each redirection. */
export function serviceClient(targets: ServiceTargets): ServiceClient {
  return {
    select: async (endpoint, query, signal) => {
      const response = await post(toUrl(endpoint), { query, signal, targets, endpoint });
      return readServiceRows(response, endpoint);
    },
  };
}

export interface ServiceResponse {
  readonly contentType: string;
  readonly body: Buffer;
}

interface Post {
  readonly query: string;
  readonly signal: AbortSignal;
  readonly targets: ServiceTargets;
  /** As the query names it, for errors. */
  readonly endpoint: string;
}

async function post(url: URL, asked: Post, redirects = 0): Promise<ServiceResponse> {
  const { endpoint, signal } = asked;
  const response = await send(url, asked);
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    response.destroy();
    if (redirects >= MAX_REDIRECTS) throw failed(endpoint, 'it redirects without end');
    return post(toUrl(headers.location, url), asked, redirects + 1);
  }
  const body = await readBody(response, asked);
  signal.throwIfAborted();
  if (statusCode !== 200) {
    const [line = ''] = body.toString('utf8', 0, 200).trim().split('\n', 1);
    throw failed(endpoint, `it answered ${statusCode}${line === '' ? '' : `: ${line}`}`);
  }
  return { contentType: headers['content-type'] ?? '', body };
}

function send(url: URL, { query, signal, targets, endpoint }: Post): Promise<IncomingMessage> {
  const permit = targets.permit(url);
  if (!permit) throw refused(endpoint, url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!permit.allowsPrivate && isIP(host) !== 0 && isPrivateAddress(host))
    throw refusedPrivate(endpoint, host);
  const body = new URLSearchParams({ query }).toString();
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: {
        accept: ACCEPT,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Graphpress',
      },
      signal,
      ...(permit.allowsPrivate ? {} : { lookup: publicOnly(endpoint) }),
    });
    sent.on('response', resolve);
    sent.on('error', (error: Error) => reject(reasonOf(error, endpoint, signal)));
    sent.end(body);
  });
}

/** The name is looked up once, and the address that was checked is the one that is used. */
const publicOnly =
  (endpoint: string): LookupFunction =>
  (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const found = error ? [] : addresses;
      const hidden = found.find(({ address }) => isPrivateAddress(address));
      const problem = error ?? (hidden ? refusedPrivate(endpoint, hostname) : undefined);
      if (problem) callback(problem, '', 0);
      else if (options.all === true) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family ?? 0);
    });
  };

async function readBody(
  response: IncomingMessage,
  { endpoint, signal }: Pick<Post, 'endpoint' | 'signal'>,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BYTES)
        throw failed(endpoint, `its answer is longer than the ${MAX_BYTES} bytes read here`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw reasonOf(error as Error, endpoint, signal);
  }
  return Buffer.concat(chunks, length);
}

function toUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new ServiceError('service-refused', `SERVICE <${text}> is no URL`, text);
  url.hash = '';
  return url;
}

function reasonOf(error: Error, endpoint: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  return error instanceof ServiceError ? error : failed(endpoint, error.message, error);
}

const failed = (endpoint: string, why: string, cause?: Error): ServiceError =>
  new ServiceError(
    'service-failed',
    `SERVICE <${endpoint}> did not answer: ${why}`,
    endpoint,
    cause && { cause },
  );

const refused = (endpoint: string, { href }: URL): ServiceError =>
  new ServiceError(
    'service-refused',
    `SERVICE <${endpoint}> is not asked from here: whoever runs this server allows it with --service-allow ${href}`,
    endpoint,
  );

const refusedPrivate = (endpoint: string, host: string): ServiceError =>
  new ServiceError(
    'service-refused',
    `SERVICE <${endpoint}> is not asked from here: ${host} is a private address, which --service-allow must name itself`,
    endpoint,
  );
