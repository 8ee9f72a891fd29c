/** What people call a variable: as its query says, or its name taken apart ("sentenceStart": "sentence start"). */
import { pickLanguage, type TextInLanguage } from '../../rdf/index.ts';
import type { PageContext } from '../parts/site.ts';
import type { Panel } from './panel.ts';

export function columnName(
  variable: string,
  columns: Panel['columns'] | undefined,
  { wanted }: PageContext,
): TextInLanguage {
  const said = pickLanguage(columns?.get(variable) ?? new Map(), wanted);
  if (said) return said;
  const words = variable.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  return { text: words.toLowerCase(), language: '' };
}
