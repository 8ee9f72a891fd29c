/** Conditional requests. https://www.rfc-editor.org/rfc/rfc9110#section-13 */
import { hash } from 'node:crypto';

/** A strong validator for what `parts` determine. */
export function etagOf(...parts: readonly string[]): string {
  const whole = parts.map((part) => `${part.length}:${part}`).join('');
  return `"${hash('sha256', whole, 'base64url').slice(0, 22)}"`;
}

/** Whether the client already has it. If-None-Match compares weakly. */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, ''))
    .some((candidate) => candidate === '*' || candidate === etag);
}
