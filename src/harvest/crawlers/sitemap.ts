/** The sitemap for search engines: all pages. https://www.sitemaps.org/protocol.html */

/** URLs of one sitemap file. */
export const MAX_URLS = 50_000;

export interface SitemapFile {
  /** Paths of pages, percent-encoded, below the URL of the site. */
  readonly paths: readonly string[];
  readonly siteUrl: string;
}

export function writeSitemap({ paths, siteUrl }: SitemapFile): string {
  const urls = paths.map((path) => `<url><loc>${xml(siteUrl + path)}</loc></url>\n`).join('');
  return `${DECLARATION}<urlset xmlns="${NAMESPACE}">\n${urls}</urlset>\n`;
}

/** The index of a sitemap that needs several files. */
export function writeSitemapIndex({ paths, siteUrl }: SitemapFile): string {
  const maps = paths
    .map((path) => `<sitemap><loc>${xml(siteUrl + path)}</loc></sitemap>\n`)
    .join('');
  return `${DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${maps}</sitemapindex>\n`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const xml = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
