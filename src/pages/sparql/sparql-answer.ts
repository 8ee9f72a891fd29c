/** The answer to a query on the endpoint's page: in the requested view, or a remark on the columns that it needs. */
import { html } from 'hono/html';
import type { Answer, AnswerTable } from '../parts/answer.ts';
import type { Html } from '../parts/html.ts';
import type { PageContext } from '../parts/site.ts';
import { renderAnswer } from '../views/render-panel.ts';
import { renderTable } from '../views/table-view.ts';
import type { EndpointView } from '../views/views.ts';

export const renderEndpointAnswer = (
  answer: Answer,
  view: EndpointView | undefined,
  context: PageContext,
): Html => renderAnswer(answer, context, (table) => renderRows(table, view, context));

function renderRows(
  table: AnswerTable,
  view: EndpointView | undefined,
  context: PageContext,
): Html {
  if (!view) return renderTable(table, context);
  const drawing = view.render(table, context);
  if (drawing !== '') return drawing;
  return html`<p class="remark">${view.endpoint[context.interfaceLanguage].needs}</p>`;
}
