/** The card of a class or property. */
import { html } from 'hono/html';
import type { OntologyTerm, Usage } from '../../description/index.ts';
import { type LanguageMap, languageMatches, splitIri } from '../../rdf/index.ts';
import { kindClass, kindMark } from '../parts/kind-mark.ts';
import { kindName } from '../parts/kind-names.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { isWebAddress, queryHref } from '../parts/links.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { renderTerm } from '../parts/values.ts';
import type { CardContext } from './card-context.ts';
import { verbalizeClassExpression } from './class-expression-words.ts';
import { instancesQuery, statementsQuery } from './ontology-queries.ts';
import { renderShapeSentences } from './shape-section.ts';
import {
  fragmentOf,
  pageAbout,
  renderPhrase,
  renderTermLink,
  renderTermLinks,
  type TermLinks,
  writtenName,
} from './term-links.ts';

type Row = readonly [label: string, content: Html | string];

/** Languages of names and definitions on a card; the page about the term has all. */
const MAX_LANGUAGES = 4;

export function renderTermCard(term: OntologyTerm, card: CardContext): Html {
  const { links, words } = card;
  const { context, anchors } = links;
  const id = anchors.get(term.iri) ?? '';
  const name = nameOf(term.iri, context);
  const { asClass, asProperty } = term;
  const rows = [
    ...(term.replacedBy.length > 0
      ? [[words.replacedBy, renderTermLinks(term.replacedBy, links)] as const]
      : []),
    ...(asClass ? classRows(term, asClass, card) : []),
    ...(asProperty ? propertyRows(term, asProperty, card) : []),
    ...commonRows(term, card),
  ];
  return html`<section class="term ${asClass ? kindClass(asClass.instancesAre) : ''}" id="${id}">
    <h3>
      ${asClass ? kindMark(asClass.instancesAre) : ''}
      <a class="self" href="${fragmentOf(id)}" lang="${languageTag(name.language)}">${name.text}</a>
      ${otherNames(term.labels, name.text)}
    </h3>
    <p class="written">
      <code>${writtenName(term.iri, context)}</code>
      ${tagsOf(term, card).map((tag) => html`<span class="tag">${tag}</span> `)}
      ${
        isMerelyUsed(term)
          ? ''
          : html`<a class="count" href="${pageAbout(term.iri, context)}">${words.allOfIt}</a>`
      }
    </p>
    ${renderDefinitions(term.definitions, context)}
    <dl class="facts">
      ${rows.map(
        ([label, content]) =>
          html`<dt>${label}</dt>
            <dd>${content}</dd>`,
      )}
    </dl>
  </section>`;
}

/** Whether there are no statements about the term, so that it has no page of its own. */
const isMerelyUsed = ({ labels, definitions, definedBy, types, isOwn }: OntologyTerm): boolean =>
  !isOwn &&
  labels.size === 0 &&
  definitions.size === 0 &&
  definedBy.length === 0 &&
  types.length === 0;

export const otherNames = (labels: LanguageMap, shown: string): Html[] =>
  [...labels]
    .filter(([language, text]) => language !== '' && text !== shown)
    .slice(0, MAX_LANGUAGES)
    .map(
      ([language, text]) =>
        html`<span class="other" lang="${languageTag(language)}">${text}</span> `,
    );

/** The reader's language first, the others below it. */
export function renderDefinitions(
  definitions: LanguageMap,
  { preferredLanguages }: PageContext,
): Html[] {
  const rank = (language: string) => {
    const found = preferredLanguages.findIndex((range) => languageMatches(language, range));
    return found === -1 ? preferredLanguages.length : found;
  };
  return [...definitions]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .slice(0, MAX_LANGUAGES)
    .map(
      ([language, text], index) =>
        html`<p
          class="definition ${index > 0 ? 'other' : ''}"
          lang="${languageTag(language)}"
          dir="auto"
        >
          ${text}
        </p>`,
    );
}

function tagsOf(term: OntologyTerm, { words, links }: CardContext): (Html | string)[] {
  const { characteristics } = words;
  const { asClass } = term;
  return [
    ...(term.isDeprecated ? [html`<strong class="deprecated">${words.deprecated}</strong>`] : []),
    ...(asClass && !['other', 'none'].includes(asClass.instancesAre)
      ? [kindName(asClass.instancesAre, links.context.interfaceLanguage)]
      : []),
    ...(asClass && term.asProperty ? [words.alsoProperty] : []),
    ...term.types.map((type) => {
      const { localName } = splitIri(type);
      return Object.hasOwn(characteristics, localName)
        ? (characteristics[localName] ?? '')
        : renderTermLink(type, links);
    }),
  ];
}

function classRows(
  { iri }: OntologyTerm,
  facts: NonNullable<OntologyTerm['asClass']>,
  card: CardContext,
): Row[] {
  const { links, words, reading } = card;
  const { context } = links;
  const shapes = reading.byClass.get(iri) ?? [];
  return filled([
    [
      words.instances,
      html`${countLink(facts.instances, instancesQuery(iri), context)}
      ${
        facts.examples.length === 0
          ? ''
          : html`<span class="examples">${renderTermLinks(facts.examples, links)}</span>`
      }`,
    ],
    [words.above, linksWithNames(facts.above, links)],
    [words.below, linksOrNothing(facts.below, links)],
    [words.conditions, renderExpressions(facts.conditions, links)],
    [words.disjoint, linksOrNothing(facts.disjointWith, links)],
    [words.usedWith, renderUsage(facts.usedWith, card)],
    [words.reachedBy, renderUsage(facts.reachedBy, card)],
    [
      words.rules,
      shapes.length === 0
        ? undefined
        : html`${shapes.map((shape) => renderShapeSentences(shape, card))}`,
    ],
  ]);
}

function propertyRows(
  { iri }: OntologyTerm,
  facts: NonNullable<OntologyTerm['asProperty']>,
  card: CardContext,
): Row[] {
  const { links, words } = card;
  const { context } = links;
  return filled([
    [words.uses, countLink(facts.uses, statementsQuery(iri), context)],
    [words.aboveProperty, linksWithNames(facts.above, links)],
    [words.belowProperty, linksOrNothing(facts.below, links)],
    [words.domain, renderExpressions(facts.domain, links)],
    [words.range, renderExpressions(facts.range, links)],
    [words.inverses, linksOrNothing(facts.inverses, links)],
    [words.subjects, renderUsage(facts.subjects, card)],
    [words.values, renderUsage(facts.values, card)],
    [
      context.messages.examples,
      facts.examples.length === 0
        ? undefined
        : html`${facts.examples.map(
            ({ subject, value }) =>
              html`<div>
                ${renderTermLink(subject, links)} <span class="arrow" aria-hidden="true">→</span>
                ${value.termType === 'NamedNode' ? renderTermLink(value.value, links) : renderTerm(value, context)}
              </div>`,
          )}`,
    ],
  ]);
}

function commonRows(term: OntologyTerm, { links, words }: CardContext): Row[] {
  return filled([
    [words.equivalents, outward(term.equivalents, links)],
    [words.seeAlso, outward(term.seeAlso, links)],
  ]);
}

/** Terms of other vocabularies, written with their prefixes. */
function outward(iris: readonly string[], links: TermLinks): Html | undefined {
  if (iris.length === 0) return undefined;
  return html`${iris.map((iri) =>
    links.anchors.has(iri)
      ? html`${renderTermLink(iri, links)} `
      : isWebAddress(iri)
        ? html`<a class="out" href="${iri}" rel="external">${writtenName(iri, links.context)}</a> `
        : html`<code>${iri}</code> `,
  )}`;
}

const linksOrNothing = (iris: readonly string[], links: TermLinks): Html | undefined =>
  iris.length === 0 ? undefined : renderTermLinks(iris, links);

/** Terms of other vocabularies may have the same label as own ones, so their compact IRIs are added. */
function linksWithNames(iris: readonly string[], links: TermLinks): Html | undefined {
  if (iris.length === 0) return undefined;
  return html`${iris.map(
    (iri, index) =>
      html`${index > 0 ? ' · ' : ''}${renderTermLink(iri, links)}${
        links.isOwn(iri) ? '' : html` <code>${writtenName(iri, links.context)}</code>`
      }`,
  )}`;
}

function renderExpressions(
  expressions: NonNullable<OntologyTerm['asClass']>['conditions'],
  links: TermLinks,
): Html | undefined {
  if (expressions.length === 0) return undefined;
  const language = links.context.interfaceLanguage;
  return html`${expressions.map(
    (one) => html`<div>${renderPhrase(verbalizeClassExpression(one, language), links)}</div>`,
  )}`;
}

function renderUsage(
  { items, omitted, sampleSize }: Usage,
  { links, words }: CardContext,
): Html | undefined {
  if (items.length === 0) return undefined;
  const format = (count: number) => count.toLocaleString(links.context.interfaceLanguage);
  return html`<ul class="uses">
    ${items.map(
      ({ iri, count }) =>
        html`<li>${renderTermLink(iri, links)} <span class="count">${format(count)}</span></li>`,
    )}
    ${omitted > 0 ? html`<li class="count">${words.more(format(omitted))}</li>` : ''}
    ${sampleSize === undefined ? '' : html`<li class="count">(${words.sample(format(sampleSize))})</li>`}
  </ul>`;
}

/** A number, linked to the query that counts it. */
export function countLink(count: number, query: string, context: PageContext): Html {
  const text = count.toLocaleString(context.interfaceLanguage);
  return count === 0
    ? html`${text}`
    : html`<a class="figure-link" href="${queryHref(query, context.site)}">${text}</a>`;
}

const filled = (rows: readonly (readonly [string, Html | string | undefined])[]): Row[] =>
  rows.flatMap(([label, content]) => (content === undefined ? [] : [[label, content] as const]));
