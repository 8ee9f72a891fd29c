/** The publication as harvesters are told of it. */
import type { HarvestSubject, Place } from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';

/** With the date of its last change, which is read once. */
export const harvestOf = (publication: Publication): Promise<HarvestSubject> =>
  publication.memo.derive('harvest-subject', async () => {
    const { base, version, about, dataset, queries, prefixes, memo, modified } = publication;
    return { base, version, about, dataset, queries, prefixes, memo, changed: await modified() };
  });

/**
 * Where the publication is reached by way of an origin, with a slash at its end. On the host of the base that is the
 * base: what stands before us may have taken the encryption off.
 */
export function siteUrlAt(base: string, origin: string): Place {
  const declared = new URL(base);
  return new URL(origin).host === declared.host ? base : origin + declared.pathname;
}
