/** The page about one resource: what is said of it, by whom, and what points to it. */
import { html } from 'hono/html';
import type {
  Description,
  IncomingProperty,
  PropertyStatements,
  Statement,
} from '../description/index.ts';
import { pickLanguage, rdf, rdfs, schema, skos } from '../rdf/index.ts';
import { type Html, languageTag, renderPage } from './layout.ts';
import { documentPath, isWebAddress } from './links.ts';
import { nameOf, type PageContext } from './site.ts';
import { renderIri, renderTerm, renderTermName } from './values.ts';

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
  const { messages } = context;
  const name = nameOf(description.iri, context);
  const rows = description.properties.filter(({ predicate }) => !IN_THE_HEAD.has(predicate));
  const content = html`<div class="two">
    <article>
      ${kinds(description, context)}
      <h1>
        <span lang="${languageTag(name.language)}">${name.text}</span
        >${otherNames(description, name.text)}
      </h1>
      ${lead(description, context)}
      <h2>${messages.whatIsSaid}</h2>
      ${rows.length === 0 ? html`<p>${messages.nothingSaid}</p>` : facts(rows, view, context)}
      ${hashTerms(description, context)} ${incoming(view, context)}
    </article>
    <aside>
      <section class="panel">
        <h2>${messages.about}</h2>
        <p class="iri">
          ${isWebAddress(description.iri) ? html`<a href="${description.iri}">${description.iri}</a>` : description.iri}
        </p>
        <p>
          ${formats.map(({ label, path }) => html`<a class="chip" href="${context.site.root}${path}">${label}</a>`)}
        </p>
        <p>
          <a
            href="${context.site.root}sparql?query=${encodeURIComponent(queryAbout(description.iri))}"
            >${messages.queryThis}</a
          >
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

/** The same name in the other languages, once each. */
function otherNames({ labels }: Description, shown: string): Html[] {
  return [...labels]
    .filter(([language, text]) => language !== '' && text !== shown)
    .map(
      ([language, text]) =>
        html` <span class="other" lang="${languageTag(language)}">${text}</span>`,
    );
}

function lead({ properties }: Description, context: PageContext): Html | '' {
  for (const predicate of LEADS) {
    const statements =
      properties.find((property) => property.predicate === predicate)?.statements ?? [];
    const texts = statements.map(({ value }) =>
      value.termType === 'Literal' ? ([value.language, value.value] as const) : (['', ''] as const),
    );
    const text = pickLanguage(new Map(texts), context.wanted);
    if (text && text.text !== '')
      return html`<p class="lead" lang="${languageTag(text.language)}">${text.text}</p>`;
  }
  return '';
}

function facts(
  properties: readonly PropertyStatements[],
  view: ResourceView,
  context: PageContext,
): Html {
  return html`<dl class="facts">
    ${properties.map(
      ({ predicate, statements }) =>
        html`<dt>${renderTermName(predicate, context)}</dt>
          <dd>
            ${statements.map((statement) => html`<div>${value(statement, view, context)}</div>`)}
          </dd>`,
    )}
  </dl>`;
}

function value(statement: Statement, view: ResourceView, context: PageContext): Html {
  if (statement.nested.length > 0) return facts(statement.nested, view, context);
  return html`${renderTerm(statement.value, context)} ${provenance(statement, view, context)}`;
}

/** Who says so: the claims behind the statement, or else the graph that holds it. */
function provenance(
  { reifiers, graphs }: Statement,
  view: ResourceView,
  context: PageContext,
): Html {
  const { messages, site } = context;
  if (reifiers.length > 0)
    return html`<span class="says"
      >${messages.says}
      ${reifiers.map((claim) => {
        const place = view.placesOfClaims.get(claim) ?? claim;
        const own = nameOf(place, context);
        return html`<a
          href="${site.root}${documentPath(claim, site.base)}"
          lang="${languageTag(own.language)}"
          >${own.text}</a
        > `;
      })}</span
    >`;
  return html`<span class="says"
    >${messages.inGraph} ${graphs.map((graph) => renderIri(graph, context))}</span
  >`;
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
      href="${context.site.root}doc?iri=${encodeURIComponent(iri)}"
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
      ${previous === undefined ? '' : html`<a rel="prev" href="${site.root}${previous}">${messages.previousPage}</a>`}
      ${next === undefined ? '' : html`<a rel="next" href="${site.root}${next}">${messages.nextPage}</a>`}
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
