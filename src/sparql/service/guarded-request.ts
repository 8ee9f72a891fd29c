/** Requests to other hosts, after each name is looked up and at each redirection only to what was permitted. */
import { lookup as lookUp } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-addresses.ts';
import { ServiceError } from './service-error.ts';
import type { ServiceTargets } from './service-targets.ts';

const MAX_REDIRECTS = 5;
/** Longest answer that is read. */
const MAX_BYTES = 256 * 1024 * 1024;

export interface GuardedRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string;
  /** The target as whoever asks names it, for errors. */
  readonly target: string;
  /** The keyword before it: "SERVICE". */
  readonly keyword: 'SERVICE' | 'LOAD';
  readonly signal?: AbortSignal | undefined;
  readonly targets: ServiceTargets;
}

export interface GuardedResponse {
  readonly contentType: string;
  /** Where it came from in the end. */
  readonly url: string;
  readonly body: Buffer;
}

/** The answer 200. @throws {ServiceError}; the reason of the signal once it is aborted. */
export const requestGuarded = (asked: GuardedRequest): Promise<GuardedResponse> =>
  follow(toUrl(asked.target, asked), asked, 0);

async function follow(
  url: URL,
  asked: GuardedRequest,
  redirects: number,
): Promise<GuardedResponse> {
  const response = await send(url, asked);
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    response.destroy();
    if (redirects >= MAX_REDIRECTS) throw failed(asked, 'it redirects without end');
    return follow(toUrl(headers.location, asked, url), asked, redirects + 1);
  }
  const body = await readBody(response, asked);
  asked.signal?.throwIfAborted();
  if (statusCode !== 200) {
    const [line = ''] = body.toString('utf8', 0, 200).trim().split('\n', 1);
    throw failed(asked, `it answered ${statusCode}${line === '' ? '' : `: ${line}`}`);
  }
  return { contentType: headers['content-type'] ?? '', url: url.href, body };
}

function send(url: URL, asked: GuardedRequest): Promise<IncomingMessage> {
  const { method, headers, body, signal, targets } = asked;
  const permit = targets.permit(url);
  if (!permit) throw refused(asked, url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!permit.allowsPrivate && isIP(host) !== 0 && isPrivateAddress(host))
    throw refusedPrivate(asked, host);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      headers: { ...headers, 'user-agent': 'Graphpress' },
      ...(signal && { signal }),
      ...(permit.allowsPrivate ? {} : { lookup: publicOnly(asked) }),
    });
    sent.on('response', resolve);
    sent.on('error', (error: Error) => reject(reasonOf(error, asked)));
    sent.end(body);
  });
}

/** The name is looked up once, and the address that was checked is the one that is used. */
const publicOnly =
  (asked: GuardedRequest): LookupFunction =>
  (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const found = error ? [] : addresses;
      const hidden = found.find(({ address }) => isPrivateAddress(address));
      const problem = error ?? (hidden ? refusedPrivate(asked, hostname) : undefined);
      if (problem) callback(problem, '', 0);
      else if (options.all === true) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family ?? 0);
    });
  };

async function readBody(response: IncomingMessage, asked: GuardedRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BYTES)
        throw failed(asked, `its answer is longer than the ${MAX_BYTES} bytes read here`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw reasonOf(error as Error, asked);
  }
  return Buffer.concat(chunks, length);
}

function toUrl(text: string, { keyword, target }: GuardedRequest, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new ServiceError('service-refused', `${keyword} <${text}> is no URL`, target);
  url.hash = '';
  return url;
}

function reasonOf(error: Error, asked: GuardedRequest): unknown {
  if (asked.signal?.aborted) return asked.signal.reason;
  return error instanceof ServiceError ? error : failed(asked, error.message, error);
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
    `${keyword} <${target}> is not asked from here: whoever runs this server allows it with --service-allow ${href}`,
    target,
  );

const refusedPrivate = ({ keyword, target }: GuardedRequest, host: string): ServiceError =>
  new ServiceError(
    'service-refused',
    `${keyword} <${target}> is not asked from here: ${host} is a private address, which --service-allow must name itself`,
    target,
  );
