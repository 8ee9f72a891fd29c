/** Where a link to an IRI leads: to our own page where we have one, else out. */

/** The paths of one publication, as its pages write them. */
export interface SitePaths {
  /** Path of the base, from "/" to "/": links work wherever the site is mounted. */
  readonly root: string;
  /** The base of the publication's IRIs. */
  readonly base: string;
}

/** The path, inside the publication, of the document about an IRI. */
export function documentPath(iri: string, base: string): string {
  if (!iri.startsWith(base) || iri.includes('?')) return `doc?iri=${encodeURIComponent(iri)}`;
  const path = iri.slice(base.length);
  return path.startsWith('id/') ? `doc/${path.slice('id/'.length)}` : path;
}

/** Whether a browser may follow the IRI: anything else ("javascript:") stays text. */
export const isWebAddress = (iri: string): boolean => /^https?:\/\//i.test(iri);

/** The address of the page about an IRI of ours; undefined for IRIs of others. */
export function ownHref(iri: string, { base, root }: SitePaths): string | undefined {
  return iri.startsWith(base) ? root + documentPath(iri, base) : undefined;
}
