/** Saved queries as panels: title, what their answers look like, and the way to the query. */
import { html } from 'hono/html';
import { pickLanguage } from '../../rdf/index.ts';
import type { View } from '../../queries/index.ts';
import type { AnswerTable } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/layout.ts';
import { hrefTo, savedQueryPath } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';
import { renderAnswerView } from './answer-view.ts';
import { renderBars } from './bar-view.ts';
import { renderCards } from './cards-view.ts';
import { renderFigure } from './figure-view.ts';
import { renderFilters } from './filters.ts';
import { Items } from './items.ts';
import { renderMap } from './map-view.ts';
import { renderNetworkView } from './network-view.ts';
import type { Panel } from './panel.ts';
import { renderStrip } from './strip-view.ts';
import { renderTable } from './table-view.ts';
import { renderTimeline } from './timeline-view.ts';

/** Whether there is anything to show: an empty panel does not appear. */
export const hasContent = ({ answer }: Panel): boolean =>
  answer.kind === 'boolean' ||
  answer.kind === 'error' ||
  (answer.kind === 'table' && answer.rows.length > 0);

/** A panel among others on a page. */
export function renderPanel(panel: Panel, context: PageContext): Html | '' {
  if (!hasContent(panel)) return '';
  const title = pickLanguage(panel.title, context.wanted);
  const { subject, name } = panel;
  return html`<section class="answer" id="${name}">
    <h2 lang="${languageTag(title?.language)}">${title?.text}</h2>
    ${renderPanelAnswer(panel, context)}
    <p class="ways">
      <a href="${hrefTo(savedQueryPath(name, subject), context.site)}"
        >${context.messages.theQuery}</a
      >
    </p>
  </section>`;
}

/** The answer alone, in each of its views. */
export function renderPanelAnswer(panel: Panel, context: PageContext): Html {
  const { answer, views } = panel;
  switch (answer.kind) {
    case 'none':
      return html``;
    case 'error':
      return html`<p class="error" role="alert">${answer.message}</p>`;
    case 'boolean':
      return html`<p class="figure">
        ${answer.value ? context.messages.yes : context.messages.no}
      </p>`;
    case 'table': {
      const filters =
        panel.filters.length > 0 ? renderFilters(new Items(answer, context), panel, context) : '';
      const wanted = views.length > 0 ? views : (['table'] as const);
      // A strip gives the overview, so that the filters stand between it and what they choose.
      return html`${wanted.includes('strip') ? renderStrip(answer, panel, context) : ''} ${filters}
      ${wanted
        .filter((view) => view !== 'strip')
        .map((view) => renderView(view, answer, { panel, context }))}
      ${isSaidByTable(wanted) ? '' : leftOutRows(answer, context)}`;
    }
  }
}

const isSaidByTable = (views: readonly View[]): boolean =>
  views.includes('table') || views.includes('source');

/** Whatever a view draws of an answer that was not read to its end, a reader is told. */
const leftOutRows = (
  { rows, isWhole }: AnswerTable,
  { messages, interfaceLanguage }: PageContext,
): Html | '' =>
  isWhole
    ? ''
    : html`<p class="count">
        ${rows.length.toLocaleString(interfaceLanguage)} ${messages.rows} · ${messages.moreRows}
      </p>`;

export function renderView(
  view: View,
  answer: AnswerTable,
  { panel, context }: { readonly panel: Panel; readonly context: PageContext },
): Html | '' {
  switch (view) {
    case 'table':
    case 'source':
      return renderTable(answer, panel, context);
    case 'cards':
      return renderCards(answer, panel, context);
    case 'strip':
      return renderStrip(answer, panel, context);
    case 'figure':
      return renderFigure(answer, panel, context);
    case 'answer':
      return renderAnswerView(answer, panel, context);
    case 'bar':
      return renderBars(answer, panel, context);
    case 'map':
      return renderMap(answer, context);
    case 'timeline':
      return renderTimeline(answer, context);
    case 'network':
      return renderNetworkView(answer, context);
  }
}
