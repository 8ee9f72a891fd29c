/** The explorer's page: the container in which its script draws and, without scripts, tables of links. */
import { html, raw } from 'hono/html';
import { KINDS } from '../../description/index.ts';
import { renderExplorePlain, type ExplorePlainView } from './explore-plain.ts';
import { EXPLORE_WORDS, type ExploreWords } from './explore-words.ts';
import { kindName } from '../parts/kind-names.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { hrefTo } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';

export type ExploreView = ExplorePlainView;

/** Path inside the publication; subgraphs are resources below it. */
export const EXPLORE_PATH = 'explore';

/** The file formats of a saved picture. */
const FILES = ['PNG', 'SVG', 'GEXF', 'GraphML'] as const;

export function renderExplore(view: ExploreView, context: PageContext): Promise<string> {
  const { page, ...words } = EXPLORE_WORDS[context.interfaceLanguage];
  const content = html`<div class="explore-head">
      <div>
        <h1>${page.title}</h1>
        <p class="lead">${page.lead}</p>
      </div>
      ${finder(page, context)}
    </div>
    ${dataBlock(page, words, context)} ${tool(page, words.keys)}
    ${renderExplorePlain(view, page, context)}`;
  return renderPage(context, { title: page.title, content, scripts: ['explorer'], isWide: true });
}

/** Without scripts it links to the tables of a resource. */
function finder(page: ExploreWords['page'], { site }: PageContext): Html {
  return html`<form
    class="explore-find"
    action="${site.root}${EXPLORE_PATH}"
    method="get"
    id="explore-find"
  >
    ${site.lang === undefined ? '' : html`<input type="hidden" name="lang" value="${site.lang}" />`}
    <label for="explore-resource">${page.find}</label>
    <div class="explore-field">
      <input
        id="explore-resource"
        name="resource"
        type="search"
        placeholder="${page.findHint}"
        autocomplete="off"
        spellcheck="false"
        required
      />
      <button type="submit">${page.start}</button>
    </div>
    <div id="explore-found" class="explore-found" hidden></div>
  </form>`;
}

/** The texts and addresses for the script. "<" is escaped, so that no text can end the element. */
function dataBlock(
  page: ExploreWords['page'],
  words: Omit<ExploreWords, 'page'>,
  { site, interfaceLanguage }: PageContext,
): Html {
  const data = {
    root: site.root,
    base: site.base,
    lang: site.lang ?? '',
    interfaceLanguage: languageTag(interfaceLanguage),
    here: hrefTo(EXPLORE_PATH, site),
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, kindName(kind, interfaceLanguage)])),
    words: {
      ...words.script,
      ...Object.fromEntries(
        (['force', 'circle', 'radial', 'nothingSelected'] as const).map((key) => [key, page[key]]),
      ),
    },
  };
  const text = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return html`${raw(`<script type="application/json" id="explore-data">${text}</script>`)}`;
}

/** Hidden until the script runs. */
function tool(page: ExploreWords['page'], keys: ExploreWords['keys']): Html {
  return html`<div class="explorer" id="explorer" hidden>
    <div class="explore-tools" role="group" aria-label="${page.tools}">
      ${button('undo', page.undo)} ${button('redo', page.redo)}
      <label class="explore-choice"
        ><span>${page.layout}</span
        ><select id="explore-layout">
          <option value="force">${page.force}</option>
          <option value="circle">${page.circle}</option>
          <option value="radial">${page.radial}</option>
        </select></label
      >
      ${button('fit', page.fit)} ${button('connect', page.connect)} ${button('whole', page.drawAll)}
      ${button('again', page.again)}
    </div>
    <p class="explore-status" id="explore-status" role="status" aria-live="polite"></p>
    <div class="explore-stage">
      <div class="explore-canvas">
        <div
          class="explore-drawing"
          id="explore-drawing"
          role="group"
          tabindex="0"
          aria-label="${page.drawing}"
          aria-describedby="explore-help"
        ></div>
        <div class="explore-zoom">
          <button
            type="button"
            class="explore-button"
            data-do="zoom-in"
            aria-label="${page.zoomIn}"
          >
            +
          </button>
          <button
            type="button"
            class="explore-button"
            data-do="zoom-out"
            aria-label="${page.zoomOut}"
          >
            −
          </button>
        </div>
        <div class="explore-tools explore-below">
          <span class="explore-save" role="group" aria-label="${page.save}"
            ><span aria-hidden="true">${page.save}</span>
            ${FILES.map((name) => html`<button type="button" class="explore-button" data-save="${name.toLowerCase()}">${name}</button> `)}</span
          >
          ${button('share', page.share)}
        </div>
        <p class="explore-help" id="explore-help">${page.drawingHelp}</p>
        <details class="explore-keys">
          <summary>${page.keys}</summary>
          <dl>
            ${keys.map(
              ([key, effect]) =>
                html`<div>
                  <dt>${key}</dt>
                  <dd>${effect}</dd>
                </div>`,
            )}
          </dl>
        </details>
      </div>
      <div class="explore-side">
        <section class="panel" aria-labelledby="explore-selection-title">
          <h2 id="explore-selection-title" tabindex="-1">${page.selection}</h2>
          <div id="explore-selection"><p class="count">${page.nothingSelected}</p></div>
        </section>
        <section class="panel" aria-labelledby="explore-legend-title">
          <h2 id="explore-legend-title">${page.legend}</h2>
          <div id="explore-legend"></div>
        </section>
        <section class="panel" aria-labelledby="explore-graphs-title" id="explore-graphs-panel">
          <h2 id="explore-graphs-title">${page.graphs}</h2>
          <div id="explore-graphs"></div>
        </section>
      </div>
      <div class="explore-tables">
        ${table('nodes', page.nodes, [page.thing, page.kind, page.class, page.linkCount])}
        ${table('links', page.links, [page.from, page.by, page.to, page.graph])}
      </div>
    </div>
  </div>`;
}

const button = (action: string, label: string): Html =>
  html`<button type="button" class="explore-button" data-do="${action}">${label}</button>`;

function table(name: string, title: string, heads: readonly string[]): Html {
  return html`<section class="explore-rows" aria-labelledby="explore-${name}-title">
    <h2 id="explore-${name}-title">
      ${title} <span class="count" id="explore-${name}-count"></span>
    </h2>
    <div class="scroll">
      <table aria-labelledby="explore-${name}-title">
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody id="explore-${name}"></tbody>
      </table>
    </div>
    <p><button type="button" class="explore-button" id="explore-${name}-more" hidden></button></p>
  </section>`;
}
