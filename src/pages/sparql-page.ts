/** The endpoint for a browser: a form for a query and, after asking, the answer as a table. */
import { html } from 'hono/html';
import type { SavedQuery } from '../queries/index.ts';
import { pickLanguage } from '../rdf/index.ts';
import { languageTag } from './language-names.ts';
import { type Html, renderPage } from './layout.ts';
import { queryHref } from './links.ts';
import type { PageContext } from './site.ts';
import type { Answer } from './answer.ts';
import { renderTerm } from './values.ts';

export interface SparqlView {
  readonly query: string;
  readonly answer: Answer;
  /** Names of the formats in which the answer can be had. */
  readonly formats: readonly { readonly name: string; readonly label: string }[];
  readonly examples: readonly SavedQuery[];
}

export function renderSparql(
  { query, answer, formats, examples }: SparqlView,
  context: PageContext,
): Promise<string> {
  const { site, messages } = context;
  const lines = Math.min(24, Math.max(8, query.split('\n').length + 1));
  const content = html`<h1>SPARQL</h1>
    <form class="query" action="${site.root}sparql" method="get">
      ${site.lang === undefined ? '' : html`<input type="hidden" name="lang" value="${site.lang}" />`}
      <label for="query">${messages.searchQuery}</label>
      <textarea id="query" name="query" rows="${lines}" spellcheck="false" autocomplete="off">
${query}</textarea>
      <p><button type="submit">${messages.run}</button></p>
    </form>
    ${
      answer.kind === 'none'
        ? ''
        : html`<h2>${messages.results}</h2>
            ${renderAnswer(answer, context)}`
    }
    ${
      answer.kind === 'boolean' || answer.kind === 'table'
        ? html`<p>
            ${formats.map(
              ({ name, label }) =>
                html`<a
                  class="chip"
                  href="${site.root}sparql?query=${encodeURIComponent(query)}&amp;format=${name}"
                  >${label}</a
                >`,
            )}
          </p>`
        : ''
    }
    ${examples.length === 0 ? '' : renderExamples(examples, context)}`;
  return renderPage(context, { title: 'SPARQL', content });
}

function renderAnswer(answer: Exclude<Answer, { kind: 'none' }>, context: PageContext): Html {
  const { messages } = context;
  switch (answer.kind) {
    case 'error':
      return html`<p class="error" role="alert">${answer.message}</p>`;
    case 'boolean':
      return html`<p class="figure">${answer.value ? messages.yes : messages.no}</p>`;
    case 'table':
      if (answer.rows.length === 0) return html`<p>${messages.noRows}</p>`;
      return html`<p class="count">
          ${answer.rows.length} ${messages.rows}${answer.isWhole ? '' : ` · ${messages.moreRows}`}
        </p>
        <div class="scroll" role="region" tabindex="0" aria-label="${messages.results}">
          <table>
            <thead>
              <tr>
                ${answer.variables.map((name) => html`<th scope="col">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${answer.rows.map(
                (row) =>
                  html`<tr>
                    ${row.map((term) => html`<td>${term ? renderTerm(term, context) : ''}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`;
  }
}

function renderExamples(
  examples: readonly SavedQuery[],
  { site, wanted, messages }: PageContext,
): Html {
  return html`<h2>${messages.examples}</h2>
    <ul class="plain">
      ${examples.map((example) => {
        const title = pickLanguage(example.title, wanted);
        return html`<li>
          <a href="${queryHref(example.bareText, site)}" lang="${languageTag(title?.language)}"
            >${title?.text}</a
          >
        </li>`;
      })}
    </ul>`;
}
