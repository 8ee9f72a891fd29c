/** The publication as harvesters are told of it. */
import type { HarvestSubject, Place } from '../../harvest/index.ts';
import type { Store } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';

/** A server may answer with a copy of a publication; its store is the same one. */
const known = new WeakMap<Store, Promise<HarvestSubject>>();

/** With the date of its last change, which is asked for once. */
export function harvestOf(publication: Publication): Promise<HarvestSubject> {
  const found = known.get(publication.dataset);
  if (found) return found;
  const { base, version, about, dataset, queries, prefixes } = publication;
  const subject = publication
    .modified()
    .then((changed) => ({ base, version, about, dataset, queries, prefixes, changed }));
  known.set(dataset, subject);
  return subject;
}

/**
 * Where the publication is reached by way of an origin, with a slash at its end. On the host of the base that is the
 * base: what stands before us may have taken the encryption off.
 */
export function placeAt(base: string, origin: string): Place {
  const declared = new URL(base);
  return new URL(origin).host === declared.host ? base : origin + declared.pathname;
}
