/** Terms of other vocabularies, with how often they are used here. */
import { html } from 'hono/html';
import type { OntologyTerm } from '../../description/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { isWebAddress } from '../parts/links.ts';
import { nameOf } from '../parts/site.ts';
import { instancesQuery, statementsQuery } from './ontology-queries.ts';
import type { ArrangedOntology } from './ontology-view.ts';
import type { CardContext } from './card-context.ts';
import { countLink, otherNames } from './term-card.ts';
import { fragmentOf, writtenName } from './term-links.ts';

export function renderReused(
  { reused, reusedOmitted }: Pick<ArrangedOntology, 'reused' | 'reusedOmitted'>,
  card: CardContext,
): Html | '' {
  if (reused.length === 0) return '';
  const { words, links } = card;
  const { context } = links;
  const format = (count: number) => count.toLocaleString(context.interfaceLanguage);
  const total = reused.reduce((sum, [, terms]) => sum + terms.length, reusedOmitted);
  return html`<h2 id="reused">${words.reused} <span class="count">${format(total)}</span></h2>
    <p class="lead">${words.reusedLead}</p>
    ${reused.map(
      ([namespace, terms]) =>
        html`<h3 class="vocabulary">${namespace}</h3>
          <ul class="reused">
            ${terms.map((term) => renderReusedTerm(term, card))}
          </ul>`,
    )}
    ${reusedOmitted > 0 ? html`<p>${words.indexCut(format(reusedOmitted))}</p>` : ''}`;
}

function renderReusedTerm(term: OntologyTerm, { links, words, reading }: CardContext): Html {
  const { context, anchors } = links;
  const name = nameOf(term.iri, context);
  const { asClass, asProperty } = term;
  const written = writtenName(term.iri, context);
  const [shape] = reading.byClass.get(term.iri) ?? [];
  const rule = shape && reading.anchors.get(shape);
  return html`<li id="${anchors.get(term.iri)}">
    <span>
      ${
        isWebAddress(term.iri)
          ? html`<a href="${term.iri}" rel="external"><code>${written}</code></a>`
          : html`<code>${written}</code>`
      }
      ${name.text === written ? '' : html`<span lang="${languageTag(name.language)}">${name.text}</span>`}
      ${otherNames(term.labels, name.text)}
      ${rule === undefined ? '' : html`<a class="count" href="${fragmentOf(rule)}">${words.rules}</a>`}
    </span>
    <span class="count">
      ${
        asClass && asClass.instances > 0
          ? countLink(asClass.instances, instancesQuery(term.iri), context)
          : asProperty
            ? countLink(asProperty.uses, statementsQuery(term.iri), context)
            : '–'
      }
    </span>
  </li>`;
}
