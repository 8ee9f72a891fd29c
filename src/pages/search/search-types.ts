/** The classes of the results, each a link that restricts the search to it. */
import { html, raw } from 'hono/html';
import { kindMark } from '../parts/kind-mark.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo } from '../parts/links.ts';
import { searchAddress } from '../parts/search-address.ts';
import type { SearchView } from './search-view.ts';
import type { SearchWords } from './search-words.ts';
import { nameOf, type PageContext } from '../parts/site.ts';

/** Classes that are shown unfolded. */
const SHOWN = 8;

export function renderTypes(view: SearchView, words: SearchWords, context: PageContext): Html {
  const { query, type, types, all } = view;
  const { site, interfaceLanguage } = context;
  const inWords = (count: number) => count.toLocaleString(interfaceLanguage);
  const chosen = types.findIndex(({ iri }) => iri === type);
  // The chosen class is always shown.
  const first = types.filter((_, index) => index < SHOWN || index === chosen);
  const others = types.filter((_, index) => index >= SHOWN && index !== chosen);
  const chip = (one: SearchView['types'][number]) => {
    const { text, language } = nameOf(one.iri, context);
    return html`<li>
      <a
        class="chip"
        href="${hrefTo(searchAddress({ query, type: one.iri }), site)}"
        ${one.iri === type ? raw('aria-current="true"') : ''}
        >${kindMark(one.kind)} <span lang="${languageTag(language)}">${text}</span>
        <span class="count">${inWords(one.count)}</span></a
      >
    </li>`;
  };
  return html`<ul aria-labelledby="types">
      ${
        query === ''
          ? ''
          : html`<li>
              <a
                class="chip"
                href="${hrefTo(searchAddress({ query }), site)}"
                ${type === undefined ? raw('aria-current="true"') : ''}
                >${words.allTypes} <span class="count">${inWords(all)}</span></a
              >
            </li>`
      }
      ${first.map(chip)}
    </ul>
    ${
      others.length === 0
        ? ''
        : html`<details>
            <summary>${words.moreTypes(inWords(others.length))}</summary>
            <ul aria-label="${words.types}">
              ${others.map(chip)}
            </ul>
          </details>`
    }`;
}
