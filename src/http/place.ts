/** Where a client finds the site. */
import { placeAt, type Publication } from '../publication/index.ts';
import type { Asked } from './asked.ts';

/** The URL under which this client reaches the publication, with a slash at its end. */
export const placeOf = ({ base }: Publication, { url }: Asked): string => placeAt(base, url.origin);
