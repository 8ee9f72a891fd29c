/** What every page knows of the site and of its reader. */
import type { Memo } from '../../memo.ts';
import {
  compactIri,
  languageMatches,
  type LanguageMap,
  pickLanguage,
  type Prefixes,
  splitIri,
  type TextInLanguage,
} from '../../rdf/index.ts';
import type { Kind } from '../../description/index.ts';
import type { SitePaths } from './links.ts';
import type { ScriptName } from './scripts.ts';
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  type Messages,
  messagesIn,
} from './messages.ts';

export interface Site extends SitePaths {
  readonly titles: LanguageMap;
  /** What the bar calls the site, where that is shorter. */
  readonly shortTitles: LanguageMap;
  /** The main pages, in the order of the bar. */
  readonly menu: readonly MenuEntry[];
  /** Languages of the content, lower case. */
  readonly languages: readonly string[];
  readonly license: string | undefined;
  readonly prefixes: Prefixes;
  readonly memo: Memo;
  /** Whether earlier versions can be had. */
  readonly hasPast: boolean;
  /** Paths inside the publication. */
  readonly stylesheet: string;
  readonly scripts: Readonly<Record<ScriptName, string>>;
}

export interface MenuEntry {
  /** Path inside the publication. */
  readonly path: string;
  readonly labels: LanguageMap;
}

/** A page being written for a reader. */
export interface PageContext {
  readonly site: Site;
  /** Language ranges, the most wanted first. */
  readonly wanted: readonly string[];
  readonly interfaceLanguage: InterfaceLanguage;
  readonly messages: Messages;
  /** Path of the page inside the publication. */
  readonly path: string;
  /** Labels of every IRI that the page may name. */
  readonly labels: ReadonlyMap<string, LanguageMap>;
  /** What kind of thing each of them is. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

export function pageContext(
  site: Site,
  page: Pick<PageContext, 'wanted' | 'path'> & {
    readonly labels?: PageContext['labels'];
    readonly kinds?: PageContext['kinds'];
  },
): PageContext {
  const interfaceLanguage = chooseInterface(page.wanted);
  return {
    site,
    labels: new Map(),
    kinds: new Map(),
    ...page,
    interfaceLanguage,
    messages: messagesIn(interfaceLanguage),
  };
}

/** The first wanted language that the interface speaks; a range or a region of it counts ("zh", "en-GB"). */
function chooseInterface(wanted: readonly string[]): InterfaceLanguage {
  for (const range of wanted) {
    const found = INTERFACE_LANGUAGES.find(
      (language) =>
        languageMatches(language, range) || languageMatches(range, language.split('-')[0] ?? ''),
    );
    if (found) return found;
  }
  return 'en';
}

/** The languages a reader can switch to: the content's, or the interface's where the content names none. */
export function offeredLanguages(site: Site): readonly string[] {
  return site.languages.length > 0 ? site.languages : INTERFACE_LANGUAGES;
}

/** That of the offered languages which a reader has chosen; undefined for one that there is not. */
export const offeredLanguage = (site: Site, chosen: string | undefined): string | undefined =>
  chosen === undefined
    ? undefined
    : offeredLanguages(site).find((language) => languageMatches(language, chosen));

/** What to call an IRI: its label, or "edu:Claim", or the end of the IRI. */
export function nameOf(iri: string, { labels, site, wanted }: PageContext): TextInLanguage {
  const label = pickLanguage(labels.get(iri) ?? new Map(), wanted);
  if (label) return label;
  const { localName } = splitIri(iri);
  return {
    text: compactIri(iri, site.prefixes) ?? (localName === '' ? iri : localName),
    language: '',
  };
}
