/** The facts of a publication for harvesters. */
import type { HarvestSubject, SiteUrl } from '../../harvest/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Includes the date of the last change, which is read once. */
export const harvestOf = (publication: Publication): Promise<HarvestSubject> =>
  publication.memo.derive('harvest-subject', async () => {
    const { base, version, about, dataset, queries, prefixes, memo, modified } = publication;
    return { base, version, about, dataset, queries, prefixes, memo, changed: await modified() };
  });

/**
 * The URL of the site at an origin, ending in a slash. If the host is that of the base, it is the base itself: a proxy
 * in front of the server may terminate TLS, so the scheme of a request can differ.
 */
export function siteUrlAt(base: string, origin: string): SiteUrl {
  const declared = new URL(base);
  return new URL(origin).host === declared.host ? base : origin + declared.pathname;
}
