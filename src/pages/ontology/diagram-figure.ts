/** The diagram as a drawing, and as a list with the same content. */
import { html } from 'hono/html';
import { type Kind, KINDS, type Ontology } from '../../description/index.ts';
import { kindClass, kindMark } from '../parts/kind-mark.ts';
import { kindName } from '../parts/kind-names.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import type { Diagram, DiagramClass, DiagramRow } from './diagram/diagram.ts';
import {
  BOX_WIDTH,
  HEAD_HEIGHT,
  type DiagramLayout,
  layoutOf,
  type PlacedBox,
  type PlacedLine,
  ROW_HEIGHT,
} from './diagram/diagram-layout.ts';
import { fitText } from './diagram/fit-text.ts';
import type { CardContext } from './card-context.ts';
import { renderTermLink, renderTermLinks, termHref } from './term-links.ts';

/** In bold, which is wider. */
const NAME_SIZE = 13 * 1.16;
const ROW_SIZE = 11.5;
const PADDING = 12;

/** Layouts are retained as long as their diagrams: a layout takes longer than the page around it. */
function retainedLayout(diagram: Diagram, { site }: PageContext): DiagramLayout {
  const layouts = site.memo.derive('diagram-layouts', () => new WeakMap<Diagram, DiagramLayout>());
  const layout = layouts.get(diagram) ?? layoutOf(diagram);
  layouts.set(diagram, layout);
  return layout;
}

export function renderDiagram(diagram: Diagram, ontology: Ontology, card: CardContext): Html | '' {
  const { words, links } = card;
  if (diagram.classes.length < 2) return '';
  const { width, height, boxes, lines } = retainedLayout(diagram, links.context);
  const format = (count: number) => count.toLocaleString(links.context.interfaceLanguage);
  return html`<h2 id="diagram">${words.diagram}</h2>
    <figure class="diagram panel">
      <figcaption>${words.diagramLead}</figcaption>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="diagram">
        <svg
          width="${width}"
          height="${height}"
          viewBox="0 0 ${width} ${height}"
          role="group"
          aria-labelledby="diagram"
        >
          <g class="lines" aria-hidden="true">${lines.map(renderLine)}</g>
          ${boxes.map((box) => renderBox(box, ontology, card))}
        </svg>
      </div>
      <p class="legend count">
        ${kindsIn(diagram, ontology).map(
          (kind) =>
            html`<span
              >${kindMark(kind)} ${kindName(kind, links.context.interfaceLanguage)}</span
            > `,
        )}
      </p>
      <details>
        <summary>${words.diagramAsList}</summary>
        <ul class="hanging">
          ${diagram.classes.map((one) => renderAsItem(one, card))}
        </ul>
      </details>
      ${
        diagram.everywhere.length === 0
          ? ''
          : html`<p class="count">
              ${words.everywhere} ${renderTermLinks(diagram.everywhere, links)}
            </p>`
      }
      ${diagram.omitted > 0 ? html`<p class="count">${words.diagramOmitted(format(diagram.omitted))}</p>` : ''}
    </figure>`;
}

const kindOf = (iri: string, ontology: Ontology): Kind =>
  ontology.terms.get(iri)?.asClass?.instancesAre ?? 'none';

const kindsIn = ({ classes }: Diagram, ontology: Ontology): Kind[] => {
  const found = new Set(classes.map(({ iri }) => kindOf(iri, ontology)));
  return KINDS.filter((kind) => found.has(kind));
};

function renderLine({ kind, path, x, y, isRightward }: PlacedLine): Html {
  const back = isRightward ? -1 : 1;
  const size = kind === 'above' ? 9 : 7;
  const half = kind === 'above' ? 5.5 : 3.5;
  const head = `M${x} ${y}L${x + back * size} ${y - half}L${x + back * size} ${y + half}Z`;
  return html`<path class="${kind}" d="${path}" /><path class="head ${kind}" d="${head}" />`;
}

function renderBox({ of, x, y, height }: PlacedBox, ontology: Ontology, card: CardContext): Html {
  const { links, words } = card;
  const { context } = links;
  const name = nameOf(of.iri, context);
  const kind = kindOf(of.iri, ontology);
  const instances = ontology.terms.get(of.iri)?.asClass?.instances ?? 0;
  const count = instances.toLocaleString(context.interfaceLanguage);
  // The name takes precedence over the number, which is also in the list.
  const fullWidth = BOX_WIDTH - 2 * PADDING - 10;
  const countedWidth = fullWidth - count.length * 7 - 8;
  const isCounted = fitText(name.text, countedWidth, NAME_SIZE) === name.text;
  const { omittedRows } = of;
  return html`<g class="box ${kindClass(kind)}" transform="translate(${x} ${y})">
    <a href="${termHref(of.iri, links)}">
      <title>${name.text}</title>
      <rect width="${BOX_WIDTH}" height="${height}" rx="5" />
      <circle cx="${PADDING + 4}" cy="${HEAD_HEIGHT / 2}" r="4" />
      <text
        class="name"
        x="${PADDING + 14}"
        y="${HEAD_HEIGHT / 2}"
        lang="${languageTag(name.language)}"
      >
        ${fitText(name.text, isCounted ? countedWidth : fullWidth, NAME_SIZE)}
      </text>
    </a>
    <g class="rows" aria-hidden="true">
      <text x="${BOX_WIDTH - PADDING}" y="${HEAD_HEIGHT / 2}" text-anchor="end">
        ${isCounted ? count : ''}
      </text>
      ${of.rows.length === 0 ? '' : html`<path d="M0 ${HEAD_HEIGHT}H${BOX_WIDTH}" />`}
      ${of.rows.map((row, index) => renderRow(row, HEAD_HEIGHT + (index + 0.5) * ROW_HEIGHT, card))}
      ${
        omittedRows === 0
          ? ''
          : html`<text x="${PADDING}" y="${HEAD_HEIGHT + (of.rows.length + 0.5) * ROW_HEIGHT}">
              ${words.moreRows(omittedRows.toLocaleString(context.interfaceLanguage))}
            </text>`
      }
    </g>
  </g>`;
}

function renderRow(row: DiagramRow, y: number, { links, words }: CardContext): Html {
  const { context } = links;
  const name = nameOf(row.property, context);
  const end =
    row.anywhere > 0 ? words.anywhere(row.anywhere.toLocaleString(context.interfaceLanguage)) : '';
  const room = BOX_WIDTH - 2 * PADDING - (end === '' ? 8 : end.length * 8);
  return html`<text class="property" x="${PADDING}" y="${y}" lang="${languageTag(name.language)}"
      >${fitText(name.text, room, ROW_SIZE)}</text
    >
    ${
      end === ''
        ? ''
        : html`<text x="${BOX_WIDTH - PADDING}" y="${y}" text-anchor="end">${end}</text>`
    }`;
}

function renderAsItem({ iri, above, rows, omittedRows }: DiagramClass, card: CardContext): Html {
  const { links, words } = card;
  const format = (count: number) => count.toLocaleString(links.context.interfaceLanguage);
  return html`<li>
    ${renderTermLink(iri, links)}
    <ul>
      ${above.map((one) => html`<li>${words.widerClass}: ${renderTermLink(one, links)}</li>`)}
      ${rows.map(
        ({ property, targets, anywhere }) =>
          html`<li>
            ${renderTermLink(property, links)} →
            ${
              anywhere > 0
                ? words.anywhere(format(anywhere))
                : targets.map(
                    (target, index) =>
                      html`${index > 0 ? ' · ' : ''}${renderTermLink(target, links)}`,
                  )
            }
          </li>`,
      )}
      ${omittedRows > 0 ? html`<li>${words.moreRows(format(omittedRows))}</li>` : ''}
    </ul>
  </li>`;
}
