/** Filters: the values of a variable as links that select items. They need no scripts. */
import { html, raw } from 'hono/html';
import type { Term } from '../../rdf/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo } from '../parts/links.ts';
import { fill } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { columnName } from './column-name.ts';
import { type Item, type Items, textOf } from './items.ts';
import type { Panel } from './panel.ts';

/** Values that are shown unfolded. */
const SHOWN = 8;

/** The items that match the chosen values; all items if nothing is chosen. */
export function chosenItems(items: Items, chosen: Panel['chosen']): readonly Item[] {
  return items.list.filter((item) =>
    [...chosen].every(([variable, value]) =>
      items.values(item, variable).some((term) => term.value === value),
    ),
  );
}

export function renderFilters(items: Items, panel: Panel, context: PageContext): Html | '' {
  const offered = panel.filters.filter((variable) => items.has(variable));
  if (offered.length === 0) return '';
  return html`<div class="filters">
    ${offered.map((variable) => renderFilter(variable, { items, panel, context }))}
  </div>`;
}

interface FilterFacts {
  readonly items: Items;
  readonly panel: Panel;
  readonly context: PageContext;
}

function renderFilter(variable: string, { items, panel, context }: FilterFacts): Html {
  // Counted among the items that match the other filters, so that each number is the size of the next result.
  const others = new Map([...panel.chosen].filter(([name]) => name !== variable));
  const left = chosenItems(items, others);
  const counts = new Map<string, { readonly term: Term; count: number }>();
  for (const item of left)
    for (const term of items.values(item, variable)) {
      const known = counts.get(term.value);
      if (known) known.count += 1;
      else counts.set(term.value, { term, count: 1 });
    }
  const values = [...counts.values()].toSorted((a, b) => b.count - a.count);
  const chips = values.map(({ term, count }) => {
    const { text, language } = textOf(term, context);
    const isChosen = panel.chosen.get(variable) === term.value;
    const next = new Map(others);
    if (!isChosen) next.set(variable, term.value);
    return html`<li>
      <a
        class="chip"
        href="${hrefTo(addressOf(panel, next), context.site)}"
        lang="${languageTag(language)}"
        ${isChosen ? raw('aria-current="true"') : ''}
        >${text} <span class="count">${count.toLocaleString(context.interfaceLanguage)}</span></a
      >
    </li>`;
  });
  const name = columnName(variable, panel.columns, context);
  return html`<div class="filter">
    <h3 lang="${languageTag(name.language)}">${name.text}</h3>
    <ul>
      ${chips.slice(0, SHOWN)}
    </ul>
    ${
      chips.length > SHOWN
        ? html`<details ${panel.chosen.has(variable) ? raw('open') : ''}>
            <summary>${fill(context.messages.more, chips.length - SHOWN, context)}</summary>
            <ul>
              ${chips.slice(SHOWN)}
            </ul>
          </details>`
        : ''
    }
  </div>`;
}

function addressOf({ path, name }: Panel, chosen: ReadonlyMap<string, string>): string {
  const parameters = new URLSearchParams([...chosen]).toString();
  const separator = path.includes('?') ? '&' : '?';
  return `${path}${parameters === '' ? '' : separator + parameters}#${name}`;
}
