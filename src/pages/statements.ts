/** Statements as rows: property, value, who says so. */
import { html } from 'hono/html';
import type { Description, PropertyStatements, Statement } from '../description/index.ts';
import { languageMatches } from '../rdf/index.ts';
import { languageTag } from './language-names.ts';
import type { Html } from './layout.ts';
import { documentPath, hrefTo } from './links.ts';
import { nameOf, type PageContext } from './site.ts';
import { renderIri, renderTerm, renderTermName } from './values.ts';

/** Whether a claim stands behind one of the statements. */
export const hasClaims = ({ statements }: PropertyStatements) =>
  statements.some(({ reifiers }) => reifiers.length > 0);

/** The graph that holds most of the statements behind which no claim stands: said once, not at each. */
export function findMainGraph({ properties }: Description): string | undefined {
  const counts = new Map<string, number>();
  for (const { statements } of properties)
    for (const { graphs, reifiers } of statements)
      if (reifiers.length === 0)
        for (const graph of graphs) counts.set(graph, (counts.get(graph) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

export interface StatementsView {
  /** For each claim that reifies a statement: the IRI of the place that makes it, where it says so. */
  readonly placesOfClaims: ReadonlyMap<string, string>;
  /** The graph that is named once for all. */
  readonly mainGraph: string | undefined;
}

/** Properties and their values, each with who says so. */
export function renderStatements(
  properties: readonly PropertyStatements[],
  view: StatementsView,
  context: PageContext,
): Html {
  return html`<dl class="facts">
    ${properties.map(
      ({ predicate, statements }) =>
        html`<dt>${renderTermName(predicate, context)}</dt>
          <dd>
            ${inReadersOrder(statements, context).map(
              (statement) => html`<div>${value(statement, view, context)}</div>`,
            )}
          </dd>`,
    )}
  </dl>`;
}

/** The reader's languages first; what has no language stays in front. */
function inReadersOrder(statements: readonly Statement[], { wanted }: PageContext): Statement[] {
  const place = ({ value: term }: Statement) => {
    if (term.termType !== 'Literal' || term.language === '') return -1;
    const found = wanted.findIndex((range) => languageMatches(term.language, range));
    return found === -1 ? wanted.length : found;
  };
  return statements.toSorted((a, b) => place(a) - place(b));
}

function value(statement: Statement, view: StatementsView, context: PageContext): Html {
  if (statement.nested.length > 0) return renderStatements(statement.nested, view, context);
  return html`${renderTerm(statement.value, context)} ${provenance(statement, view, context)}`;
}

/** Who says so: the claims behind the statement, or else a graph that is not the page's main one. */
function provenance(
  { reifiers, graphs }: Statement,
  view: StatementsView,
  context: PageContext,
): Html | '' {
  const { messages, site } = context;
  if (reifiers.length > 0)
    return html`<span class="says"
      >${messages.says}
      ${reifiers.map((claim) => {
        const { text, language } = nameOf(view.placesOfClaims.get(claim) ?? claim, context);
        const path = documentPath(claim, site.base);
        return html`<a href="${hrefTo(path, site)}" lang="${languageTag(language)}">${text}</a> `;
      })}</span
    >`;
  const others = graphs.filter((graph) => graph !== view.mainGraph);
  if (others.length === 0) return '';
  return html`<span class="says"
    >${messages.inGraph} ${others.map((graph) => html`${renderIri(graph, context)} `)}</span
  >`;
}
