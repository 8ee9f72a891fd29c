/** The search form, to which a script adds suggestions. */
import { html, raw } from 'hono/html';
import type { Html } from './html.ts';
import type { PageContext } from './site.ts';

/** Characters of a search query. */
export const MAX_QUERY = 500;

export interface SearchFormParts {
  /** The current query. */
  readonly query?: string;
  /** The class to which the search is restricted. */
  readonly type?: string | undefined;
  /** The form of the search page, which has a button. */
  readonly isMain?: boolean;
}

export function renderSearchForm(
  { site, messages }: PageContext,
  { query = '', type, isMain = false }: SearchFormParts = {},
): Html {
  return html`<form
    class="search${isMain ? ' main' : ''}"
    role="search"
    action="${site.root}search"
    data-all="${messages.allResults}"
    data-none="${messages.noResults}"
    data-some="${messages.suggestions}"
  >
    ${site.lang === undefined ? '' : html`<input type="hidden" name="lang" value="${site.lang}" />`}
    ${type === undefined ? '' : html`<input type="hidden" name="type" value="${type}" />`}
    <input
      type="search"
      name="q"
      aria-label="${messages.search}"
      placeholder="${messages.searchFor}"
      value="${query}"
      maxlength="${String(MAX_QUERY)}"
      autocomplete="off"
      spellcheck="false"
      ${isMain && query === '' ? raw('autofocus') : ''}
    />
    ${isMain ? html`<button>${messages.search}</button>` : ''}
  </form>`;
}
