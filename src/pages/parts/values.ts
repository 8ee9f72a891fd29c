/** RDF terms as markup: links with labels, literals with their language. */
import { html } from 'hono/html';
import { compactIri, type Term } from '../../rdf/index.ts';
import { renderLiteral } from './literals.ts';
import { languageTag } from './language-names.ts';
import type { Html } from './html.ts';
import { isWebAddress, ownHref } from './links.ts';
import { nameOf, type PageContext } from './site.ts';

/** A link to an IRI with its name; IRIs that are not below the base are external links. */
export function renderIri(iri: string, context: PageContext): Html {
  const own = ownHref(iri, context.site);
  if (own !== undefined) {
    const { text, language } = nameOf(iri, context);
    return html`<a href="${own}" lang="${languageTag(language)}">${text}</a>`;
  }
  if (!isWebAddress(iri)) return html`<code>${iri}</code>`;
  const label = context.labels.has(iri) ? nameOf(iri, context).text : shortenUrl(iri, context.site);
  return html`<a class="out" href="${iri}" rel="external">${label}</a>`;
}

/** The name of a class or property. Terms of our own ontology are links. */
export function renderTermName(iri: string, context: PageContext): Html {
  const { text, language } = nameOf(iri, context);
  const href = ownHref(iri, context.site) ?? (isWebAddress(iri) ? iri : undefined);
  if (href === undefined) return html`<span title="${iri}">${text}</span>`;
  return html`<a href="${href}" title="${iri}" lang="${languageTag(language)}">${text}</a>`;
}

export function renderTerm(term: Term, context: PageContext): Html {
  switch (term.termType) {
    case 'NamedNode':
      return renderIri(term.value, context);
    case 'Literal':
      return renderLiteral(term, context);
    case 'BlankNode':
      return html`<span class="blank">_:${term.value}</span>`;
    case 'Quad':
      return html`<span class="triple"
        >${[term.subject, term.predicate, term.object].map((part) => renderTerm(part, context))}</span
      >`;
    case 'DefaultGraph':
    case 'Variable':
      return html`<code>${term.value}</code>`;
  }
}

/** An external address, shortened to a recognisable form. */
export function shortenUrl(url: string, site: PageContext['site']): string {
  const compact = compactIri(url, site.prefixes);
  if (compact !== undefined) return compact;
  // An IRI of RDF may be invalid as a URL: "http://[", "http://host:99999/".
  const address = URL.parse(url);
  const short = address
    ? `${address.host.replace(/^www\./, '')}${address.pathname}`.replace(/\/$/, '')
    : url;
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}
