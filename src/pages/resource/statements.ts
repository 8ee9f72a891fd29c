/** Statements as rows: property, value, source. */
import { html } from 'hono/html';
import type { Description, PropertyStatements, Statement } from '../../description/index.ts';
import { languageMatches } from '../../rdf/index.ts';
import { type ClaimSources, renderClaimSource, renderDispute } from '../views/claim-source.ts';
import type { Html } from '../parts/html.ts';
import { hrefTo } from '../parts/links.ts';
import { fill } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { renderIri, renderTerm, renderTermName } from '../parts/values.ts';

/** Values of one property on the page of the resource; the page of the property has all of them. */
export const SHOWN_VALUES = 50;

/** The graph of most of the statements without claims, which is named once and not at each statement. */
export function findMainGraph({ properties }: Description): string | undefined {
  const counts = new Map<string, number>();
  for (const { statements } of properties)
    for (const { graphs, reifiers } of statements)
      if (reifiers.length === 0)
        for (const graph of graphs) counts.set(graph, (counts.get(graph) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

export interface StatementsView {
  readonly sources: ClaimSources;
  /** The graph that is named once for the page. */
  readonly mainGraph: string | undefined;
  /** The page of all values of a property; undefined on that page itself. */
  readonly pathOfProperty?: ((predicate: string) => string) | undefined;
}

/** Properties and their values, each with its source. */
export function renderStatements(
  properties: readonly PropertyStatements[],
  view: StatementsView,
  context: PageContext,
): Html {
  return html`<dl class="facts">
    ${properties.map(({ predicate, statements }) => {
      const sorted = inReadersOrder(statements, context);
      const shown = view.pathOfProperty ? sorted.slice(0, SHOWN_VALUES) : sorted;
      return html`<dt>${renderTermName(predicate, context)}</dt>
        <dd>
          ${shown.map((statement) => html`<div>${value(statement, view, context)}</div>`)}
          ${
            view.pathOfProperty && shown.length < sorted.length
              ? html`<div>
                  <a href="${hrefTo(view.pathOfProperty(predicate), context.site)}"
                    >${fill(context.messages.allValues, sorted.length, context)}</a
                  >
                </div>`
              : ''
          }
        </dd>`;
    })}
  </dl>`;
}

/** Values without a language first, then the reader's languages. */
function inReadersOrder(
  statements: readonly Statement[],
  { preferredLanguages }: PageContext,
): Statement[] {
  const rank = ({ value: term }: Statement) => {
    if (term.termType !== 'Literal' || term.language === '') return -1;
    const found = preferredLanguages.findIndex((range) => languageMatches(term.language, range));
    return found === -1 ? preferredLanguages.length : found;
  };
  return statements.toSorted((a, b) => rank(a) - rank(b));
}

function value(statement: Statement, view: StatementsView, context: PageContext): Html {
  if (statement.nested.length > 0) {
    const unfoldedView = { ...view, pathOfProperty: undefined };
    return renderStatements(statement.nested, unfoldedView, context);
  }
  return html`${renderTerm(statement.value, context)} ${provenance(statement, view, context)}`;
}

/** The source: the claims of the statement, or else its graph if it is not the main one of the page. */
function provenance(
  { reifiers, graphs }: Statement,
  view: StatementsView,
  context: PageContext,
): Html | '' {
  if (reifiers.length > 0) return renderClaims(reifiers, view.sources, context);
  const others = graphs.filter((graph) => graph !== view.mainGraph);
  if (others.length === 0) return '';
  return html`<span class="says"
    >${context.messages.inGraph} ${others.map((graph) => html`${renderIri(graph, context)} `)}</span
  >`;
}

/** The claims of a statement, and their disputes. */
export function renderClaims(
  claims: readonly string[],
  sources: ClaimSources,
  context: PageContext,
): Html | '' {
  if (claims.length === 0) return '';
  return html`<span class="says"
      >${context.messages.attribution}
      ${claims.map((claim) => renderClaimSource(claim, sources.get(claim), context))}</span
    >
    ${claims.map((claim) => renderDispute(sources.get(claim), context))}`;
}
