/** Conditional requests. https://www.rfc-editor.org/rfc/rfc9110#section-13 */
import { hash } from 'node:crypto';

/** A strong validator for what `parts` determine. */
export function etagOf(...parts: readonly string[]): string {
  const joined = parts.map((part) => `${part.length}:${part}`).join('');
  return `"${hash('sha256', joined, 'base64url').slice(0, 22)}"`;
}

/** Whether If-None-Match has the tag; it compares weakly. */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === '*' || candidate === etag);
}

/** A date in the format of headers, to the second. https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
export const httpDate = (date: Date): string => date.toUTCString();

/** A date of a request header; undefined if it is malformed. */
export function parseHttpDate(text: string): Date | undefined {
  // Every form of a date in HTTP begins with the day of the week; Date.parse takes much else.
  const time = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}

/**
 * Whether the client has the current representation: by If-None-Match, or else by If-Modified-Since.
 * https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function isCurrent(
  header: (name: string) => string | undefined,
  current: { readonly etag: string; readonly modified: string | undefined },
): boolean {
  const tags = header('if-none-match');
  if (tags !== undefined) return isNotModified(tags, current.etag);
  const since = parseHttpDate(header('if-modified-since') ?? '');
  const modified = parseHttpDate(current.modified ?? '');
  return since !== undefined && modified !== undefined && modified <= since;
}
