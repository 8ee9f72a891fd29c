/** Who may write. https://www.rfc-editor.org/rfc/rfc6750 */
import { hash, timingSafeEqual } from 'node:crypto';
import type { Publication, Writer } from '../../publication/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { HttpError } from '../protocol/problem.ts';

/** Loopback names and addresses; 127.example is a foreign name. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);

/**
 * The writer, for a request that may use it.
 * @throws {HttpError} 403 where nothing can be written, or not from there; 401 without the right token.
 */
export function writerFor({ writer }: Publication, request: RequestContext): Writer {
  if (!writer)
    throw new HttpError(403, 'this endpoint is read-only: it takes queries, not updates', {
      code: 'read-only',
    });
  if (writer.token === undefined) requireSameSite(request);
  else requireToken(request, writer.token);
  return writer;
}

/** Without a token, requests to a loopback name may write, but not those of pages of other sites. */
function requireSameSite({ url, header }: RequestContext): void {
  const origin = header('origin');
  if (origin !== undefined && origin !== url.origin)
    throw new HttpError(
      403,
      'pages of another site write here only with a token: start with --token',
    );
  // A foreign name may resolve to this machine (DNS rebinding).
  if (!isLoopback(url.hostname))
    throw new HttpError(
      403,
      `under the name ${url.hostname} this server is written only with a token: start with --token, or ask localhost`,
    );
}

function requireToken({ header }: RequestContext, token: string): void {
  const given = /^bearer +(\S+)\s*$/i.exec(header('authorization') ?? '')?.[1];
  if (given !== undefined && isSame(given, token)) return;
  throw new HttpError(
    401,
    given === undefined
      ? 'writing needs a token: send it as "Authorization: Bearer TOKEN"'
      : 'this is not the token of this server',
    {
      headers: {
        'www-authenticate': `Bearer realm="graphpress"${given === undefined ? '' : ', error="invalid_token"'}`,
      },
    },
  );
}

/** Compares in constant time. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
