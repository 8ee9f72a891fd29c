/** Counts of the dataset, each linked to its query. */
import { html } from 'hono/html';
import type { DatasetStatistics, TermCount } from '../../description/index.ts';
import { compactIri } from '../../rdf/index.ts';
import { languageTag, ownName } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { isWebAddress, queryHref } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';
import { renderTermName } from '../parts/values.ts';
import { DATA_WORDS } from './data-words.ts';
import {
  COUNT_BY_CLASS,
  COUNT_BY_GRAPH,
  COUNT_BY_PROPERTY,
  COUNT_LABELS,
  COUNT_RESOURCES,
  COUNT_STATEMENTS,
  instancesOf,
  linksBy,
  statementsBy,
} from './number-queries.ts';

export interface NumbersView {
  readonly statistics: DatasetStatistics;
  /** Sorted by count, largest first; an empty language means no language tag. */
  readonly labelLanguages: readonly { readonly language: string; readonly count: number }[];
  readonly linksets: readonly {
    readonly property: string;
    /** Scheme and host, with a slash at its end. */
    readonly target: string;
    readonly count: number;
  }[];
}

/** Entries of each list of the data page; a query returns all. */
export const MAX_TERMS = 10;
const MAX_LINKSETS = 30;

export function renderNumbers(view: NumbersView, context: PageContext): Html {
  const words = DATA_WORDS[context.interfaceLanguage];
  const { statistics } = view;
  return html`<p class="stat">
      ${figure(statistics.triples, [words.statements, COUNT_STATEMENTS], context)}
      ${figure(statistics.resources, [words.resources, COUNT_RESOURCES], context)}
      ${figure(statistics.graphs, [words.graphs, COUNT_BY_GRAPH], context)}
      ${figure(statistics.classes.length, [words.classesCount, COUNT_BY_CLASS], context)}
      ${figure(statistics.properties.length, [words.propertiesCount, COUNT_BY_PROPERTY], context)}
    </p>
    <div class="beside">
      ${ranking(statistics.classes, { title: words.classes, all: COUNT_BY_CLASS, behind: instancesOf }, context)}
      ${ranking(statistics.properties, { title: words.properties, all: COUNT_BY_PROPERTY, behind: statementsBy }, context)}
    </div>
    ${languages(view.labelLanguages, context)}`;
}

function figure(
  count: number,
  [unit, query]: readonly [string, string],
  context: PageContext,
): Html {
  const { interfaceLanguage, site } = context;
  return html`<a href="${queryHref(query, site)}"
    ><b>${count.toLocaleString(interfaceLanguage)}</b> <span>${unit}</span></a
  >`;
}

interface Ranking {
  readonly title: string;
  readonly all: string;
  readonly behind: (iri: string) => string;
}

/** Bars are relative to the largest count and decorative, since the figures are beside them. */
function ranking(counts: readonly TermCount[], list: Ranking, context: PageContext): Html | '' {
  if (counts.length === 0) return '';
  const { interfaceLanguage, site } = context;
  const words = DATA_WORDS[interfaceLanguage];
  const most = counts[0]?.count ?? 1;
  return html`<section class="ranking">
    <h3>${list.title}</h3>
    <ol class="plain">
      ${counts.slice(0, MAX_TERMS).map(
        ({ iri, count }) =>
          html`<li>
            <span>${renderTermName(iri, context)} ${shortIri(iri, context)}</span>
            <a class="count" href="${queryHref(list.behind(iri), site)}"
              >${count.toLocaleString(interfaceLanguage)}</a
            >
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width="${((100 * count) / most).toFixed(1)}" height="1" />
            </svg>
          </li>`,
      )}
    </ol>
    ${
      counts.length <= MAX_TERMS
        ? ''
        : html`<p>
            <a class="count" href="${queryHref(list.all, site)}"
              >${words.all}${context.messages.colon}${counts.length.toLocaleString(interfaceLanguage)}</a
            >
          </p>`
    }
  </section>`;
}

/** Terms may share a name, so the compact IRI is shown as well. */
function shortIri(iri: string, { site, labels }: PageContext): Html | '' {
  const short = compactIri(iri, site.prefixes);
  return short === undefined || !labels.has(iri) ? '' : html`<code>${short}</code>`;
}

function languages(found: NumbersView['labelLanguages'], context: PageContext): Html | '' {
  if (found.length === 0) return '';
  const { interfaceLanguage, site } = context;
  const words = DATA_WORDS[interfaceLanguage];
  return html`<h3>${words.labelLanguages}</h3>
    <p>
      <a class="quiet" href="${queryHref(COUNT_LABELS, site)}"
        >${found.slice(0, MAX_LINKSETS).map(({ language, count }, index) => {
          const name =
            language === ''
              ? words.withoutLanguage
              : html`<span lang="${languageTag(language)}">${ownName(language)}</span>`;
          return html`${index > 0 ? ' · ' : ''}${name} ${count.toLocaleString(interfaceLanguage)}`;
        })}</a
      >
    </p>`;
}

/** Links to other datasets. */
export function renderLinksets(linksets: NumbersView['linksets'], context: PageContext): Html {
  const { interfaceLanguage, site } = context;
  const words = DATA_WORDS[interfaceLanguage];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${words.links}">
    <table>
      <thead>
        <tr>
          <th scope="col">${words.target}</th>
          <th scope="col">${words.by}</th>
          <th scope="col" class="number">${words.linkCount}</th>
        </tr>
      </thead>
      <tbody>
        ${linksets
          .toSorted((a, b) => b.count - a.count)
          .slice(0, MAX_LINKSETS)
          .map(
            ({ property, target, count }) =>
              html`<tr>
                <td>
                  ${
                    isWebAddress(target)
                      ? html`<a class="out" rel="external" href="${target}">${hostOf(target)}</a>`
                      : target
                  }
                </td>
                <td>${renderTermName(property, context)}</td>
                <td class="number">
                  <a href="${queryHref(linksBy(property, { base: site.base, target }), site)}"
                    >${count.toLocaleString(interfaceLanguage)}</a
                  >
                </td>
              </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}

const hostOf = (target: string): string =>
  target.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
