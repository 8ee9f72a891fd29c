/** Allows robots everything. https://www.rfc-editor.org/rfc/rfc9309 */
import type { SiteUrl } from '../harvest-subject.ts';

export const writeRobots = (siteUrl: SiteUrl): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${siteUrl}sitemap.xml\n`;
