/** Language ranges, and the choice among texts. */
import { describe, expect, it } from 'vitest';
import { languageMatches, pickLanguage } from '../../src/rdf/index.ts';

describe('languageMatches', () => {
  it.each([
    ['zh-Hans', 'zh', true],
    ['ZH-HANS', 'zh-hans', true],
    ['zh', 'zh-Hans', false],
    ['zho', 'zh', false],
    ['en', '*', true],
    ['', '*', false],
    ['', 'en', false],
  ])('"%s" is in the range "%s": %s', (tag, range, expected) => {
    expect(languageMatches(tag, range)).toBe(expected);
  });
});

describe('pickLanguage', () => {
  const ALL = [
    ['de', 'Haus'],
    ['en', 'house'],
    ['', '0'],
    ['zh-hans', '房子'],
  ] as const;
  const pick = (texts: readonly (readonly [string, string])[], ...wanted: string[]) =>
    pickLanguage(new Map(texts), wanted);

  it('takes the first wanted language that has a text', () => {
    expect(pick(ALL, 'fr', 'zh', 'de')).toEqual({ language: 'zh-hans', text: '房子' });
  });

  it('takes the text without a language before English', () => {
    expect(pick(ALL, 'fr')).toEqual({ language: '', text: '0' });
  });

  it('takes English before any other', () => {
    expect(pick(ALL.slice(0, 2), 'fr')).toEqual({ language: 'en', text: 'house' });
  });

  it('takes any text rather than none', () => {
    expect(pick(ALL.slice(0, 1), 'fr')).toEqual({ language: 'de', text: 'Haus' });
  });

  it('is undefined where there is no text', () => {
    expect(pick([], 'en')).toBeUndefined();
  });
});
