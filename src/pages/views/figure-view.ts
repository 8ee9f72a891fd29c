/** One number with its name, linked to its query. */
import { html } from 'hono/html';
import { pickLanguage } from '../../rdf/index.ts';
import type { AnswerTable } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo, savedQueryPath } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';
import { largeTerm } from './answer-view.ts';
import type { Panel } from './panel.ts';

export function renderFigure(answer: AnswerTable, context: PageContext, panel: Panel): Html | '' {
  const term = answer.rows[0]?.find((value) => value !== undefined);
  if (!term) return '';
  const title = pickLanguage(panel.title, context.preferredLanguages);
  return html`<a class="stat-link" href="${hrefTo(savedQueryPath(panel.name), context.site)}"
    ><b>${largeTerm(term, context)}</b
    ><span lang="${languageTag(title?.language)}">${title?.text}</span></a
  >`;
}
