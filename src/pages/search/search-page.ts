/** The search page: results, corrections, and help. */
import { html } from 'hono/html';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { hrefTo } from '../parts/links.ts';
import { searchAddress } from '../parts/search-address.ts';
import { renderSearchForm } from '../parts/search-form.ts';
import { renderHit } from './search-hit.ts';
import { renderTypes } from './search-types.ts';
import type { SearchView } from './search-view.ts';
import { SEARCH_WORDS, type SearchWords } from './search-words.ts';
import { nameOf, type PageContext } from '../parts/site.ts';

export function renderSearch(view: SearchView, context: PageContext): Promise<string> {
  const { messages, interfaceLanguage } = context;
  const words = SEARCH_WORDS[interfaceLanguage];
  const { query, type } = view;
  const isBlank = query === '' && type === undefined;
  const content = html`<h1>${messages.search}</h1>
    ${renderSearchForm(context, { query, type, isMain: true })}
    ${isBlank ? renderStart(view, words, context) : renderFound(view, words, context)}`;
  const what = query === '' && type !== undefined ? nameOf(type, context).text : query;
  const title = what === '' ? messages.search : `${what} · ${messages.search}`;
  return renderPage(context, { title, content });
}

/** The page without a query. */
function renderStart(view: SearchView, words: SearchWords, context: PageContext): Html {
  const { interfaceLanguage, site } = context;
  return html`<p class="lead">${words.lead(view.indexed.toLocaleString(interfaceLanguage))}</p>
    ${bound(view, words, context)}
    ${
      view.entrances.length === 0
        ? ''
        : html`<h2>${words.entrances}</h2>
            <ul class="entrances">
              ${view.entrances.map(({ iri, path }) => {
                const { text, language } = nameOf(iri, context);
                return html`<li>
                  <a href="${hrefTo(path, site)}"
                    ><span class="name" lang="${languageTag(language)}">${text}</span></a
                  >
                </li>`;
              })}
            </ul>`
    }
    ${
      view.types.length === 0
        ? ''
        : html`<section class="types">
            <h2 id="types">${words.browse}</h2>
            ${renderTypes(view, words, context)}
          </section>`
    }
    ${howTo(words, context)}`;
}

function renderFound(view: SearchView, words: SearchWords, context: PageContext): Html {
  const { total, hits, type, query } = view;
  const inWords = (count: number) => count.toLocaleString(context.interfaceLanguage);
  const chosenType = type === undefined ? undefined : nameOf(type, context);
  return html`<p class="found" role="status">
      <b>${total === 0 ? words.nothing : words.found(inWords(total), total === 1)}</b>
      ${
        chosenType === undefined
          ? ''
          : html`· ${words.everything}
              <span lang="${languageTag(chosenType.language)}">${chosenType.text}</span>`
      }
    </p>
    ${view.fit === 'some' && total > 0 ? html`<p class="hint">${words.some}</p>` : ''}
    ${view.substitutions.map(
      ({ typed, matched }) =>
        html`<p class="hint">${words.insteadOf(typed)} ${words.shown(matched)}</p>`,
    )}
    ${view.isCut ? html`<p class="hint">${words.cut}</p>` : ''} ${bound(view, words, context)}
    <div class="searched">
      ${
        view.types.length > 1 || (type !== undefined && query !== '')
          ? html`<section class="types">
              <h2 id="types">${words.types}</h2>
              ${renderTypes(view, words, context)}
            </section>`
          : ''
      }
      <div>
        ${total === 0 ? help(view, words, context) : ''}
        ${
          hits.length === 0
            ? ''
            : html`<ol class="hits" start="${String(view.from + 1)}">
                ${hits.map((hit) => renderHit(hit, context))}
              </ol>`
        }
        ${renderPages(view, words, context)}
      </div>
    </div>`;
}

/** A notice if not all resources are indexed. */
function bound(
  { indexed, resources }: SearchView,
  words: SearchWords,
  context: PageContext,
): Html | '' {
  if (indexed >= resources) return '';
  const [known, all] = [indexed, resources].map((count) =>
    count.toLocaleString(context.interfaceLanguage),
  );
  return html`<p class="hint">${words.bounded(known ?? '', all ?? '')}</p>`;
}

/** Corrections and help for a search without results. */
function help({ corrections }: SearchView, words: SearchWords, context: PageContext): Html {
  return html`${
    corrections.length === 0
      ? ''
      : html`<p class="near">
          ${words.didYouMean}
          ${corrections.map(
            (word) =>
              html`<a class="chip" href="${hrefTo(searchAddress({ query: word }), context.site)}"
                >${word}</a
              > `,
          )}
        </p>`
  }
  ${howTo(words, context)}`;
}

function howTo(words: SearchWords, { site }: PageContext): Html {
  return html`<section class="panel how-to">
    <h2>${words.howTo}</h2>
    <ul>
      ${words.ways.map((way) => html`<li>${way}</li>`)}
    </ul>
    <p><a href="${hrefTo('sparql', site)}">${words.ask}</a></p>
  </section>`;
}

function renderPages(
  { query, type, page, pages }: SearchView,
  words: SearchWords,
  context: PageContext,
) {
  if (pages === 1) return '';
  const { messages, site, interfaceLanguage } = context;
  const inWords = (count: number) => count.toLocaleString(interfaceLanguage);
  const link = (to: number, text: string, relation: string) =>
    to < 1 || to > pages
      ? ''
      : html`<a rel="${relation}" href="${hrefTo(searchAddress({ query, type, page: to }), site)}"
          >${text}</a
        >`;
  return html`<nav class="paging" aria-label="${words.pages}">
    ${link(page - 1, messages.previousPage, 'prev')}
    <span>${words.pageOf(inWords(page), inWords(pages))}</span>
    ${link(page + 1, messages.nextPage, 'next')}
  </nav>`;
}
