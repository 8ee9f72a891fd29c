/** HTTP requests to other hosts: the target is checked before the request, after name resolution and at each redirect. */
import { lookup as lookUp } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-addresses.ts';
import { ServiceError } from './service-error.ts';
import type { ServiceTargets } from './service-targets.ts';

const MAX_REDIRECTS = 5;
/** Longest response body that is read, in bytes. */
const MAX_BYTES = 256 * 1024 * 1024;

export interface GuardedRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string;
  /** The target as the query names it, for error messages. */
  readonly target: string;
  /** The keyword of the query, for error messages. */
  readonly keyword: 'SERVICE' | 'LOAD';
  readonly signal?: AbortSignal | undefined;
  readonly targets: ServiceTargets;
}

export interface GuardedResponse {
  readonly contentType: string;
  /** The URL after all redirects. */
  readonly url: string;
  readonly body: Buffer;
}

/** The response with status 200. @throws {ServiceError}; the reason of the signal once it is aborted. */
export const requestGuarded = (request: GuardedRequest): Promise<GuardedResponse> =>
  follow(toUrl(request.target, request), request, 0);

async function follow(
  url: URL,
  request: GuardedRequest,
  redirects: number,
): Promise<GuardedResponse> {
  const response = await send(url, request);
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    response.destroy();
    if (redirects >= MAX_REDIRECTS) throw failed(request, 'it redirects more than 5 times');
    return follow(toUrl(headers.location, request, url), request, redirects + 1);
  }
  const body = await readBody(response, request);
  request.signal?.throwIfAborted();
  if (statusCode !== 200) {
    const [line = ''] = body.toString('utf8', 0, 200).trim().split('\n', 1);
    throw failed(request, `it answered ${statusCode}${line === '' ? '' : `: ${line}`}`);
  }
  return { contentType: headers['content-type'] ?? '', url: url.href, body };
}

function send(url: URL, request: GuardedRequest): Promise<IncomingMessage> {
  const { method, headers, body, signal, targets } = request;
  const permit = targets.permit(url);
  if (!permit) throw refused(request, url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!permit.allowsPrivate && isIP(host) !== 0 && isPrivateAddress(host))
    throw refusedPrivate(request, host);
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = open(url, {
      method,
      headers: { ...headers, 'user-agent': 'Graphpress' },
      ...(signal && { signal }),
      ...(permit.allowsPrivate ? {} : { lookup: publicOnly(request) }),
    });
    sent.on('response', resolve);
    sent.on('error', (error: Error) => reject(toServiceError(error, request)));
    sent.end(body);
  });
}

/** Resolves the name once, so that the address that is checked is the address that is used. */
const publicOnly =
  (request: GuardedRequest): LookupFunction =>
  (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const found = error ? [] : addresses;
      const privateAddress = found.find(({ address }) => isPrivateAddress(address));
      const problem = error ?? (privateAddress ? refusedPrivate(request, hostname) : undefined);
      if (problem) callback(problem, '', 0);
      else if (options.all === true) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family ?? 0);
    });
  };

async function readBody(response: IncomingMessage, request: GuardedRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BYTES)
        throw failed(request, `its response is longer than ${MAX_BYTES} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw toServiceError(error as Error, request);
  }
  return Buffer.concat(chunks, length);
}

function toUrl(text: string, { keyword, target }: GuardedRequest, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new ServiceError('service-refused', `${keyword} <${text}> is not a URL`, target);
  url.hash = '';
  return url;
}

function toServiceError(error: Error, request: GuardedRequest): unknown {
  if (request.signal?.aborted) return request.signal.reason;
  return error instanceof ServiceError ? error : failed(request, error.message, error);
}

const failed = ({ keyword, target }: GuardedRequest, why: string, cause?: Error): ServiceError =>
  new ServiceError(
    'service-failed',
    `${keyword} <${target}> did not answer: ${why}`,
    target,
    cause && { cause },
  );

const refused = ({ keyword, target }: GuardedRequest, { href }: URL): ServiceError =>
  new ServiceError(
    'service-refused',
    `${keyword} <${target}> is not allowed: the operator of this server can allow it with --service-allow ${href}`,
    target,
  );

const refusedPrivate = ({ keyword, target }: GuardedRequest, host: string): ServiceError =>
  new ServiceError(
    'service-refused',
    `${keyword} <${target}> is not allowed: ${host} is a private address, which --service-allow has to name`,
    target,
  );
