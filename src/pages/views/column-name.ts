/**
 * The name of a column: as the query states it, or the variable's name as words ("sentenceStart": "sentence start").
 */
import { pickLanguage, type TextInLanguage } from '../../rdf/index.ts';
import type { PageContext } from '../parts/site.ts';
import type { Panel } from './panel.ts';

export function columnName(
  variable: string,
  columns: Panel['columns'] | undefined,
  { preferredLanguages }: PageContext,
): TextInLanguage {
  const stated = pickLanguage(columns?.get(variable) ?? new Map(), preferredLanguages);
  if (stated) return stated;
  const words = variable.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  return { text: words.toLowerCase(), language: '' };
}
