/** Replies to responses, with the headers that all have in common. */
import { isCompressible } from './content-encoding.ts';
import type { Reply } from './reply.ts';

/** Headers of every response, errors included. https://fetch.spec.whatwg.org/#http-cors-protocol */
const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Link, ETag, Last-Modified, Content-Location, Location, Vary, Retry-After, Content-Disposition, Allow, Memento-Datetime',
  'x-content-type-options': 'nosniff',
};

const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

export function toResponse({ status = 200, headers, body }: Reply): Response {
  const type = headers['content-type'];
  const isPage = type?.startsWith('text/html') === true;
  const all: Record<string, string> = isPage
    ? { ...headers, ...COMMON_HEADERS, ...PAGE_HEADERS }
    : { ...headers, ...COMMON_HEADERS };
  if (isCompressible(type))
    all['vary'] = all['vary'] === undefined ? 'Accept-Encoding' : `${all['vary']}, Accept-Encoding`;
  return new Response(body, { status, headers: all });
}
