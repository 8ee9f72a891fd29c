/** The front page: description, counts, questions with their answers, downloads. */
import { html, raw } from 'hono/html';
import type { DatasetStatistics } from '../../description/index.ts';
import { type LanguageMap, pickLanguage } from '../../rdf/index.ts';
import { kindMark } from '../parts/kind-mark.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { hrefTo, isWebAddress, ownHref, queryHref, savedQueryPath } from '../parts/links.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { renderIri, renderTermName } from '../parts/values.ts';
import type { Panel } from '../views/panel.ts';
import { hasContent, renderPanelAnswer } from '../views/render-panel.ts';

export interface HomeView {
  readonly descriptions: LanguageMap;
  readonly statistics: DatasetStatistics;
  /** The main classes, largest first, each with some of its instances. */
  readonly classes: readonly {
    readonly iri: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  /** The entry points of the dataset (`void:rootResource`). */
  readonly entrances: readonly { readonly iri: string; readonly types: readonly string[] }[];
  /** Numbers, each with its query. */
  readonly figures: readonly Panel[];
  /** Questions with their answers. */
  readonly questions: readonly Panel[];
  /** Other panels about the dataset. */
  readonly panels: readonly Panel[];
  readonly formats: readonly {
    readonly label: string;
    readonly path: string;
    readonly mediaType: string;
  }[];
  /** Other documents that describe the dataset. */
  readonly catalogues: HomeView['formats'];
  /** Path of the page of the dumps. */
  readonly downloads: string;
  /** The address of an example resource, for the example request. */
  readonly example: string | undefined;
  /** The dataset in JSON-LD, for search engines. */
  readonly structured: unknown;
}

interface Words {
  readonly begin: string;
  readonly questions: string;
  readonly allQuestions: string;
  readonly statements: string;
  readonly resources: string;
  readonly classes: string;
  readonly graphs: string;
  readonly allData: string;
  readonly draw: string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    begin: 'Begin here',
    questions: 'Questions, with their answers',
    allQuestions: 'All questions',
    statements: 'statements',
    resources: 'things described',
    classes: 'kinds of things',
    graphs: 'graphs',
    allData: 'Every way to take the data',
    draw: 'See it as a network',
  },
  'zh-hans': {
    begin: '从这里开始',
    questions: '问题与答案',
    allQuestions: '全部问题',
    statements: '条语句',
    resources: '个事物',
    classes: '个类别',
    graphs: '个图',
    allData: '获取数据的各种方式',
    draw: '查看图谱',
  },
};

export function renderHome(view: HomeView, context: PageContext): Promise<string> {
  const { site, preferredLanguages, interfaceLanguage } = context;
  const title = pickLanguage(site.titles, preferredLanguages);
  const lead = pickLanguage(view.descriptions, preferredLanguages);
  const words = WORDS[interfaceLanguage];
  const isBare =
    view.entrances.length === 0 && ![...view.questions, ...view.panels].some(hasContent);
  const content = html`${structuredData(view.structured)}
    <div class="two">
      <div>
        <h1 lang="${languageTag(title?.language)}">${title?.text}</h1>
        ${lead ? html`<p class="lead" lang="${languageTag(lead.language)}">${lead.text}</p>` : ''}
        ${figures(view, words, context)} ${entrances(view, words, context)}
        ${questions(view, words, context)}
        ${view.panels.filter(hasContent).map((panel) => {
          const name = pickLanguage(panel.title, preferredLanguages);
          return html`<section class="answer" id="${panel.name}">
            <h2 lang="${languageTag(name?.language)}">${name?.text}</h2>
            ${renderPanelAnswer(panel, context)}
          </section>`;
        })}
        ${isBare ? classesAsCards(view, context) : ''}
      </div>
      <aside>
        ${takeTheData(view, words, context)} ${isBare ? '' : classesAsList(view, context)}
      </aside>
    </div>`;
  return renderPage(context, {
    title: title?.text ?? '',
    content,
    alternates: [...view.formats, ...view.catalogues],
  });
}

/** A data block. "<" is escaped, so that no text can end the element. */
const structuredData = (data: unknown) =>
  raw(
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`,
  );

/** The figures of the folder's queries, or general counts. */
function figures(
  { figures: ownFigures, statistics }: HomeView,
  words: Words,
  context: PageContext,
): Html {
  const { triples, resources, classes: found, graphs } = statistics;
  const general: readonly (readonly [number, string, string])[] = [
    [triples, words.statements, 'SELECT (COUNT(*) AS ?statements) WHERE { ?s ?p ?o }'],
    [
      resources,
      words.resources,
      'SELECT (COUNT(DISTINCT ?s) AS ?things) WHERE { ?s ?p ?o FILTER isIRI(?s) }',
    ],
    [
      found.length,
      words.classes,
      'SELECT ?class (COUNT(?s) AS ?instances) WHERE { ?s a ?class } GROUP BY ?class ORDER BY DESC(?instances)',
    ],
    [
      graphs,
      words.graphs,
      'SELECT ?graph (COUNT(*) AS ?statements) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph',
    ],
  ];
  const shown = ownFigures.filter(hasContent);
  return html`<div class="stat">
    ${
      shown.length > 0
        ? shown.map((panel) => renderPanelAnswer(panel, context))
        : general.map(
            ([count, unit, query]) =>
              html`<a class="stat-link" href="${queryHref(query, context.site)}"
                ><b>${count.toLocaleString(context.interfaceLanguage)}</b><span>${unit}</span></a
              >`,
          )
    }
  </div>`;
}

function entrances({ entrances: roots }: HomeView, words: Words, context: PageContext): Html | '' {
  if (roots.length === 0) return '';
  return html`<h2>${words.begin}</h2>
    <ul class="entrances">
      ${roots.map(({ iri, types }) => {
        const { text, language } = nameOf(iri, context);
        // An entry point in the data may be no web address ("javascript:").
        const href = ownHref(iri, context.site) ?? (isWebAddress(iri) ? iri : undefined);
        const [type] = types;
        const content = html`${
            type === undefined
              ? ''
              : html`<span class="kinds"
                  >${kindMark(context.kinds.get(iri) ?? 'none')} ${nameOf(type, context).text}</span
                >`
          } <span class="name" lang="${languageTag(language)}">${text}</span>`;
        return html`<li>
          ${href === undefined ? content : html`<a href="${href}">${content}</a>`}
        </li>`;
      })}
    </ul>`;
}

function questions({ questions: panels }: HomeView, words: Words, context: PageContext): Html | '' {
  const shown = panels.filter(hasContent);
  if (shown.length === 0) return '';
  return html`<h2>${words.questions}</h2>
    <ul class="cards">
      ${shown.map((panel) => {
        const title = pickLanguage(panel.title, context.preferredLanguages);
        return html`<li>
          <article class="card question" id="${panel.name}">
            <h3 lang="${languageTag(title?.language)}">
              <a href="${hrefTo(savedQueryPath(panel.name), context.site)}">${title?.text}</a>
            </h3>
            ${renderPanelAnswer(panel, context)}
          </article>
        </li>`;
      })}
    </ul>
    <p class="ways"><a href="${hrefTo('queries', context.site)}">${words.allQuestions}</a></p>`;
}

function takeTheData(
  { example, formats, downloads }: HomeView,
  words: Words,
  { site, messages }: PageContext,
): Html {
  return html`<section class="panel">
    <h2>${messages.takeTheData}</h2>
    ${
      example === undefined
        ? ''
        : html`<pre>
curl -L -H 'Accept: text/turtle' \\
  ${example}</pre>`
    }
    <ul class="chips">
      <li><a class="chip" href="${hrefTo('sparql', site)}">SPARQL</a></li>
      <li><a class="chip" href="${site.root}${downloads}">N-Quads, TriG, Turtle · gz</a></li>
      ${formats.map(
        ({ label, path }) => html`<li><a class="chip" href="${site.root}${path}">${label}</a></li>`,
      )}
      <li><a class="chip" href="${site.root}network.gexf">GEXF</a></li>
    </ul>
    <p><a href="${hrefTo('catalog', site)}">${words.allData}</a></p>
    <p><a href="${hrefTo('explore', site)}">${words.draw}</a></p>
  </section>`;
}

function classesAsList({ classes }: HomeView, context: PageContext): Html | '' {
  if (classes.length === 0) return '';
  return html`<section class="panel">
    <h2>${context.messages.classes}</h2>
    <ul class="plain counts">
      ${classes.map(
        ({ iri, count }) =>
          html`<li>${renderTermName(iri, context)} ${countOf(iri, count, context)}</li>`,
      )}
    </ul>
  </section>`;
}

/** Without entry points and questions, the page shows the main classes as cards with example instances. */
function classesAsCards({ classes }: HomeView, context: PageContext): Html | '' {
  if (classes.length === 0) return '';
  return html`<h2>${context.messages.classes}</h2>
    <ul class="cards">
      ${classes.map(
        ({ iri, count, examples }) =>
          html`<li>
            <article class="card">
              <h3>${renderTermName(iri, context)} ${countOf(iri, count, context)}</h3>
              <ul class="plain">
                ${examples.map((example) => html`<li>${renderIri(example, context)}</li>`)}
              </ul>
            </article>
          </li>`,
      )}
    </ul>`;
}

const countOf = (iri: string, count: number, { site, interfaceLanguage }: PageContext): Html =>
  html`<a class="count" href="${queryHref(instancesOf(iri), site)}"
    >${count.toLocaleString(interfaceLanguage)}</a
  >`;

const instancesOf = (iri: string) =>
  `SELECT ?instance WHERE {\n  ?instance a <${iri}> .\n}\nORDER BY ?instance`;
