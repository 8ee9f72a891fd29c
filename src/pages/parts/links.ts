/** Addresses of links: to a page of the site for IRIs below its base, else to the IRI itself. */

/** The paths of a publication, for the links of its pages. */
export interface SitePaths {
  /** Path of the base, from "/" to "/": links work wherever the site is mounted. */
  readonly root: string;
  /** The base of the publication's IRIs. */
  readonly base: string;
  /** The language chosen by `?lang=`, which links to pages carry on. */
  readonly lang?: string | undefined;
}

/** The path, inside the publication, of the document about an IRI. */
export function documentPath(iri: string, base: string): string {
  if (!iri.startsWith(base) || iri.includes('?')) return `doc?iri=${encodeURIComponent(iri)}`;
  const path = iri.slice(base.length);
  return path.startsWith('id/') ? `doc/${path.slice('id/'.length)}` : path;
}

/** The path, inside the publication, of the page of a saved query; of its answer for one resource. */
export const savedQueryPath = (name: string, subject?: string): string =>
  `queries/${encodeURIComponent(name)}${subject === undefined ? '' : `?this=${encodeURIComponent(subject)}`}`;

/** Whether the IRI may become a link: others, such as "javascript:", are rendered as text. */
export const isWebAddress = (iri: string): boolean => /^https?:\/\//i.test(iri);

/** The address of the page about an IRI below the base; undefined for other IRIs. */
export function ownHref(iri: string, site: SitePaths): string | undefined {
  return iri.startsWith(site.base) ? hrefTo(documentPath(iri, site.base), site) : undefined;
}

/** The address of a page by its path inside the publication, in the language that the reader has chosen. */
export function hrefTo(path: string, { root: at, lang }: SitePaths): string {
  // Two slashes at the beginning would name a host. https://url.spec.whatwg.org/#url-path-serializing
  const root = at === '/' && path.startsWith('/') ? '/./' : at;
  if (lang === undefined) return root + path;
  const [page = '', fragment] = path.split('#', 2);
  const separator = page.includes('?') ? '&' : '?';
  const end = fragment === undefined ? '' : `#${fragment}`;
  return `${root}${page}${separator}lang=${encodeURIComponent(lang)}${end}`;
}

/** The endpoint with a query in it. */
export const queryHref = (query: string, site: SitePaths): string =>
  hrefTo(`sparql?query=${encodeURIComponent(query)}`, site);
