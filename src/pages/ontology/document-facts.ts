/** The document of an ontology: version, licence, formats, and all other statements about it. */
import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';
import { licenseName } from '../parts/license-name.ts';
import { isWebAddress } from '../parts/links.ts';
import { findMainGraph, renderStatements } from '../resource/statements.ts';
import type { OntologyView } from './ontology-view.ts';
import type { CardContext } from './card-context.ts';

type Document = NonNullable<OntologyView['document']>;

export function renderDocumentFacts(
  { description, about, formats }: Document,
  { words, links }: CardContext,
): Html {
  const { messages, site } = links.context;
  const license = about?.license;
  const rows = [
    [words.version, about?.version],
    [words.created, about?.created],
    [words.modified, about?.modified],
  ] as const;
  return html`<section class="panel">
    <h2>${messages.about}</h2>
    <p class="iri">
      ${isWebAddress(description.iri) ? html`<a href="${description.iri}">${description.iri}</a>` : description.iri}
    </p>
    <dl class="short">
      ${rows.map(([label, value]) =>
        value === undefined
          ? ''
          : html`<dt>${label}</dt>
              <dd>${value}</dd>`,
      )}
      ${
        license === undefined
          ? ''
          : html`<dt>${words.license}</dt>
              <dd>
                ${isWebAddress(license) ? html`<a href="${license}">${licenseName(license)}</a>` : licenseName(license)}
              </dd>`
      }
    </dl>
    <p>
      ${formats.map(({ label, path }) => html`<a class="chip" href="${site.root}${path}">${label}</a>`)}
    </p>
  </section>`;
}

/** All statements about the document, folded. */
export function renderDocumentStatements(
  { description }: Document,
  { words, links }: CardContext,
): Html {
  return html`<details class="all-said">
    <summary>${words.allStatements}</summary>
    ${renderStatements(
      description.properties,
      { sources: new Map(), mainGraph: findMainGraph(description) },
      links.context,
    )}
  </details>`;
}
