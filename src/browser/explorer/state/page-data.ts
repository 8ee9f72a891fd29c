/** The JSON data of the explorer page for its script. */

export interface PageData {
  /** Path of the site, from "/" to "/". */
  readonly root: string;
  /** The base of the site's IRIs. */
  readonly base: string;
  /** The language chosen by the reader; empty if none was chosen. */
  readonly lang: string;
  readonly interfaceLanguage: string;
  /** The URL of the explorer. */
  readonly here: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

export function readPageData(): PageData {
  return JSON.parse(document.getElementById('explore-data')?.textContent ?? '{}') as PageData;
}

export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Looks up interface texts by key and formats numbers for the language of the interface. */
export function translatorOf({ words, interfaceLanguage }: PageData): Translate {
  const number = new Intl.NumberFormat(interfaceLanguage);
  return (key, values = {}) =>
    (words[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    });
}
