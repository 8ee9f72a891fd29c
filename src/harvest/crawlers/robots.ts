/** Allows robots everything. https://www.rfc-editor.org/rfc/rfc9309 */
import type { Place } from '../harvest-subject.ts';

export const writeRobots = (place: Place): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${place}sitemap.xml\n`;
