/**
 * Items as cards. The layout of a card uses `figure` (large, as stated), or `comparator` and `value` for readers of
 * another language, `unit`, `text`, `note` with `noteText`, `disputed`, `link` (to the source text). All other
 * variables are listed below, by their names.
 */
import { html } from 'hono/html';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo, isWebAddress, documentPath } from '../parts/links.ts';
import { fill } from '../parts/messages.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { renderNote } from './claim-source.ts';
import { renderTerm } from '../parts/values.ts';
import type { AnswerTable } from '../parts/answer.ts';
import { columnName } from './column-name.ts';
import { figureText } from './figure-text.ts';
import { chosenItems } from './filters.ts';
import { type Item, Items, textOf } from './items.ts';
import type { Panel } from './panel.ts';

/** Variables that a card shows in its layout, or not at all. */
const KNOWN: ReadonlySet<string> = new Set([
  'figure',
  'comparator',
  'value',
  'unit',
  'text',
  'note',
  'noteText',
  'disputed',
  'link',
  'start',
  'end',
  'total',
]);

export function renderCards(answer: AnswerTable, context: PageContext, panel: Panel): Html {
  const items = new Items(answer, context);
  const shown = chosenItems(items, panel.chosen);
  const others = answer.variables.slice(1).filter((variable) => !KNOWN.has(variable));
  const { messages, interfaceLanguage } = context;
  const all = items.list.length;
  // A single card has no count.
  return html`${
      all === 1
        ? ''
        : html`<p class="count">
            ${shown.length === all ? '' : html`${shown.length.toLocaleString(interfaceLanguage)} / `}${fill(messages.inAll, all, context)}
          </p>`
    }
    ${shown.length === 0 ? html`<p>${messages.noneChosen}</p>` : ''}
    <ol class="cards">
      ${shown.map((item) => html`<li>${card(item, { items, others, panel, context })}</li>`)}
    </ol>`;
}

interface CardFacts {
  readonly items: Items;
  /** Variables that are listed below. */
  readonly others: readonly string[];
  readonly panel: Panel;
  readonly context: PageContext;
}

function card(item: Item, { items, others, panel, context }: CardFacts): Html {
  const { messages } = context;
  const figure = figureText(item, items, context);
  const unit = items.text(item, 'unit');
  const text = items.text(item, 'text') ?? textOf(item.key, context);
  const isDisputed = items.values(item, 'disputed').some(({ value }) => value === 'true');
  return html`<article class="card ${isDisputed ? 'disputed' : ''}" id="${item.anchor}">
    ${
      figure
        ? html`<p class="figure">
            <span lang="${languageTag(figure.language)}">${figure.text}</span>
            ${unit ? html`<span class="unit" lang="${languageTag(unit.language)}">${unit.text}</span>` : ''}
          </p>`
        : ''
    }
    <p class="says-it" lang="${languageTag(text.language)}">${text.text}</p>
    ${isDisputed ? html`<p class="mark">${messages.disputed}</p>` : ''}
    ${items
      .within(item, 'note')
      .values()
      .map((rows) => renderNote(rows, items, context))
      .toArray()}
    <dl class="meta">
      ${others.map((variable) => fact(item, variable, { items, panel, context }))}
    </dl>
    <p class="ways">
      ${
        item.key.termType === 'NamedNode' &&
        item.key.value.startsWith(context.site.base) &&
        item.key.value !== panel.subject
          ? html`<a href="${hrefTo(documentPath(item.key.value, context.site.base), context.site)}"
              >${messages.details}</a
            >`
          : ''
      }
      ${items
        .values(item, 'link')
        .filter(({ value }) => isWebAddress(value))
        .map(
          ({ value }) =>
            html`<a class="out" href="${value}" rel="external">${messages.readSource}</a>`,
        )}
    </p>
  </article>`;
}

function fact(
  item: Item,
  variable: string,
  { items, panel, context }: Omit<CardFacts, 'others'>,
): Html | '' {
  const values = items.values(item, variable);
  if (values.length === 0) return '';
  const name = columnName(variable, panel.columns, context);
  return html`<div>
    <dt lang="${languageTag(name.language)}">${name.text}</dt>
    <dd>
      ${values.map(
        (term, index) =>
          html`${index > 0 ? ' · ' : ''}${
            term.termType === 'NamedNode' && !term.value.startsWith(context.site.base)
              ? nameOf(term.value, context).text
              : renderTerm(term, context)
          }`,
      )}
    </dd>
  </div>`;
}
