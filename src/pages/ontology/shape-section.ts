/** Shapes as sentences: at the class they target, and all of them in a section of their own. */
import { html } from 'hono/html';
import type { Shape, Shapes } from '../../description/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { nameOf } from '../parts/site.ts';
import { demandsOf, messagesFor } from './shapes/verbalize-shape.ts';
import type { CardContext } from './card-context.ts';
import { fragmentOf, renderPhrase, shapeName } from './term-links.ts';

/** The constraints of a shape, with a link to the shape's section. */
export function renderShapeSentences(shape: Shape, card: CardContext): Html {
  const { links, reading } = card;
  const name = shapeName(shape, links.context);
  const anchor = reading.anchors.get(shape);
  return html`<div class="rule">
    ${
      anchor === undefined
        ? ''
        : html`<a class="count" href="${fragmentOf(anchor)}" lang="${languageTag(name?.language)}"
            >${name?.text ?? anchor}</a
          >`
    }
    <ul>
      ${demandsOf(shape, reading.verbalizer).map(
        ({ phrase, shape: { severity } }) =>
          html`<li>${renderPhrase(phrase, links)}${severityTag(severity, card)}</li>`,
      )}
    </ul>
  </div>`;
}

/** @param only the classes of the page; without them, all shapes are shown. */
export function renderShapes(
  { targeted, parts, omitted }: Shapes,
  card: CardContext,
  only?: ReadonlySet<string>,
): Html | '' {
  const { words, links } = card;
  const isShown = ({ targets }: Shape) =>
    only === undefined || targets.some(({ term }) => only.has(term.value));
  const shown = targeted.filter(isShown);
  if (shown.length === 0) return '';
  const named = parts.filter(({ iri }) => iri !== undefined);
  return html`<h2 id="shapes">
      ${words.shapes}
      <span class="count">${shown.length.toLocaleString(links.context.interfaceLanguage)}</span>
    </h2>
    <p class="lead">${words.shapesLead}</p>
    ${shown.map((shape) => renderShape(shape, card))}
    ${omitted > 0 ? html`<p>${words.shapesCut(omitted.toLocaleString(links.context.interfaceLanguage))}</p>` : ''}
    ${
      named.length === 0
        ? ''
        : html`<h3 class="minor">${words.parts}</h3>
            ${named.map((shape) => renderShape(shape, card))}`
    }`;
}

function renderShape(shape: Shape, card: CardContext): Html {
  const { links, words, reading } = card;
  const { context } = links;
  const name =
    shapeName(shape, context) ?? (shape.iri === undefined ? undefined : nameOf(shape.iri, context));
  const lead = reading.verbalizer.words.lead(shape.targets);
  return html`<section class="shape" id="${reading.anchors.get(shape)}">
    <h3>
      <span lang="${languageTag(name?.language)}">${name?.text ?? words.shapes}</span>
      ${shape.isActive ? '' : html`<span class="tag">${words.inactive}</span>`}
    </h3>
    ${lead.length === 0 ? '' : html`<p class="subject">${renderPhrase(lead, links)}</p>`}
    ${shape.path === undefined ? renderMessages(shape, card) : ''}
    <ul class="demands">
      ${demandsOf(shape, reading.verbalizer).map(
        ({ phrase, shape: inner }) =>
          html`<li>
            ${renderPhrase(phrase, links)}${severityTag(inner.severity, card)}
            ${inner === shape && shape.path === undefined ? '' : renderMessages(inner, card)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function renderMessages({ messages }: Shape, { links, reading }: CardContext): Html | '' {
  const texts = messagesFor(messages, reading.verbalizer.preferredLanguages);
  if (texts.length === 0) return '';
  const language = messages.find(({ text }) => text === texts[0])?.language;
  return html`${texts.map(
    (text) =>
      html`<p
        class="message"
        lang="${languageTag(language ?? links.context.interfaceLanguage)}"
        dir="auto"
      >
        ${text}
      </p>`,
  )}`;
}

const severityTag = (severity: Shape['severity'], { words }: CardContext): Html | '' =>
  severity === 'violation' ? '' : html` <span class="tag">${words.severities[severity]}</span>`;
