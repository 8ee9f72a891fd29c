/** Saved queries as panels: the title, the answer in its views, and a link to the query. */
import { html } from 'hono/html';
import { pickLanguage } from '../../rdf/index.ts';
import type { Answer, AnswerTable } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo, savedQueryPath } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';
import { renderFilters } from './filters.ts';
import { Items } from './items.ts';
import type { Panel } from './panel.ts';
import { PANEL_VIEWS } from './views.ts';

/** Whether there is anything to show; empty panels are omitted. */
export const hasContent = ({ answer }: Panel): boolean =>
  answer.kind === 'boolean' ||
  answer.kind === 'error' ||
  (answer.kind === 'table' && answer.rows.length > 0);

/** A panel among others on a page. */
export function renderPanel(panel: Panel, context: PageContext): Html | '' {
  if (!hasContent(panel)) return '';
  const title = pickLanguage(panel.title, context.preferredLanguages);
  const { subject, name } = panel;
  return html`<section class="answer" id="${name}">
    <h2 lang="${languageTag(title?.language)}">${title?.text}</h2>
    ${renderPanelAnswer(panel, context)}
    <p class="ways">
      <a href="${hrefTo(savedQueryPath(name, subject), context.site)}"
        >${context.messages.showQuery}</a
      >
    </p>
  </section>`;
}

/** The answer alone, in each of its views. */
export const renderPanelAnswer = (panel: Panel, context: PageContext): Html =>
  renderAnswer(panel.answer, context, (table) => renderViews(table, panel, context));

/** An answer of any kind; `renderRows` renders one that is a table. */
export function renderAnswer(
  answer: Answer,
  { messages }: PageContext,
  renderRows: (table: AnswerTable) => Html,
): Html {
  switch (answer.kind) {
    case 'none':
      return html``;
    case 'error':
      return html`<p class="error" role="alert">${answer.message}</p>`;
    case 'boolean':
      return html`<p class="figure">${answer.value ? messages.yes : messages.no}</p>`;
    case 'table':
      return renderRows(answer);
  }
}

function renderViews(answer: AnswerTable, panel: Panel, context: PageContext): Html {
  const names = panel.views.length > 0 ? panel.views : (['table'] as const);
  const views = names.map((name) => PANEL_VIEWS[name]);
  const [overviews, others] = [true, false].map((isOverview) =>
    views
      .filter((view) => (view.isOverview ?? false) === isOverview)
      .map((view) => view.render(answer, context, panel)),
  );
  const filters =
    panel.filters.length > 0 ? renderFilters(new Items(answer, context), panel, context) : '';
  return html`${overviews} ${filters} ${others}
  ${views.some(({ reportsMissingRows }) => reportsMissingRows) ? '' : missingRows(answer, context)}`;
}

/** States that the answer was not read to its end, for views that do not state it themselves. */
const missingRows = (
  { rows, isComplete }: AnswerTable,
  { messages, interfaceLanguage }: PageContext,
): Html | '' =>
  isComplete
    ? ''
    : html`<p class="count">
        ${rows.length.toLocaleString(interfaceLanguage)} ${messages.rows} · ${messages.moreRows}
      </p>`;
