/** What the pages of a publication share. */
import { type PageContext, pageContext, type Site } from '../pages/index.ts';
import type { Publication } from './publication.ts';
import type { Reader } from './resource.ts';

/** Path of the stylesheet inside the publication. */
export const STYLESHEET_PATH = 'assets/graphpress.css';

export function siteOf({ base, about, prefixes, version }: Publication): Site {
  return {
    base,
    root: new URL(base).pathname,
    titles: about.titles,
    languages: about.languages,
    license: about.license,
    prefixes,
    stylesheet: `${STYLESHEET_PATH}?v=${version}`,
  };
}

/** A page for a reader, with the labels of the IRIs it may name. */
export async function pageFor(
  publication: Publication,
  reader: Reader,
  { path, iris }: { readonly path: string; readonly iris: Iterable<string> },
): Promise<PageContext> {
  const labels = await publication.descriptions.labels(iris);
  const wanted = [...reader.languages, ...publication.about.languages];
  return pageContext(siteOf(publication), { path, wanted, labels });
}
