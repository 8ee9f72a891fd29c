/** The page about one resource: what is said of it, by whom, and what points to it. */
import { html } from 'hono/html';
import type { Description, IncomingProperty } from '../description/index.ts';
import { pickLanguage, rdf, rdfs, schema, skos } from '../rdf/index.ts';
import { languageTag } from './language-names.ts';
import { type Html, renderPage } from './layout.ts';
import { hrefTo, isWebAddress, queryHref } from './links.ts';
import { nameOf, type PageContext } from './site.ts';
import { findMainGraph, hasClaims, renderStatements } from './statements.ts';
import { renderIri, renderTermName } from './values.ts';

export interface ResourceView {
  readonly description: Description;
  /** Other representations of this document. */
  readonly formats: readonly {
    readonly label: string;
    readonly path: string;
    readonly mediaType: string;
  }[];
  /** For each claim that reifies a statement: the IRI of the place that makes it, where it says so. */
  readonly placesOfClaims: ReadonlyMap<string, string>;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** What the head of the page already says. */
const IN_THE_HEAD: ReadonlySet<string> = new Set([
  rdf('type').value,
  rdfs('label').value,
  skos('prefLabel').value,
  schema('name').value,
]);

const LEADS = [schema('description').value, skos('definition').value];

export function renderResource(view: ResourceView, context: PageContext): Promise<string> {
  const { description, formats } = view;
  const { messages, site } = context;
  const name = nameOf(description.iri, context);
  const lead = findLead(description, context);
  const rows = description.properties
    .filter(({ predicate }) => !IN_THE_HEAD.has(predicate) && predicate !== lead?.predicate)
    .toSorted((a, b) => Number(hasClaims(b)) - Number(hasClaims(a)));
  const mainGraph = findMainGraph(description);
  const content = html`<div class="two">
    <article>
      ${kinds(description, context)}
      <h1>
        <span lang="${languageTag(name.language)}">${name.text}</span>
        ${otherNames(description, name.text)}
      </h1>
      ${lead ? html`<p class="lead" lang="${languageTag(lead.language)}">${lead.text}</p>` : ''}
      <h2>${messages.whatIsSaid}</h2>
      ${
        rows.length === 0
          ? html`<p>${messages.nothingSaid}</p>`
          : renderStatements(rows, { ...view, mainGraph }, context)
      }
      ${hashTerms(description, context)} ${incoming(view, context)}
    </article>
    <aside>
      <section class="panel">
        <h2>${messages.about}</h2>
        <p class="iri">
          ${
            isWebAddress(description.iri)
              ? html`<a href="${description.iri}">${description.iri}</a>`
              : description.iri
          }
        </p>
        ${
          mainGraph === undefined
            ? ''
            : html`<p class="count">
                ${messages.unlessSaidOtherwise} ${renderIri(mainGraph, context)}
              </p>`
        }
        <p>
          ${formats.map(
            ({ label, path }) => html`<a class="chip" href="${site.root}${path}">${label}</a>`,
          )}
        </p>
        <p>
          <a href="${queryHref(queryAbout(description.iri), site)}">${messages.queryThis}</a>
        </p>
      </section>
    </aside>
  </div>`;
  return renderPage(context, { title: name.text, content, alternates: formats });
}

function kinds({ types }: Description, context: PageContext): Html | '' {
  if (types.length === 0) return '';
  return html`<p class="kinds">
    ${types.map((type, index) => html`${index > 0 ? ' · ' : ''}${renderTermName(type, context)}`)}
  </p>`;
}

/** A short name stands beside the first one, a longer one below it. Chinese characters are twice as wide. */
const isLong = (text: string) => text.length > (/\p{Script=Han}/u.test(text) ? 12 : 24);

/** The same name in the other languages, once each. */
function otherNames({ labels }: Description, shown: string): Html[] {
  return [...labels]
    .filter(([language, text]) => language !== '' && text !== shown)
    .map(
      ([language, text]) =>
        html`<span class="other ${isLong(text) ? 'long' : ''}" lang="${languageTag(language)}"
          >${text}</span
        > `,
    );
}

/** The text that says what the thing is, and the property that has it. */
function findLead({ properties }: Description, { wanted }: PageContext) {
  for (const predicate of LEADS) {
    const statements =
      properties.find((property) => property.predicate === predicate)?.statements ?? [];
    const literals = statements
      .map(({ value }) => value)
      .filter((value) => value.termType === 'Literal');
    const text = pickLanguage(
      new Map(literals.map(({ language, value }) => [language, value])),
      wanted,
    );
    // With several texts in one language, one of them as the lead would hide the others.
    const isOnePerLanguage =
      new Set(literals.map(({ language }) => language)).size === statements.length;
    if (text && isOnePerLanguage) return { ...text, predicate };
  }
  return undefined;
}

function hashTerms({ hashTerms: found }: Description, context: PageContext): Html | '' {
  if (found.length === 0) return '';
  return html`<h2>${context.messages.terms} <span class="count">${found.length}</span></h2>
    <ul class="terms">
      ${found.map((iri) => html`<li id="${iri.slice(iri.indexOf('#') + 1)}">${term(iri, context)}</li>`)}
    </ul>`;
}

function term(iri: string, context: PageContext): Html {
  const { text, language } = nameOf(iri, context);
  return html`<a
      href="${hrefTo(`doc?iri=${encodeURIComponent(iri)}`, context.site)}"
      lang="${languageTag(language)}"
      >${text}</a
    >
    <code>${iri.slice(iri.indexOf('#') + 1)}</code>`;
}

function incoming({ description, previous, next }: ResourceView, context: PageContext): Html | '' {
  if (description.incoming.length === 0) return '';
  const { messages, site } = context;
  return html`<h2>${messages.saidElsewhere}</h2>
    <dl class="facts">${description.incoming.map((property) => incomingRow(property, context))}</dl>
    <p class="pages">
      ${previous === undefined ? '' : html`<a rel="prev" href="${hrefTo(previous, site)}">${messages.previousPage}</a>`}
      ${next === undefined ? '' : html`<a rel="next" href="${hrefTo(next, site)}">${messages.nextPage}</a>`}
    </p>`;
}

function incomingRow({ predicate, subjects, total }: IncomingProperty, context: PageContext): Html {
  const { messages } = context;
  const count =
    subjects.length < total ? `${subjects.length} ${messages.shown} / ${total}` : String(total);
  return html`<dt>← ${renderTermName(predicate, context)} <span class="count">${count}</span></dt>
    <dd>${subjects.map((iri) => html`<div>${renderIri(iri, context)}</div>`)}</dd>`;
}

const queryAbout = (iri: string) =>
  `SELECT ?property ?value WHERE {\n  <${iri}> ?property ?value .\n}\nORDER BY ?property`;
