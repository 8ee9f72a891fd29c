/** The data page: content, licence, downloads, citation. */
import { html } from 'hono/html';
import { type LanguageMap, pickLanguage } from '../../rdf/index.ts';
import { copyable } from '../parts/copyable.ts';
import { bibtex, type CitationFacts, citationText, cslJson } from './citation.ts';
import { DATA_WORDS } from './data-words.ts';
import { type NumbersView, renderLinksets, renderNumbers } from './dataset-numbers.ts';
import { type DumpView, renderDumps } from './dump-list.ts';
import { type GraphView, renderGraphs, renderLicenseName } from './graph-table.ts';
import { renderInterfaces } from './interface-list.ts';
import type { InterfaceFacts } from './interfaces.ts';
import { renderDay } from '../parts/day.ts';
import { languageTag, ownName } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { licenseName } from '../parts/license-name.ts';
import { ownHref } from '../parts/links.ts';
import { INTERFACE_LANGUAGES } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';

export interface Agent {
  /** Undefined for a blank node. */
  readonly iri: string | undefined;
  readonly names: LanguageMap;
}

export interface DataView extends NumbersView {
  readonly titles: LanguageMap;
  /** The address in citations. */
  readonly address: string;
  readonly authors: readonly Agent[];
  readonly publishers: readonly Agent[];
  readonly license: string | undefined;
  readonly rights: LanguageMap;
  /** "2026-11-23", or a prefix of such a date. */
  readonly issued: string | undefined;
  readonly changed: string | undefined;
  readonly version: string;
  readonly files: readonly DumpView[];
  readonly graphs: readonly GraphView[];
  readonly interfaces: InterfaceFacts;
  /** Other representations of this page. */
  readonly formats: readonly {
    readonly label: string;
    readonly path: string;
    readonly mediaType: string;
  }[];
  /** Other documents for machines. */
  readonly descriptions: readonly { readonly label: string; readonly path: string }[];
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly content: Html;
}

export function renderData(view: DataView, context: PageContext): Promise<string> {
  const words = DATA_WORDS[context.interfaceLanguage];
  const sections = sectionsOf(view, context);
  const content = html`<div class="two data">
    <article>
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${sections.map(
        ({ id, title, lead, content: body }) =>
          html`<section id="${id}">
            <h2>${title}</h2>
            ${lead === undefined ? '' : html`<p class="intro">${lead}</p>`} ${body}
          </section>`,
      )}
    </article>
    <aside>
      ${glance(view, context)} ${machines(view, context)} ${contents(sections, context)}
    </aside>
  </div>`;
  return renderPage(context, {
    title: words.title,
    content,
    alternates: view.formats,
    scripts: ['copy'],
  });
}

function sectionsOf(view: DataView, context: PageContext): Section[] {
  const words = DATA_WORDS[context.interfaceLanguage];
  const rights = rightsOf(view, context);
  return [
    { id: 'numbers', title: words.numbers, content: renderNumbers(view, context) },
    {
      id: 'dumps',
      title: words.dumps,
      lead: words.dumpsLead,
      content: renderDumps(view.files, context),
    },
    {
      id: 'ways',
      title: words.ways,
      lead: words.waysLead,
      content: renderInterfaces(view.interfaces, context),
    },
    {
      id: 'cite',
      title: words.cite,
      lead: words.citeLead,
      content: citations(view),
    },
    ...(rights === undefined ? [] : [{ id: 'rights', title: words.rights, content: rights }]),
    {
      id: 'graphs',
      title: words.graphsTitle,
      lead: words.graphsLead,
      content: renderGraphs(view.graphs, context),
    },
    ...(view.linksets.length === 0
      ? []
      : [
          {
            id: 'links',
            title: words.links,
            lead: words.linksLead,
            content: renderLinksets(view.linksets, context),
          },
        ]),
  ];
}

function citations(view: DataView): Html {
  const facts: CitationFacts = {
    ...view,
    authors: view.authors.map(({ names }) => names),
    publishers: view.publishers.map(({ names }) => names),
    license: view.license && licenseName(view.license),
  };
  return html`<div class="citations">
    ${INTERFACE_LANGUAGES.map((language) =>
      copyable(citationText(facts, language), ownName(language), languageTag(language)),
    )}
    ${copyable(bibtex(facts), 'BibTeX')} ${copyable(cslJson(facts), 'CSL-JSON')}
  </div>`;
}

/** Undefined if the data does not state them. */
function rightsOf(
  { license, rights }: DataView,
  { preferredLanguages }: PageContext,
): Html | undefined {
  const rightsText = pickLanguage(rights, preferredLanguages);
  if (license === undefined && !rightsText) return undefined;
  return html`${license === undefined ? '' : html`<p class="license">${renderLicenseName(license)}</p>`}
  ${rightsText ? html`<p class="said" lang="${languageTag(rightsText.language)}">${rightsText.text}</p>` : ''}`;
}

function glance(view: DataView, context: PageContext): Html {
  const words = DATA_WORDS[context.interfaceLanguage];
  const day = (date: string | undefined) => date && renderDay(date, context.interfaceLanguage);
  const people = (agents: readonly Agent[]) =>
    agents.length === 0 ? undefined : html`${agents.map((one) => agent(one, context))}`;
  const isSame =
    JSON.stringify(view.authors.map(({ iri }) => iri)) ===
    JSON.stringify(view.publishers.map(({ iri }) => iri));
  const rows: readonly (readonly [string, Html | string | undefined])[] = [
    [words.publisher, people(view.publishers)],
    [words.creator, isSame ? undefined : people(view.authors)],
    [words.issued, day(view.issued)],
    [words.changed, day(view.changed)],
    [words.version, html`<code>${view.version}</code>`],
    [context.messages.license, view.license && renderLicenseName(view.license)],
  ];
  return html`<section class="panel">
    <h2>${words.glance}</h2>
    <dl class="facts glance">
      ${rows.map(([name, value]) =>
        value === undefined
          ? ''
          : html`<dt>${name}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

function agent({ iri, names }: Agent, { site, preferredLanguages }: PageContext): Html {
  const name = pickLanguage(names, preferredLanguages);
  const href = iri === undefined ? undefined : ownHref(iri, site);
  const text = html`<span lang="${languageTag(name?.language)}">${name?.text}</span>`;
  return html`<div>${href === undefined ? text : html`<a href="${href}">${text}</a>`}</div>`;
}

function contents(sections: readonly Section[], context: PageContext): Html {
  const words = DATA_WORDS[context.interfaceLanguage];
  return html`<nav class="panel contents" aria-labelledby="contents">
    <h2 id="contents">${words.contents}</h2>
    <ul class="plain">
      ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
}

function machines(
  { formats, descriptions }: DataView,
  { interfaceLanguage, site }: PageContext,
): Html {
  const words = DATA_WORDS[interfaceLanguage];
  return html`<section class="panel machines">
    <h2>${words.machines}</h2>
    <p>
      ${[
        ...descriptions,
        ...formats.map(({ label, path }) => ({ label: `DCAT · ${label}`, path })),
      ].map(({ label, path }) => html`<a class="chip" href="${site.root}${path}">${label}</a> `)}
    </p>
  </section>`;
}
