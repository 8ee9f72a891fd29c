/** What the page hands to its script: where to ask, and the words to say. */

export interface PageData {
  /** Path of the site, from "/" to "/". */
  readonly root: string;
  /** The base of the site's IRIs. */
  readonly base: string;
  /** The language that the reader has chosen; empty where they have not. */
  readonly lang: string;
  readonly interfaceLanguage: string;
  /** The address of the explorer itself. */
  readonly here: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

export function readPageData(): PageData {
  return JSON.parse(document.getElementById('explore-data')?.textContent ?? '{}') as PageData;
}

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words by their keys, with numbers as the reader writes them. */
export function sayIn({ words, interfaceLanguage }: PageData): Say {
  const number = new Intl.NumberFormat(interfaceLanguage);
  return (key, values = {}) =>
    (words[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? number.format(value) : value;
    });
}
