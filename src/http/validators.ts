/** Conditional requests. https://www.rfc-editor.org/rfc/rfc9110#section-13 */
import { createHash } from 'node:crypto';

/** A strong validator for what `parts` determine. */
export function etagOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return `"${hash.digest('base64url').slice(0, 22)}"`;
}

/** Whether the client already has it. If-None-Match compares weakly. */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === '*' || candidate === etag);
}
