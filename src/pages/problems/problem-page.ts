/** The page of an error: explanation, possible causes, and next steps. */
import type { ErrorCode } from '../../errors.ts';
import { html } from 'hono/html';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { dayText } from '../parts/day.ts';
import { documentPath, hrefTo, queryHref } from '../parts/links.ts';
import { explain, PROBLEM_WORDS } from './problem-words.ts';
import { type QueryError, renderQueryError } from './query-error.ts';
import { shortenMiddle, shortenWords } from './shorten.ts';
import { SEARCH_PATH } from '../parts/search-address.ts';
import { nameOf, type PageContext } from '../parts/site.ts';

export interface ProblemView {
  readonly status: number;
  /** In kebab-case. */
  readonly code: ErrorCode;
  /** One sentence in English. */
  readonly detail: string;
  /** The requested address, decoded for display. */
  readonly address?: string | undefined;
  /** IRIs of resources with similar names. */
  readonly similar?: readonly string[];
  /** The text for the search form. */
  readonly searchText?: string | undefined;
  /** The available formats of the resource, with addresses on this site. */
  readonly formats?: readonly { readonly label: string; readonly href: string }[];
  readonly methods?: readonly string[];
  readonly gone?: GoneView | undefined;
  readonly queryError?: QueryError | undefined;
  /** Seconds after which the request may succeed. */
  readonly retryAfter?: number | undefined;
  /** The address for another attempt; undefined unless the request was a GET. */
  readonly again?: string | undefined;
}

export interface GoneView {
  /** Paths, inside the publication, of the last version that has the resource and of the list of its versions. */
  readonly last: string;
  readonly versions: string;
  /** The day of the last version: "2026-11-24". */
  readonly day: string;
  /** The commit that removed it, if any. */
  readonly since?: { readonly day: string; readonly commit: string } | undefined;
}

export function renderProblem(view: ProblemView, context: PageContext): Promise<string> {
  const { interfaceLanguage } = context;
  const words = PROBLEM_WORDS[interfaceLanguage];
  const { title, text } = explain(view.code, interfaceLanguage);
  const content = html`<div class="problem">
    <p class="status">HTTP ${view.status}</p>
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    ${
      view.address === undefined
        ? ''
        : html`<p>
            <span class="count">${words.requested}</span>
            <code title="${view.address}">${shortenMiddle(view.address, MAX_ADDRESS)}</code>
          </p>`
    }
    ${view.gone ? goneLinks(view.gone, context) : ''}
    ${view.queryError ? queryError(view.queryError, context) : ''} ${waiting(view, context)}
    ${choices(view, context)} ${similarResources(view.similar ?? [], context)}
    ${view.searchText === undefined ? '' : searchForm(view.searchText, context)}
    <section>
      <h2>${words.nextSteps}</h2>
      <ul class="plain">
        ${nextLinks(context).map(([label, href]) => html`<li><a href="${href}">${label}</a></li>`)}
      </ul>
    </section>
    <section class="exactly">
      <h2>${words.exactly}</h2>
      <p lang="en" title="${view.detail}">${shortenWords(view.detail)}</p>
      <p class="count">${view.code}</p>
    </section>
  </div>`;
  return renderPage(context, { title, content });
}

const MAX_ADDRESS = 90;

function goneLinks({ last, versions, day, since }: GoneView, context: PageContext): Html {
  const { interfaceLanguage, site } = context;
  const words = PROBLEM_WORDS[interfaceLanguage];
  return html`${
      since === undefined
        ? ''
        : html`<p>${words.goneSince(dayText(since.day, interfaceLanguage), since.commit)}</p>`
    }
    <p class="first">
      <a href="${hrefTo(last, site)}">${words.lastVersion}</a>
      <span class="count">${dayText(day, interfaceLanguage)}</span>
    </p>
    <p><a href="${site.root}${versions}">${words.allVersions}</a></p>`;
}

/** Characters of a query in a link of an error page. */
const MAX_LINKED = 4000;

function queryError(found: QueryError, { interfaceLanguage, site }: PageContext): Html {
  return html`${renderQueryError(found)}
  ${
    found.text.length > MAX_LINKED
      ? ''
      : html`<p class="first">
          <a href="${queryHref(found.text, site)}">${PROBLEM_WORDS[interfaceLanguage].editQuery}</a>
        </p>`
  }`;
}

function waiting(
  { retryAfter, again }: ProblemView,
  { interfaceLanguage }: PageContext,
): Html | '' {
  if (retryAfter === undefined) return '';
  const words = PROBLEM_WORDS[interfaceLanguage];
  const seconds = retryAfter.toLocaleString(interfaceLanguage, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
  });
  return html`<p class="first">
    ${words.wait(seconds)} ${again === undefined ? '' : html`<a href="${again}">${words.again}</a>`}
  </p>`;
}

function choices({ formats = [], methods = [] }: ProblemView, context: PageContext): Html | '' {
  const words = PROBLEM_WORDS[context.interfaceLanguage];
  return html`${
    formats.length === 0
      ? ''
      : html`<h2>${words.formats}</h2>
          <p>
            ${formats.map(({ label, href }) => html`<a class="chip" href="${href}">${label}</a> `)}
          </p>`
  }
  ${
    methods.length === 0
      ? ''
      : html`<p>
          <span class="count">${words.methods}</span>
          ${methods.map((name) => html`<code>${name}</code> `)}
        </p>`
  }`;
}

function similarResources(iris: readonly string[], context: PageContext): Html | '' {
  if (iris.length === 0) return '';
  const { site, messages } = context;
  return html`<h2>${messages.perhapsYouMeant}</h2>
    <ul class="plain near">
      ${iris.map((iri) => {
        const { text, language } = nameOf(iri, context);
        const path = documentPath(iri, site.base);
        return html`<li>
          <a href="${hrefTo(path, site)}" lang="${languageTag(language)}">${text}</a>
        </li>`;
      })}
    </ul>`;
}

function searchForm(text: string, { interfaceLanguage, site }: PageContext): Html {
  const words = PROBLEM_WORDS[interfaceLanguage];
  return html`<form class="ask" action="${site.root}${SEARCH_PATH}" method="get">
    ${site.lang === undefined ? '' : html`<input type="hidden" name="lang" value="${site.lang}" />`}
    <label for="problem-search">${words.searchFor}</label>
    <input id="problem-search" type="search" name="q" value="${text}" autocomplete="off" />
    <button type="submit">${words.search}</button>
  </form>`;
}

function nextLinks({
  site,
  interfaceLanguage,
}: PageContext): (readonly [label: string, href: string])[] {
  const words = PROBLEM_WORDS[interfaceLanguage];
  return [
    [words.home, hrefTo('', site)],
    [words.everything, queryHref(everythingBelow(site.base), site)],
    [words.data, hrefTo('catalog', site)],
    [words.endpoint, hrefTo('sparql', site)],
  ];
}

const everythingBelow = (base: string): string => `SELECT DISTINCT ?thing ?class WHERE {
  ?thing a ?class .
  FILTER (STRSTARTS(STR(?thing), ${JSON.stringify(base)}))
}
ORDER BY ?class ?thing`;
