/**
 * The page of the endpoint: a form for a query and, after submission, the answer. With scripts, the editor
 * (`src/browser/editor.ts`) replaces the text field of the form and shows answers without loading a page.
 */
import { html, raw } from 'hono/html';
import type { SavedQuery } from '../../queries/index.ts';
import { pickLanguage, type TextPosition } from '../../rdf/index.ts';
import type { Answer } from '../parts/answer.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { hrefTo, queryHref } from '../parts/links.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { ENDPOINT_VIEWS, type EndpointView } from '../views/views.ts';
import { renderEndpointAnswer } from './sparql-answer.ts';
import { type SparqlWords, sparqlWords } from './sparql-words.ts';

interface Format {
  readonly name: string;
  readonly label: string;
  /** Of a file in it. */
  readonly extension: string;
}

export interface SparqlView {
  readonly query: string;
  readonly answer: Answer;
  /** Whether the rows are triples. */
  readonly isGraph?: boolean;
  /** The position of the error in the query, if the answer is an error with a position. */
  readonly position?: TextPosition | undefined;
  /** How the answer is drawn; a table by default. */
  readonly view?: EndpointView;
  /** The query in the form of a page without a query. */
  readonly start: string;
  /** The formats of answers. */
  readonly formats: { readonly solutions: readonly Format[]; readonly graph: readonly Format[] };
  readonly examples: readonly SavedQuery[];
  /** The rows of the answer as TSV; empty if the answer has more rows than these. */
  readonly lines: readonly string[];
}

export function renderSparql(view: SparqlView, context: PageContext): Promise<string> {
  const { site, messages, interfaceLanguage } = context;
  const { answer, examples } = view;
  const words = sparqlWords(interfaceLanguage);
  const query = view.query === '' ? `# ${words.start}\n${view.start}` : view.query;
  const lines = Math.min(24, Math.max(12, query.split('\n').length + 1));
  const content = html`<h1>SPARQL</h1>
    <p class="lead">${words.lead}</p>
    <div class="workbench">
      <form class="query" action="${site.root}sparql" method="get">
        ${site.lang === undefined ? '' : html`<input type="hidden" name="lang" value="${site.lang}" />`}
        <label for="query">${messages.searchQuery}</label>
        <textarea id="query" name="query" rows="${lines}" spellcheck="false" autocomplete="off">
${query}</textarea>
        <p class="actions"><button type="submit">${words.run}</button></p>
      </form>
      ${examples.length === 0 ? '' : renderExamples(examples, words, context)}
    </div>
    ${
      answer.kind === 'none'
        ? ''
        : html`<section id="answer" aria-labelledby="answer-title">
            <h2 id="answer-title">${messages.results}</h2>
            ${renderViews(view, words, context)} ${renderEndpointAnswer(answer, view.view, context)}
            ${renderDownloads(view, context)}
          </section>`
    }
    <script type="application/json" id="sparql-data">
      ${raw(scriptData(view, words, context))}
    </script>`;
  return renderPage(context, { title: 'SPARQL', content, scripts: ['editor'] });
}

/** Links to the views of the answer; with scripts, tabs replace them. */
function renderViews(
  { answer, query, view }: SparqlView,
  words: SparqlWords,
  { site, interfaceLanguage }: PageContext,
): Html | '' {
  if (answer.kind !== 'table' || answer.rows.length === 0) return '';
  const address = (name: string) =>
    hrefTo(
      `sparql?query=${encodeURIComponent(query)}${name === 'table' ? '' : `&view=${name}`}`,
      site,
    );
  return html`<nav class="views" aria-label="${words.views}">
    ${[{ name: 'table', tab: words.table }, ...viewTabs(interfaceLanguage)].map(
      ({ name, tab }) =>
        html`<a
          href="${address(name)}"
          ${name === (view?.name ?? 'table') ? raw('aria-current="page"') : ''}
          >${tab}</a
        >`,
    )}
  </nav>`;
}

const viewTabs = (language: InterfaceLanguage) =>
  ENDPOINT_VIEWS.map(({ name, endpoint }) => ({ name, tab: endpoint[language].tab }));

function renderDownloads(
  { answer, query, formats, isGraph }: SparqlView,
  { site }: PageContext,
): Html | '' {
  if (answer.kind !== 'table' && answer.kind !== 'boolean') return '';
  const shown = isGraph ? formats.graph : formats.solutions;
  return html`<p class="downloads">
    ${shown.map(
      ({ name, label }) =>
        html`<a
          class="chip"
          href="${site.root}sparql?query=${encodeURIComponent(query)}&amp;format=${name}"
          >${label}</a
        >`,
    )}
  </p>`;
}

function renderExamples(
  examples: readonly SavedQuery[],
  words: SparqlWords,
  { site, preferredLanguages }: PageContext,
): Html {
  return html`<div class="shelf">
    <details class="panel" open>
      <summary>${words.examples}</summary>
      <ul class="plain" id="examples">
        ${questionsFirst(examples).map((example) => {
          const title = pickLanguage(example.title, preferredLanguages);
          return html`<li>
            <a href="${queryHref(example.bareText, site)}" lang="${languageTag(title?.language)}"
              >${title?.text}</a
            >
          </li>`;
        })}
      </ul>
    </details>
  </div>`;
}

/** Panels of other pages, which are about one resource or give one number, are listed last. */
const questionsFirst = (examples: readonly SavedQuery[]): SavedQuery[] =>
  examples.toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)));

const isPart = ({ about, views }: SavedQuery): boolean =>
  about.length > 0 || views.includes('figure');

/** The data for the script, as JSON. "<" is escaped, so that no text can end the element. */
function scriptData(
  { query, answer, view, formats, lines, isGraph = false, position }: SparqlView,
  words: SparqlWords,
  { site, interfaceLanguage }: PageContext,
): string {
  const data = {
    root: site.root,
    base: site.base,
    lang: site.lang ?? null,
    language: languageTag(interfaceLanguage),
    prefixes: Object.fromEntries(site.prefixes),
    words,
    formats,
    views: viewTabs(interfaceLanguage),
    view: view?.name ?? null,
    requested: query === '' ? null : initialAnswer(answer, { lines, isGraph, position }),
  };
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** The answer of the page, from which the script continues. */
function initialAnswer(
  answer: Answer,
  { lines, isGraph, position }: Pick<SparqlView, 'lines' | 'isGraph' | 'position'>,
) {
  switch (answer.kind) {
    case 'none':
      return null;
    case 'boolean':
      return answer;
    case 'error':
      return { ...answer, ...position };
    case 'table': {
      const { kind, isComplete, variables } = answer;
      return { kind, isGraph, isWhole: isComplete, variables, lines };
    }
  }
}
