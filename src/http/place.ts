/** Where a client finds the site. */
import type { Publication } from '../publication/index.ts';
import type { Asked } from './asked.ts';

/**
 * The URL under which this client reaches the publication, with a slash at its end. Where that is the host of the
 * base, it is the base: what stands before us may have taken the encryption off.
 */
export function placeOf({ base }: Publication, { url }: Asked): string {
  const declared = new URL(base);
  return url.host === declared.host ? base : url.origin + declared.pathname;
}
