/** The context that the pages of a publication share. */
import {
  offeredLanguage,
  type PageContext,
  pageContext,
  SCRIPT_NAMES,
  type ScriptName,
  SCRIPTS_HASH,
  type Site,
  STYLESHEET_HASH,
} from '../../pages/index.ts';
import type { Publication } from '../../publication/index.ts';
import type { Reader } from '../resource/resource.ts';
import { siteMenu } from './site-menu.ts';

/** Path of the stylesheet inside the publication. */
export const STYLESHEET_PATH = 'assets/graphpress.css';

/** Path of a script inside the publication. */
export const scriptPath = (name: ScriptName): string => `assets/${name}.js`;

const SCRIPTS = Object.fromEntries(
  SCRIPT_NAMES.map((name) => [name, `${scriptPath(name)}?v=${SCRIPTS_HASH}`]),
) as Site['scripts'];

export async function siteOf(publication: Publication): Promise<Site> {
  const { base, about, prefixes, memo } = publication;
  return {
    base,
    root: new URL(base).pathname,
    titles: about.titles,
    shortTitles: about.shortTitles,
    menu: await siteMenu(publication),
    languages: about.languages,
    license: about.license,
    prefixes,
    memo,
    hasPast: await publication.versions.areThere(),
    stylesheet: `${STYLESHEET_PATH}?v=${STYLESHEET_HASH}`,
    scripts: SCRIPTS,
  };
}

export interface PageIris {
  readonly path: string;
  /** All IRIs that may be labelled on the page. */
  readonly iris: ReadonlySet<string> | readonly string[];
  /** IRIs whose kinds are shown; by default all of them. */
  readonly marked?: ReadonlySet<string> | readonly string[];
}

/** The context of a page for a reader, with labels and kinds of its IRIs. */
export async function pageFor(
  publication: Publication,
  reader: Reader,
  { path, iris, marked = iris }: PageIris,
): Promise<PageContext> {
  const { descriptions } = publication;
  const [labels, kinds] = [await descriptions.labels(iris), await descriptions.kinds(marked)];
  const preferredLanguages = [...reader.languages, ...publication.about.languages];
  const plain = await siteOf(publication);
  const site = { ...plain, lang: offeredLanguage(plain, reader.chosenLanguage) };
  return pageContext(site, { path, preferredLanguages, labels, kinds });
}
