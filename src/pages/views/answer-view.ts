/**
 * The answer to a question. One row: its `figure`, or its first value, large, and the other variables below. Several
 * rows: their number, and the first of them.
 */
import { html } from 'hono/html';
import { type Term, xsd } from '../../rdf/index.ts';
import type { AnswerTable } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { isWebAddress } from '../parts/links.ts';
import { fill } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { renderTerm } from '../parts/values.ts';
import { columnName } from './column-name.ts';
import { Items, textOf } from './items.ts';
import type { Panel } from './panel.ts';

const SHOWN = 5;

export function renderAnswerView(answer: AnswerTable, context: PageContext, panel: Panel): Html {
  const items = new Items(answer, context);
  const [first] = items.list;
  const { messages } = context;
  if (!first) return html`<p>${messages.noRows}</p>`;
  const [lead = ''] = answer.variables;
  if (items.list.length === 1) {
    const figure = items.values(first, 'figure')[0] ?? first.key;
    const unit = items.text(first, 'unit');
    const shown = new Set(['figure', 'unit', 'link', lead]);
    return html`<p class="figure">
        ${largeTerm(figure, context)}
        ${unit ? html`<span class="unit" lang="${languageTag(unit.language)}">${unit.text}</span>` : ''}
      </p>
      <dl class="meta">
        ${answer.variables
          .filter((variable) => !shown.has(variable))
          .map((variable) => {
            const name = columnName(variable, panel.columns, context);
            const values = items.values(first, variable);
            if (values.length === 0) return '';
            return html`<div>
              <dt lang="${languageTag(name.language)}">${name.text}</dt>
              <dd>
                ${values.map((term, index) => html`${index > 0 ? ' · ' : ''}${renderTerm(term, context)}`)}
              </dd>
            </div>`;
          })}
      </dl>
      ${items
        .values(first, 'link')
        .filter(({ value }) => isWebAddress(value))
        .slice(0, 1)
        .map(
          ({ value }) =>
            html`<p class="ways">
              <a class="out" href="${value}" rel="external">${messages.readSource}</a>
            </p>`,
        )}`;
  }
  return html`<p class="figure">
      ${items.list.length.toLocaleString(context.interfaceLanguage)}${answer.isComplete ? '' : '+'}
    </p>
    <ul class="plain">
      ${items.list.slice(0, SHOWN).map(({ key }) => html`<li>${renderTerm(key, context)}</li>`)}
    </ul>
    ${items.list.length > SHOWN ? html`<p class="count">${fill(messages.more, items.list.length - SHOWN, context)}</p>` : ''}`;
}

const NUMBERS: ReadonlySet<string> = new Set(
  ['integer', 'decimal', 'double', 'float'].map((name) => xsd(name).value),
);

/** A number formatted for the language of the interface; other terms by their names. */
export function largeTerm(term: Term, context: PageContext): Html {
  const isNumber = term.termType === 'Literal' && NUMBERS.has(term.datatype.value);
  if (isNumber && Number.isFinite(Number(term.value)))
    return html`${Number(term.value).toLocaleString(context.interfaceLanguage)}`;
  const { text, language } = textOf(term, context);
  return html`<span lang="${languageTag(language)}">${text}</span>`;
}
