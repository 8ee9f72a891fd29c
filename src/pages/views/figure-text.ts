/**
 * A figure as stated, "over 300", for readers of its language; for other readers it is composed of `comparator` and
 * `value`.
 */
import type { TextInLanguage } from '../../rdf/index.ts';
import { sameLanguage } from '../parts/language-names.ts';
import type { PageContext } from '../parts/site.ts';
import type { Item, Items } from './items.ts';

export function figureText(
  item: Item,
  items: Items,
  { preferredLanguages, interfaceLanguage }: PageContext,
): TextInLanguage | undefined {
  const stated = items.text(item, 'figure');
  const value = items.number(item, 'value');
  const isForeign =
    stated !== undefined &&
    stated.language !== '' &&
    !sameLanguage(stated.language, preferredLanguages[0] ?? interfaceLanguage);
  if (value === undefined || (stated && !isForeign)) return stated;
  const number = value.toLocaleString(interfaceLanguage);
  const comparator = items.text(item, 'comparator');
  if (!comparator) return { text: number, language: '' };
  const space = /\p{Script=Han}$/u.test(comparator.text) ? '' : ' ';
  return { text: `${comparator.text}${space}${number}`, language: comparator.language };
}
