/** The named graphs: description, number of statements, licence. */
import { html } from 'hono/html';
import { type LanguageMap, pickLanguage } from '../../rdf/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { licenseName } from '../parts/license-name.ts';
import { hrefTo, isWebAddress, queryHref } from '../parts/links.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { DATA_WORDS } from './data-words.ts';
import { COUNT_BY_GRAPH, statementsIn } from './number-queries.ts';

export interface GraphView {
  readonly iri: string;
  /** Path of its page inside the publication. */
  readonly path: string;
  readonly descriptions: LanguageMap;
  readonly count: number;
  readonly license: string | undefined;
  readonly rights: LanguageMap;
  readonly isInDefault: boolean;
  /** The graph of the VoID statistics, which is generated. */
  readonly isVoid: boolean;
}

/** Named graphs in the table of the data page. */
export const MAX_GRAPHS = 100;

export function renderGraphs(graphs: readonly GraphView[], context: PageContext): Html {
  const words = DATA_WORDS[context.interfaceLanguage];
  const { interfaceLanguage, site } = context;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${words.graphsTitle}">
      <table class="graphs">
        <thead>
          <tr>
            <th scope="col">${words.graph}</th>
            <th scope="col" class="number">${words.statementCount}</th>
            <th scope="col">${words.terms}</th>
          </tr>
        </thead>
        <tbody>
          ${graphs.slice(0, MAX_GRAPHS).map((graph) => row(graph, context))}
        </tbody>
      </table>
    </div>
    ${
      graphs.length <= MAX_GRAPHS
        ? ''
        : html`<p>
            <a href="${queryHref(COUNT_BY_GRAPH, site)}"
              >${(graphs.length - MAX_GRAPHS).toLocaleString(interfaceLanguage)}
              ${words.moreGraphs}</a
            >
          </p>`
    }`;
}

function row(graph: GraphView, context: PageContext): Html {
  const { interfaceLanguage, site } = context;
  const words = DATA_WORDS[interfaceLanguage];
  const name = nameOf(graph.iri, context);
  return html`<tr>
    <td>
      <a href="${hrefTo(graph.path, site)}" lang="${languageTag(name.language)}">${name.text}</a>
      ${graph.isInDefault ? '' : html`<span class="count">${words.outside}</span>`}
      ${about(graph, context)}
    </td>
    <td class="number">
      <a href="${queryHref(statementsIn(graph.iri), site)}"
        >${graph.count.toLocaleString(interfaceLanguage)}</a
      >
    </td>
    <td>${terms(graph, context)}</td>
  </tr>`;
}

function about({ descriptions, isVoid }: GraphView, context: PageContext): Html | '' {
  const text = pickLanguage(descriptions, context.preferredLanguages);
  if (text) return html`<p lang="${languageTag(text.language)}">${text.text}</p>`;
  return isVoid ? html`<p>${DATA_WORDS[context.interfaceLanguage].voidGraph}</p>` : '';
}

function terms({ license, rights }: GraphView, { preferredLanguages }: PageContext): Html {
  const rightsText = pickLanguage(rights, preferredLanguages);
  return html`${license === undefined ? '' : renderLicenseName(license)}
  ${rightsText ? html`<p lang="${languageTag(rightsText.language)}">${rightsText.text}</p>` : ''}`;
}

/** A link if the licence is a web address, else text. */
export const renderLicenseName = (license: string): Html =>
  isWebAddress(license)
    ? html`<a href="${license}">${licenseName(license)}</a>`
    : html`${licenseName(license)}`;
