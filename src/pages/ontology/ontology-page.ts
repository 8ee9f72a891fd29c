/** The page of an ontology: all terms of a dataset, or those of one document. */
import { html } from 'hono/html';
import { type OntologyTerm } from '../../description/index.ts';
import { pickLanguage } from '../../rdf/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { licenseName } from '../parts/license-name.ts';
import { hrefTo, isWebAddress, ownHref, queryHref } from '../parts/links.ts';
import { renderCodeLists } from './code-list-section.ts';
import { renderDiagram } from './diagram-figure.ts';
import { renderDocumentFacts, renderDocumentStatements } from './document-facts.ts';
import { TERMS_QUERY } from './ontology-queries.ts';
import { arrange, type ArrangedOntology, type OntologyView } from './ontology-view.ts';
import { ontologyWords } from './ontology-words.ts';
import { renderReused } from './reused-section.ts';
import { readingOf } from './shape-reading.ts';
import { renderShapes } from './shape-section.ts';
import type { CardContext } from './card-context.ts';
import { otherNames, renderDefinitions, renderTermCard } from './term-card.ts';
import { fragmentOf, pageAbout, writtenName } from './term-links.ts';
import { nameOf, type PageContext } from '../parts/site.ts';

/** Path of the page about all terms inside the publication. */
export const ONTOLOGY_PATH = 'ontology';

export async function renderOntology(view: OntologyView, context: PageContext): Promise<string> {
  const { ontology, shapes, diagram, document } = view;
  const words = ontologyWords(context.interfaceLanguage);
  const arranged = arrange(view, context);
  const { anchors } = arranged;
  const card: CardContext = {
    links: {
      context,
      anchors,
      isOwn: (iri) => ontology.terms.get(iri)?.isOwn ?? false,
      isKnown: (iri) => context.labels.has(iri) || ontology.terms.has(iri),
    },
    words,
    reading: readingOf(shapes, context),
  };
  const only =
    document && new Set([...arranged.classIndex, ...arranged.propertyIndex].map(({ iri }) => iri));
  const content = html`${renderHead(view, arranged, card)} ${renderIndex(arranged, card)}
  ${renderDiagram(diagram, ontology, card)} ${renderTerms('classes', arranged, card)}
  ${renderTerms('properties', arranged, card)}
  ${renderCodeLists(
    {
      codeLists: arranged.codeLists,
      omitted: document === undefined ? ontology.codeListsOmitted : 0,
    },
    card,
  )}
  ${renderOthers(arranged, card)} ${renderReused(arranged, card)}
  ${renderShapes(shapes, card, only)}
  ${ontology.unsupportedExpressions > 0 ? html`<p class="count">${words.unsupportedExpressions(ontology.unsupportedExpressions.toLocaleString(context.interfaceLanguage))}</p>` : ''}
  ${document ? renderDocumentStatements(document, card) : ''}`;
  const title = document ? nameOf(document.description.iri, context).text : words.title;
  const page = await renderPage(context, {
    title,
    content: html`<article class="ontology">${content}</article>`,
    alternates: document?.formats ?? [],
  });
  // Nothing on the page is preformatted, so indentation is removed: it would be a fifth of the page.
  return page.replaceAll(/\n\s+/g, '\n');
}

function renderHead(view: OntologyView, arranged: ArrangedOntology, card: CardContext): Html {
  const { words, links } = card;
  const { context } = links;
  const { document, ontology } = view;
  if (document) {
    const name = nameOf(document.description.iri, context);
    return html`<div class="two">
      <div>
        <p class="kinds">
          <a href="${hrefTo(ONTOLOGY_PATH, context.site)}">${words.allTermsPage}</a>
        </p>
        <h1>
          <span lang="${languageTag(name.language)}">${name.text}</span>
          ${otherNames(document.description.labels, name.text)}
        </h1>
        ${document.about ? renderDefinitions(document.about.descriptions, context) : ''}
        ${renderFigures(arranged, card)}
      </div>
      <aside>${renderDocumentFacts(document, card)}</aside>
    </div>`;
  }
  return html`<h1>${words.title}</h1>
    <p class="lead">
      ${arranged.classCount + arranged.propertyCount === 0 ? words.empty : words.lead}
    </p>
    ${renderFigures(arranged, card)}
    ${
      ontology.documents.length === 0
        ? ''
        : html`<ul class="plain documents">
            ${ontology.documents.map(({ iri, labels, version, license }) => {
              const name = pickLanguage(labels, context.preferredLanguages);
              const href = ownHref(iri, context.site) ?? (isWebAddress(iri) ? iri : undefined);
              const text = name?.text ?? writtenName(iri, context);
              return html`<li>
                ${
                  href === undefined
                    ? html`<b lang="${languageTag(name?.language)}">${text}</b>`
                    : html`<a href="${href}" lang="${languageTag(name?.language)}">${text}</a>`
                }
                ${otherNames(labels, text)}
                <span class="count"
                  >${version === undefined ? '' : `${words.version} ${version}`}
                  ${license === undefined ? '' : `· ${licenseName(license)}`}</span
                >
              </li>`;
            })}
          </ul>`
    }`;
}

function renderFigures(arranged: ArrangedOntology, { words, links }: CardContext): Html {
  const format = (count: number) => count.toLocaleString(links.context.interfaceLanguage);
  const reused = arranged.reused.reduce(
    (sum, [, terms]) => sum + terms.length,
    arranged.reusedOmitted,
  );
  const figures = [
    [arranged.classCount, words.classes, 'classes'],
    [arranged.propertyCount, words.properties, 'properties'],
    [arranged.codeLists.length, words.codeLists, 'code-lists'],
    [reused, words.otherTerms, 'reused'],
  ] as const;
  return html`<p class="stat">
    ${figures
      .filter(([count]) => count > 0)
      .map(
        ([count, label, id]) =>
          html`<a href="${fragmentOf(id)}"><b>${format(count)}</b>${label}</a> `,
      )}
  </p>`;
}

/** All terms by name, and where on the page each is. */
function renderIndex(arranged: ArrangedOntology, card: CardContext): Html | '' {
  const { words, links } = card;
  const { classIndex, propertyIndex, classes, properties } = arranged;
  const total = arranged.classCount + arranged.propertyCount;
  if (total === 0) return '';
  const inFull = new Set([...classes, ...properties]);
  const format = (count: number) => count.toLocaleString(links.context.interfaceLanguage);
  const cut = total - classIndex.length - propertyIndex.length;
  const group = (label: string, terms: readonly OntologyTerm[]) =>
    terms.length === 0
      ? ''
      : html`<h2>${label}</h2>
          <ul>
            ${terms.map((term) => renderIndexEntry(term, inFull.has(term), card))}
          </ul>`;
  return html`<nav class="index panel" aria-label="${words.onThisPage}">
    ${group(words.classes, classIndex)} ${group(words.properties, propertyIndex)}
    ${inFull.size < total ? html`<p class="count">${words.indexOnly(format(inFull.size), format(total))}</p>` : ''}
    ${
      cut > 0
        ? html`<p class="count">
            ${words.indexCut(format(cut))}
            <a href="${queryHref(TERMS_QUERY, links.context.site)}">${words.queryAll}</a>
          </p>`
        : ''
    }
  </nav>`;
}

/** A term that is not shown in full has its anchor here. */
function renderIndexEntry(
  { iri, isDeprecated }: OntologyTerm,
  isInFull: boolean,
  card: CardContext,
): Html {
  const { context, anchors } = card.links;
  const { text, language } = nameOf(iri, context);
  const id = anchors.get(iri) ?? '';
  const name = isDeprecated ? html`<s>${text}</s>` : text;
  return isInFull
    ? html`<li><a href="${fragmentOf(id)}" lang="${languageTag(language)}">${name}</a></li>`
    : html`<li id="${id}">
        <a href="${pageAbout(iri, context)}" lang="${languageTag(language)}">${name}</a>
      </li>`;
}

function renderTerms(
  id: 'classes' | 'properties',
  arranged: ArrangedOntology,
  card: CardContext,
): Html | '' {
  const shown = arranged[id];
  if (shown.length === 0) return '';
  const count = id === 'classes' ? arranged.classCount : arranged.propertyCount;
  const text = count.toLocaleString(card.links.context.interfaceLanguage);
  return html`<h2 id="${id}">${card.words[id]} <span class="count">${text}</span></h2>
    ${shown.map((term) => renderTermCard(term, card))}`;
}

function renderOthers({ others }: ArrangedOntology, { words, links }: CardContext): Html | '' {
  if (others.length === 0) return '';
  const { context, anchors } = links;
  return html`<h2 id="other-terms">
      ${words.others}
      <span class="count">${others.length.toLocaleString(context.interfaceLanguage)}</span>
    </h2>
    <ul class="codes">
      ${others.map(({ iri, labels, definitions }) => {
        const name = nameOf(iri, context);
        return html`<li id="${anchors.get(iri)}">
          <div class="code-name">
            <a href="${pageAbout(iri, context)}" lang="${languageTag(name.language)}"
              >${name.text}</a
            >
            ${otherNames(labels, name.text)} <code>${writtenName(iri, context)}</code>
          </div>
          <div>${renderDefinitions(definitions, context)}</div>
        </li>`;
      })}
    </ul>`;
}
