/** The front page: what this is, how much of it there is, how to take it. */
import { html, raw } from 'hono/html';
import type { DatasetStatistics } from '../description/index.ts';
import { type LanguageMap, pickLanguage } from '../rdf/index.ts';
import type { SavedQuery } from '../queries/index.ts';
import { languageTag } from './language-names.ts';
import { renderPage } from './layout.ts';
import { hrefTo, queryHref } from './links.ts';
import type { PageContext } from './site.ts';
import { renderTermName } from './values.ts';

export interface HomeView {
  readonly descriptions: LanguageMap;
  readonly statistics: DatasetStatistics;
  readonly queries: readonly SavedQuery[];
  readonly formats: readonly {
    readonly label: string;
    readonly path: string;
    readonly mediaType: string;
  }[];
  /** Other documents that describe the dataset. */
  readonly catalogues: HomeView['formats'];
  /** Path of the page of the dumps. */
  readonly downloads: string;
  /** The address of a resource to begin with, for the example of how to ask. */
  readonly example: string | undefined;
  /** The dataset in JSON-LD, for search engines. */
  readonly structured: unknown;
}

/** Classes listed; the query behind the figure lists all. */
const SHOWN_CLASSES = 12;

export function renderHome(view: HomeView, context: PageContext): Promise<string> {
  const { site, messages, wanted } = context;
  const title = pickLanguage(site.titles, wanted);
  const lead = pickLanguage(view.descriptions, wanted);
  const { statistics } = view;
  const content = html`${structuredData(view.structured)}
    <div class="two">
      <div>
        <h1 lang="${languageTag(title?.language)}">${title?.text}</h1>
        ${lead ? html`<p class="lead" lang="${languageTag(lead.language)}">${lead.text}</p>` : ''}
        <p class="stat">
          ${figure(statistics.triples, messages.statements, context)}
          ${figure(statistics.resources, messages.resources, context)}
          ${figure(statistics.graphs, messages.graphs, context)}
        </p>
        ${
          view.queries.length === 0
            ? ''
            : html`<h2>${messages.questions}</h2>
                <ul class="plain">
                  ${view.queries.map((query) => question(query, context))}
                </ul>`
        }
      </div>
      <aside>
        <section class="panel">
          <h2>${messages.takeTheData}</h2>
          ${
            view.example === undefined
              ? ''
              : html`<pre>
curl -L -H 'Accept: text/turtle' \\
  ${view.example}</pre>`
          }
          <p>
            <a class="chip" href="${hrefTo('sparql', site)}">SPARQL</a>
            <a class="chip" href="${site.root}${view.downloads}">N-Quads, TriG, Turtle · gz</a>
            ${view.formats.map(({ label, path }) => html`<a class="chip" href="${site.root}${path}">${label}</a>`)}
          </p>
        </section>
        <section class="panel">
          <h2>${messages.classes}</h2>
          <ul class="plain counts">
            ${statistics.classes.slice(0, SHOWN_CLASSES).map(
              ({ iri, count }) =>
                html`<li>
                  ${renderTermName(iri, context)}
                  <a class="count" href="${queryHref(instancesOf(iri), site)}">${count}</a>
                </li>`,
            )}
          </ul>
        </section>
      </aside>
    </div>`;
  return renderPage(context, {
    title: title?.text ?? '',
    content,
    alternates: [...view.formats, ...view.catalogues],
  });
}

/** Data that no browser runs. Nothing in it can end the element: it holds no "<". */
const structuredData = (data: unknown) =>
  raw(
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`,
  );

function figure(count: number, unit: string, { interfaceLanguage }: PageContext) {
  return html`<span><b>${count.toLocaleString(interfaceLanguage)}</b>${unit}</span>`;
}

function question({ title, bareText }: SavedQuery, { site, wanted }: PageContext) {
  const text = pickLanguage(title, wanted);
  return html`<li>
    <a href="${queryHref(bareText, site)}" lang="${languageTag(text?.language)}">${text?.text}</a>
  </li>`;
}

const instancesOf = (iri: string) =>
  `SELECT ?instance WHERE {\n  ?instance a <${iri}> .\n}\nORDER BY ?instance`;
