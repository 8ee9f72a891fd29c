/** The explorer without scripts: the links of a resource, counted by predicate, and its neighbours. */
import { html } from 'hono/html';
import type { Kind } from '../../description/index.ts';
import type { ExploreWords } from './explore-words.ts';
import { kindMark } from '../parts/kind-mark.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo } from '../parts/links.ts';
import type { PageContext } from '../parts/site.ts';

interface Named {
  readonly iri: string;
  readonly label: string;
  readonly lang: string;
}

interface Thing extends Named {
  readonly kind: Kind;
}

type Direction = 'out' | 'in';

export interface ExplorePlainView {
  /** Entry points. */
  readonly beginnings: readonly Thing[];
  /** The requested resource. */
  readonly thing?:
    | (Thing & {
        readonly description?: { readonly text: string; readonly lang: string };
        readonly predicates: readonly (Named & {
          readonly direction: Direction;
          readonly count: number;
        })[];
        /** The address of its page. */
        readonly page?: string | undefined;
      })
    | undefined;
  /** A requested IRI without statements. */
  readonly unknown?: string | undefined;
  /** The requested page of neighbours. */
  readonly neighbours?:
    | {
        readonly predicate: Named;
        readonly direction: Direction;
        readonly nodes: readonly Thing[];
        readonly total: number;
        /** The offset of the next page, if any. */
        readonly next?: number | undefined;
      }
    | undefined;
}

type Words = ExploreWords['page'];

export function renderExplorePlain(
  { beginnings, thing, unknown, neighbours }: ExplorePlainView,
  words: Words,
  context: PageContext,
): Html {
  return html`<div class="explore-plain" id="explore-plain">
    <p>${words.noScript}</p>
    ${unknown === undefined ? '' : html`<p class="error">${words.unknown} <code>${unknown}</code></p>`}
    ${
      thing
        ? html`<h2>${nameOf(thing)}</h2>
            ${
              thing.description
                ? html`<p class="lead" lang="${languageTag(thing.description.lang)}" dir="auto">
                    ${thing.description.text}
                  </p>`
                : ''
            }
            ${thing.page === undefined ? '' : html`<p><a href="${thing.page}">${words.about}</a></p>`}
            ${(['out', 'in'] as const).map((direction) => countTable(thing, { direction, words, neighbours, context }))}`
        : ''
    }
    ${
      beginnings.length === 0
        ? html`<p>${words.nothing}</p>`
        : html`<h2>${words.begin}</h2>
            ${thingList(beginnings, context)}`
    }
  </div>`;
}

interface TableParts {
  readonly direction: Direction;
  readonly words: Words;
  readonly neighbours: ExplorePlainView['neighbours'];
  readonly context: PageContext;
}

function countTable(
  thing: NonNullable<ExplorePlainView['thing']>,
  { direction, words, neighbours, context }: TableParts,
): Html | '' {
  const { site, interfaceLanguage } = context;
  const counts = thing.predicates.filter((one) => one.direction === direction);
  if (counts.length === 0) return '';
  const open =
    neighbours?.direction === direction
      ? counts.find(({ iri }) => iri === neighbours.predicate.iri)
      : undefined;
  const hrefOf = (predicate: string, offset = 0) =>
    hrefTo(
      `explore?${new URLSearchParams({ resource: thing.iri, predicate, direction, ...(offset > 0 && { offset: String(offset) }) }).toString()}`,
      site,
    );
  const title = direction === 'out' ? words.outgoing : words.incoming;
  return html`<h3>${title}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.by}</th>
          <th scope="col">${words.count}</th>
        </tr>
      </thead>
      <tbody>
        ${counts.map(
          (count) =>
            html`<tr>
              <td>
                <a href="${hrefOf(count.iri)}">${nameOf(count)}</a>
                ${
                  count === open && neighbours
                    ? html`${thingList(neighbours.nodes, context)}
                      ${
                        neighbours.next === undefined
                          ? ''
                          : html`<p>
                              <a href="${hrefOf(count.iri, neighbours.next)}">${words.more}</a>
                            </p>`
                      }`
                    : ''
                }
              </td>
              <td>${count.count.toLocaleString(interfaceLanguage)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function thingList(things: readonly Thing[], { site }: PageContext): Html {
  return html`<ul class="plain">
    ${things.map(
      (thing) =>
        html`<li>
          ${kindMark(thing.kind)}
          <a href="${hrefTo(`explore?resource=${encodeURIComponent(thing.iri)}`, site)}"
            >${nameOf(thing)}</a
          >
        </li>`,
    )}
  </ul>`;
}

const nameOf = ({ label, lang }: Named): Html =>
  html`<span lang="${languageTag(lang)}" dir="auto">${label}</span>`;
