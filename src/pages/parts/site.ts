/** The context of every page: the site and the reader's languages. */
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
  /** Shorter titles for the menu, if any. */
  readonly shortTitles: LanguageMap;
  /** The main pages, in the order of the menu. */
  readonly menu: readonly MenuEntry[];
  /** Languages of the content, lower case. */
  readonly languages: readonly string[];
  readonly license: string | undefined;
  readonly prefixes: Prefixes;
  readonly memo: Memo;
  /** Whether earlier versions are available. */
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

/** What a page is rendered with. */
export interface PageContext {
  readonly site: Site;
  /** Language ranges in order of preference. */
  readonly preferredLanguages: readonly string[];
  readonly interfaceLanguage: InterfaceLanguage;
  readonly messages: Messages;
  /** Path of the page inside the publication. */
  readonly path: string;
  /** Labels of all IRIs that occur on the page. */
  readonly labels: ReadonlyMap<string, LanguageMap>;
  /** The kind of each of them. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

export function pageContext(
  site: Site,
  page: Pick<PageContext, 'preferredLanguages' | 'path'> & {
    readonly labels?: PageContext['labels'];
    readonly kinds?: PageContext['kinds'];
  },
): PageContext {
  const interfaceLanguage = chooseInterface(page.preferredLanguages);
  return {
    site,
    labels: new Map(),
    kinds: new Map(),
    ...page,
    interfaceLanguage,
    messages: messagesIn(interfaceLanguage),
  };
}

/** The first of the preferred languages that the interface has; ranges and regions match too ("zh", "en-GB"). */
function chooseInterface(preferredLanguages: readonly string[]): InterfaceLanguage {
  for (const range of preferredLanguages) {
    const found = INTERFACE_LANGUAGES.find(
      (language) =>
        languageMatches(language, range) || languageMatches(range, language.split('-')[0] ?? ''),
    );
    if (found) return found;
  }
  return 'en';
}

/** The languages a reader can switch to: those of the content, or those of the interface if the content has none. */
export function offeredLanguages(site: Site): readonly string[] {
  return site.languages.length > 0 ? site.languages : INTERFACE_LANGUAGES;
}

/** The offered language that a reader has chosen; undefined if it is not offered. */
export const offeredLanguage = (site: Site, chosen: string | undefined): string | undefined =>
  chosen === undefined
    ? undefined
    : offeredLanguages(site).find((language) => languageMatches(language, chosen));

/** The name of an IRI: its label, else "edu:Claim", else the last part of the IRI. */
export function nameOf(
  iri: string,
  { labels, site, preferredLanguages }: PageContext,
): TextInLanguage {
  const label = pickLanguage(labels.get(iri) ?? new Map(), preferredLanguages);
  if (label) return label;
  const { localName } = splitIri(iri);
  return {
    text: compactIri(iri, site.prefixes) ?? (localName === '' ? iri : localName),
    language: '',
  };
}
