/** The same text in several languages. */
import { languageMatches } from './language-tag.ts';

/** Language tag, lower case, to text; the empty tag is text without a language. */
export type LanguageMap = ReadonlyMap<string, string>;

export interface TextInLanguage {
  readonly text: string;
  /** Empty where the text has no language. */
  readonly language: string;
}

/** The text in the first of the language ranges that has one; else without language, else English, else any. */
export function pickLanguage(
  map: LanguageMap,
  ranges: readonly string[],
): TextInLanguage | undefined {
  for (const range of [...ranges, '', 'en']) {
    for (const [language, text] of map)
      if (range === '' ? language === '' : languageMatches(language, range))
        return { language, text };
  }
  const [first] = map;
  return first && { language: first[0], text: first[1] };
}
