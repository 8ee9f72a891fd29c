/** Where a client finds the site. */
import type { Publication } from '../../publication/index.ts';
import { siteUrlAt } from '../../site/index.ts';
import type { RequestContext } from './request-context.ts';

/** The URL under which this client reaches the publication, with a slash at its end. */
export const siteUrlOf = ({ base }: Publication, { url }: RequestContext): string =>
  siteUrlAt(base, url.origin);
