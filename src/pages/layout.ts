/** The frame of every page: head, bar, foot. */
import { html, raw } from 'hono/html';
import { pickLanguage } from '../rdf/index.ts';
import { isWebAddress } from './links.ts';
import { offeredLanguages, type PageContext } from './site.ts';

export type Html = ReturnType<typeof html>;

export interface PageParts {
  readonly title: string;
  readonly content: Html;
  /** Other representations of the same resource, for `<link rel="alternate">`. */
  readonly alternates?: readonly {
    readonly mediaType: string;
    readonly path: string;
    readonly label: string;
  }[];
}

/** A whole HTML document. */
export async function renderPage(
  context: PageContext,
  { title, content, alternates = [] }: PageParts,
): Promise<string> {
  const { site, messages, interfaceLanguage, wanted } = context;
  const siteTitle = pickLanguage(site.titles, wanted);
  const page = await html`<!doctype html>
    <html lang="${languageTag(interfaceLanguage)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === siteTitle?.text ? title : `${title} · ${siteTitle?.text ?? ''}`}</title>
        <link rel="stylesheet" href="${site.root}${site.stylesheet}" />
        <link rel="icon" href="data:," />
        ${alternates.map(
          ({ mediaType, path, label }) =>
            html`<link
              rel="alternate"
              type="${mediaType}"
              href="${site.root}${path}"
              title="${label}"
            />`,
        )}
      </head>
      <body>
        <a class="skip" href="#content">${messages.skipToContent}</a>
        <header class="site">
          <div class="bar">
            <a class="brand" href="${site.root}" lang="${languageTag(siteTitle?.language)}"
              >${siteTitle?.text}</a
            >
            <nav>
              <a
                href="${site.root}sparql"
                ${context.path === 'sparql' ? raw('aria-current="page"') : ''}
                >${messages.endpoint}</a
              >
            </nav>
            ${languageSwitch(context)}
          </div>
        </header>
        <main id="content">${content}</main>
        <footer class="site">
          ${
            site.license === undefined
              ? ''
              : html`${messages.license}: ${renderLicense(site.license)} · `
          }Graphpress
        </footer>
      </body>
    </html>`;
  return String(page);
}

function languageSwitch(context: PageContext): Html {
  const { site, wanted, messages, path, interfaceLanguage } = context;
  const offered = offeredLanguages(site);
  const current =
    offered.find((language) => wanted[0] !== undefined && sameLanguage(language, wanted[0])) ??
    (offered.includes(interfaceLanguage) ? interfaceLanguage : offered[0]);
  const separator = path.includes('?') ? '&' : '?';
  return html`<div class="languages" role="navigation" aria-label="${messages.language}">
    ${offered.map((language) =>
      language === current
        ? html`<b lang="${languageTag(language)}">${ownName(language)}</b>`
        : html`<a
            href="${site.root}${path}${separator}lang=${language}"
            lang="${languageTag(language)}"
            hreflang="${languageTag(language)}"
            >${ownName(language)}</a
          >`,
    )}
  </div>`;
}

const sameLanguage = (a: string, b: string) => a.split('-')[0] === b.split('-')[0];

/** A language's name in that language: "English", "中文". */
function ownName(language: string): string {
  const primary = language.split('-')[0] ?? language;
  try {
    return new Intl.DisplayNames([primary], { type: 'language' }).of(primary) ?? language;
  } catch {
    return language;
  }
}

/** A tag for a lang attribute, in the case that BCP 47 recommends. */
export function languageTag(language: string | undefined): string {
  if (!language) return '';
  return language.replace(
    /-([a-z])([a-z]{3})(?=-|$)/,
    (_, first: string, rest: string) => `-${first.toUpperCase()}${rest}`,
  );
}

/** A link, where a browser may follow it. */
function renderLicense(license: string): Html {
  const name = licenseName(license);
  return isWebAddress(license) ? html`<a href="${license}">${name}</a>` : html`${name}`;
}

function licenseName(license: string): string {
  const creativeCommons = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(license);
  return creativeCommons
    ? `CC ${creativeCommons[1]?.toUpperCase()} ${creativeCommons[2]}`
    : license;
}
