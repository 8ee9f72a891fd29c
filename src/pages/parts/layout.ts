/** The frame of every page: head, bar, foot. */
import { html, raw } from 'hono/html';
import { pickLanguage } from '../../rdf/index.ts';
import type { Html } from './html.ts';
import { languageTag, ownName, sameLanguage } from './language-names.ts';
import { licenseName } from './license-name.ts';
import { hrefTo, isWebAddress } from './links.ts';
import type { ScriptName } from './scripts.ts';
import { SEARCH_PATH } from './search-address.ts';
import { renderSearchForm } from './search-form.ts';
import { offeredLanguages, type PageContext } from './site.ts';

export interface PageParts {
  readonly title: string;
  readonly content: Html;
  /** Other representations of the same resource, for `<link rel="alternate">`. */
  readonly alternates?: readonly {
    readonly mediaType: string;
    readonly path: string;
    readonly label: string;
  }[];
  /** Scripts beside the search, which every page has. */
  readonly scripts?: readonly ScriptName[];
  /** Whether the page uses the full width, for tools. */
  readonly isWide?: boolean;
}

/** A complete HTML document. */
export async function renderPage(
  context: PageContext,
  { title, content, alternates = [], scripts = [], isWide = false }: PageParts,
): Promise<string> {
  const { site, messages, interfaceLanguage, preferredLanguages } = context;
  const siteTitle = pickLanguage(site.titles, preferredLanguages);
  const page = await html`<!doctype html>
    <html lang="${languageTag(interfaceLanguage)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === siteTitle?.text ? title : `${title} · ${siteTitle?.text ?? ''}`}</title>
        <link rel="stylesheet" href="${site.root}${site.stylesheet}" />
        <link rel="icon" href="${ICON}" />
        ${alternates.map(
          ({ mediaType, path, label }) =>
            html`<link
              rel="alternate"
              type="${mediaType}"
              href="${site.root}${path}"
              title="${label}"
            />`,
        )}
        ${(['search', ...scripts] as const).map(
          (name) => html`<script type="module" src="${site.root}${site.scripts[name]}"></script>`,
        )}
      </head>
      <body>
        <a class="skip" href="#content">${messages.skipToContent}</a>
        <header class="site">
          <div class="bar">
            <a class="brand" href="${hrefTo('', site)}" lang="${languageTag(siteTitle?.language)}"
              >${pickLanguage(site.shortTitles, preferredLanguages)?.text ?? siteTitle?.text}</a
            >
            <nav aria-label="${messages.mainMenu}">
              ${site.menu.map((entry) => menuItem(entry, context))}
            </nav>
            ${context.path.split('?', 1)[0] === SEARCH_PATH ? '' : renderSearchForm(context)}
            ${languageSwitch(context)}
          </div>
        </header>
        <main id="content" ${isWide ? raw(' class="wide"') : ''}>${content}</main>
        <footer class="site">
          ${
            site.license === undefined
              ? ''
              : html`${messages.license}${messages.colon}${renderLicense(site.license)} · `
          }Graphpress
          <span class="printed">${site.base}${context.path}</span>
        </footer>
      </body>
    </html>`;
  return String(page);
}

/** The red square that the stylesheet also draws before the title. */
const ICON =
  "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E%3Crect%20width='16'%20height='16'%20rx='3'%20fill='%23b3261e'/%3E%3C/svg%3E";

function menuItem({ path, labels }: PageContext['site']['menu'][number], context: PageContext) {
  const label = pickLanguage(labels, context.preferredLanguages);
  return html`<a
    href="${hrefTo(path, context.site)}"
    lang="${languageTag(label?.language)}"
    ${context.path === path || context.path.split('?', 1)[0] === path ? raw('aria-current="page"') : ''}
    >${label?.text}</a
  >`;
}

function languageSwitch(context: PageContext): Html {
  const { site, preferredLanguages, messages, path, interfaceLanguage } = context;
  const offered = offeredLanguages(site);
  const current =
    offered.find(
      (language) =>
        preferredLanguages[0] !== undefined && sameLanguage(language, preferredLanguages[0]),
    ) ?? (offered.includes(interfaceLanguage) ? interfaceLanguage : offered[0]);
  return html`<div class="languages" role="group" aria-label="${messages.language}">
    ${offered.map((language) =>
      language === current
        ? html`<b lang="${languageTag(language)}">${ownName(language)}</b>`
        : html`<a
            href="${hrefTo(path, { ...site, lang: language })}"
            lang="${languageTag(language)}"
            hreflang="${languageTag(language)}"
            >${ownName(language)}</a
          >`,
    )}
  </div>`;
}

/** A link if the licence is a web address, else text. */
function renderLicense(license: string): Html {
  const name = licenseName(license);
  return isWebAddress(license) ? html`<a href="${license}">${name}</a>` : html`${name}`;
}
