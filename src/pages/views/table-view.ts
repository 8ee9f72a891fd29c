/** An answer as a table: IRIs by their labels, columns by their names. */
import { html } from 'hono/html';
import type { AnswerTable } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import type { PageContext } from '../parts/site.ts';
import { renderTerm } from '../parts/values.ts';
import { columnName } from './column-name.ts';
import type { Panel } from './panel.ts';

export function renderTable(
  answer: AnswerTable,
  context: PageContext,
  panel?: Pick<Panel, 'columns'>,
): Html {
  const { messages, interfaceLanguage } = context;
  if (answer.rows.length === 0) return html`<p>${messages.noRows}</p>`;
  return html`<p class="count">
      ${answer.rows.length.toLocaleString(interfaceLanguage)}
      ${messages.rows}${answer.isComplete ? '' : ` · ${messages.moreRows}`}
    </p>
    <div class="scroll" role="region" tabindex="0" aria-label="${messages.results}">
      <table>
        <thead>
          <tr>
            ${answer.variables.map((variable) => {
              const { text, language } = columnName(variable, panel?.columns, context);
              return html`<th scope="col" lang="${languageTag(language)}">${text}</th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${answer.rows.map(
            (row) =>
              html`<tr>
                ${row.map((term) => html`<td>${term ? renderTerm(term, context) : ''}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
