/** The page about a resource: its statements with their sources, and the incoming links. */
import { html } from 'hono/html';
import type {
  Description,
  IncomingProperty,
  PropertyStatements,
  Statement,
} from '../../description/index.ts';
import { pickLanguage, rdf } from '../../rdf/index.ts';
import { type ClaimGroup, type ClaimSources, groupOf } from '../views/claim-source.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { hrefTo, savedQueryPath } from '../parts/links.ts';
import { fill } from '../parts/messages.ts';
import { renderAside } from './resource-aside.ts';
import { renderResourceHead } from './resource-head.ts';
import type { ResourceView } from './resource-view.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import {
  findMainGraph,
  renderClaims,
  renderStatements,
  type StatementsView,
} from './statements.ts';
import { renderIri, renderTermName } from '../parts/values.ts';
import { renderPanel } from '../views/render-panel.ts';

export function renderResource(view: ResourceView, context: PageContext): Promise<string> {
  const { description, formats, property } = view;
  const head = renderResourceHead(description, context);
  const mainGraph = findMainGraph(description);
  const statements: StatementsView = {
    sources: view.sources,
    mainGraph,
    pathOfProperty: property === undefined ? view.pathOfProperty : undefined,
  };
  const content =
    property === undefined
      ? html`<div class="two">
          <article>
            ${head.markup} ${view.panels.map((panel) => renderPanel(panel, context))}
            ${otherQueries(view, context)}
            ${sections(description, head.predicates, { statements, context })}
            ${hashTerms(description, context)} ${incoming(view, context)}
          </article>
          ${renderAside(view, mainGraph, context)}
        </div>`
      : html`<article>
          ${head.markup}
          <h2>${context.messages.theOneProperty}</h2>
          <p><a href="${hrefTo(view.path, context.site)}">${context.messages.fullPage}</a></p>
          ${valuesOf(property, { description, statements, context })}
        </article>`;
  const { text } = nameOf(description.iri, context);
  return renderPage(context, { title: text, content, alternates: formats });
}

/** All values of one property: those in the data, and those that are only claimed. */
function valuesOf(
  property: string,
  { description, statements, context }: SectionFacts & Pick<ResourceView, 'description'>,
): Html {
  const { properties, claimed } = description;
  const members = [...properties, ...claimed]
    .filter(({ predicate }) => predicate === property)
    .flatMap(({ predicate, statements: all }) =>
      all.map((statement) => ({ predicate, statement })),
    );
  return members.length === 0
    ? html`<p>${context.messages.noOtherStatements}</p>`
    : renderStatements(regroup(members), statements, context);
}

/** Links to queries about the resource that are not shown on its page. */
function otherQueries(
  { otherQueries: others, description }: ResourceView,
  context: PageContext,
): Html | '' {
  if (others.length === 0) return '';
  return html`<ul class="chips">
    ${others.map(({ name, title }) => {
      const text = pickLanguage(title, context.preferredLanguages);
      return html`<li>
        <a
          class="chip"
          href="${hrefTo(savedQueryPath(name, description.iri), context.site)}"
          lang="${languageTag(text?.language)}"
          >${text?.text}</a
        >
      </li>`;
    })}
  </ul>`;
}

interface SectionFacts {
  readonly statements: StatementsView;
  readonly context: PageContext;
}

/** Statements with claims, by the groups of the claims; then statements without claims. */
function sections(
  { properties, claimed }: Description,
  inTheHead: ReadonlySet<string>,
  { statements, context }: SectionFacts,
): Html {
  const { messages } = context;
  const claimedStatements = [...properties, ...claimed].flatMap(({ predicate, statements: all }) =>
    all
      .filter(({ reifiers }) => reifiers.length > 0)
      .map((statement) => ({
        predicate,
        statement,
        group: firstGroup(statement, statements.sources, context),
      })),
  );
  const groups = [
    ...Map.groupBy(claimedStatements, ({ group }) => group?.text ?? '').values(),
  ].toSorted((a, b) => (a[0]?.group?.order ?? 0) - (b[0]?.group?.order ?? 0));
  const plain = properties
    .filter(({ predicate }) => !inTheHead.has(predicate))
    .map(({ predicate, statements: all }) => ({
      predicate,
      statements: all.filter(({ reifiers }) => reifiers.length === 0),
    }))
    .filter(({ statements: left }) => left.length > 0);
  return html`${groups.map((members) => {
    const group = members[0]?.group;
    return html`<h2 lang="${languageTag(group?.language)}">
        ${group?.text ?? messages.statementsTitle}
      </h2>
      ${renderStatements(regroup(members), statements, context)}`;
  })}
  ${
    plain.length === 0
      ? claimedStatements.length === 0
        ? html`<p>${messages.noOtherStatements}</p>`
        : ''
      : html`<h2>
            ${claimedStatements.length === 0 ? messages.statementsTitle : messages.particulars}
          </h2>
          ${renderStatements(plain, statements, context)}`
  }`;
}

function firstGroup(
  { reifiers }: Statement,
  sources: ClaimSources,
  context: PageContext,
): ClaimGroup | undefined {
  return reifiers
    .map((claim) => groupOf(sources.get(claim), context))
    .filter((group) => group !== undefined)
    .toSorted((a, b) => a.order - b.order)[0];
}

const regroup = (
  members: readonly { readonly predicate: string; readonly statement: Statement }[],
): PropertyStatements[] =>
  Array.from(
    Map.groupBy(members, ({ predicate }) => predicate),
    ([predicate, group]) => ({ predicate, statements: group.map(({ statement }) => statement) }),
  );

function hashTerms({ hashTerms: found }: Description, context: PageContext): Html | '' {
  if (found.length === 0) return '';
  return html`<h2>
      ${context.messages.terms}
      <span class="count">${found.length.toLocaleString(context.interfaceLanguage)}</span>
    </h2>
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

/** Subjects of one property that are shown unfolded. */
const SHOWN_SUBJECTS = 10;

function incoming(
  { description, sources, previous, next }: ResourceView,
  context: PageContext,
): Html | '' {
  if (description.incoming.length === 0) return '';
  const { messages, site } = context;
  return html`<h2 id="backlinks">
      ${messages.statementsElsewhere}
      <span class="count">${fill(messages.inAll, description.incomingTotal, context)}</span>
    </h2>
    <dl class="facts">
      ${claimsLast(description.incoming).map((property) => incomingRow(property, sources, context))}
    </dl>
    ${
      previous === undefined && next === undefined
        ? ''
        : html`<p class="pages">
            ${previous === undefined ? '' : html`<a rel="prev" href="${hrefTo(`${previous}#backlinks`, site)}">${messages.previousPage}</a>`}
            ${next === undefined ? '' : html`<a rel="next" href="${hrefTo(`${next}#backlinks`, site)}">${messages.nextPage}</a>`}
          </p>`
    }`;
}

/** Links between a claim and its subject are less informative than the claim itself, so they are last. */
const REIFYING: ReadonlySet<string> = new Set(
  ['subject', 'predicate', 'object'].map((name) => rdf(name).value),
);

const claimsLast = (incomingProperties: readonly IncomingProperty[]): IncomingProperty[] =>
  incomingProperties.toSorted(
    (a, b) => Number(REIFYING.has(a.predicate)) - Number(REIFYING.has(b.predicate)),
  );

function incomingRow(
  { predicate, subjects, total, reifiers }: IncomingProperty,
  sources: ClaimSources,
  context: PageContext,
): Html {
  const { messages, interfaceLanguage } = context;
  const all = total.toLocaleString(interfaceLanguage);
  const count =
    subjects.length < total
      ? `${subjects.length.toLocaleString(interfaceLanguage)} ${messages.shown} / ${all}`
      : all;
  const rows = subjects.map(
    (iri) =>
      html`<div>
        ${renderIri(iri, context)} ${renderClaims(reifiers.get(iri) ?? [], sources, context)}
      </div>`,
  );
  return html`<dt>← ${renderTermName(predicate, context)} <span class="count">${count}</span></dt>
    <dd>
      ${rows.slice(0, SHOWN_SUBJECTS)}
      ${
        rows.length > SHOWN_SUBJECTS
          ? html`<details>
              <summary>${fill(messages.more, rows.length - SHOWN_SUBJECTS, context)}</summary>
              ${rows.slice(SHOWN_SUBJECTS)}
            </details>`
          : ''
      }
    </dd>`;
}
