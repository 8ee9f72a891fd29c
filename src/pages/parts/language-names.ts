/** Language tags for attributes, and the names of languages. */

/** A tag for a lang attribute, in the case that BCP 47 recommends. */
export function languageTag(language: string | undefined): string {
  if (!language) return '';
  return language.replace(
    /-([a-z])([a-z]{3})(?=-|$)/,
    (_, first: string, rest: string) => `-${first.toUpperCase()}${rest}`,
  );
}

/** A language's name in that language: "English", "中文". */
export function ownName(language: string): string {
  const primary = language.split('-')[0] ?? language;
  try {
    return new Intl.DisplayNames([primary], { type: 'language' }).of(primary) ?? language;
  } catch {
    return language;
  }
}

export const sameLanguage = (a: string, b: string): boolean => a.split('-')[0] === b.split('-')[0];
