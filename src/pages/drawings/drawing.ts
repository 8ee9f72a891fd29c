/**
 * The frame of all drawings: a figure with its picture, a list with the same content as text, and a caption. The
 * server draws them as SVG, so that they need no script. Drawings that depend on the width have two pictures, of
 * which the stylesheet shows one.
 */
import { html } from 'hono/html';
import type { Kind } from '../../description/index.ts';
import type { TextInLanguage } from '../../rdf/index.ts';
import { kindClass, kindMark } from '../parts/kind-mark.ts';
import { kindName } from '../parts/kind-names.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { isWebAddress } from '../parts/links.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { LINE_HEIGHT, oneLine } from './text-width.ts';

/** A name in a drawing: text with its language, and a link if there is a page. */
export interface Mark {
  readonly label: TextInLanguage;
  readonly href?: string | undefined;
  readonly kind?: Kind | undefined;
}

/** Widths of the two pictures in units that are about a pixel each: an aside or a telephone, and a column of text. */
export const NARROW = 304;
export const WIDE = 640;

interface Words {
  readonly asList: string;
  readonly more: (count: string) => string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: { asList: 'As a list', more: (count) => `and ${count} more` },
  'zh-hans': { asList: '以列表显示', more: (count) => `另有 ${count} 项` },
};

export interface DrawingParts {
  /** "map": also the class, "drawing-map". */
  readonly name: string;
  /** The text alternative of the picture. */
  readonly label: string;
  readonly picture: Html;
  /** Lines below the picture: legend, number of omitted items, source. */
  readonly caption?: readonly (Html | undefined)[];
  /** The content of the picture as text, line by line, unless the picture consists of text. */
  readonly list?: readonly Html[];
}

export function renderDrawing(
  { name, label, picture, caption = [], list = [] }: DrawingParts,
  context: PageContext,
): Html {
  const lines = caption.filter((line) => line !== undefined);
  return html`<figure class="drawing drawing-${name}" aria-label="${label}">
    ${picture}
    ${
      list.length === 0
        ? ''
        : html`<details>
            <summary>${WORDS[context.interfaceLanguage].asList}</summary>
            <ul class="plain">
              ${boundedItems(list, context)}
            </ul>
          </details>`
    }
    ${lines.length === 0 ? '' : html`<figcaption>${lines}</figcaption>`}
  </figure>`;
}

/** Items of the list beside a drawing. */
const LONGEST_LIST = 500;

function boundedItems(items: readonly Html[], context: PageContext): Html[] {
  const shown = items.slice(0, LONGEST_LIST).map((item) => html`<li>${item}</li>`);
  const left = items.length - shown.length;
  return left === 0 ? shown : [...shown, html`<li>${andMore(left, context)}</li>`];
}

/** "and 37 more" */
export const andMore = (count: number, { interfaceLanguage }: PageContext): string =>
  WORDS[interfaceLanguage].more(count.toLocaleString(interfaceLanguage));

/** The line of a caption that states how many items are omitted; undefined for none. */
export const leftOut = (count: number, context: PageContext): Html | undefined =>
  count > 0 ? html`<p>${andMore(count, context)}</p>` : undefined;

/** One of the two pictures. It contains links, so its role is a group and not an image. */
export function renderPicture(
  size: { readonly width: number; readonly height: number; readonly className?: string },
  label: string,
  content: Html | readonly Html[],
): Html {
  const { width, height, className = width === NARROW ? 'narrow' : 'wide' } = size;
  return html`<svg
    class="${className}"
    viewBox="0 0 ${width} ${Math.ceil(height)}"
    width="100%"
    role="group"
    aria-label="${label}"
  >
    ${content}
  </svg>`;
}

export const kindOf = ({ kind = 'none' }: Mark): Kind => kind;

/** "Paris (Place)" */
function fullName(mark: Mark, { interfaceLanguage }: PageContext): string {
  const name = oneLine(mark.label.text);
  if (mark.kind === undefined) return name;
  const kind = kindName(mark.kind, interfaceLanguage);
  return interfaceLanguage === 'en' ? `${name} (${kind.toLowerCase()})` : `${name}（${kind}）`;
}

/** The address, unless it could run code. */
const linkOf = ({ href }: Mark): string | undefined =>
  href !== undefined && (isWebAddress(href) || /^[/#](?!\/)/.test(href)) ? href : undefined;

/** A dot, a bar or a label, as a link if it has an address; its tooltip is the full name. */
export function renderMark(
  mark: Mark,
  content: Html | readonly Html[],
  context: PageContext,
): Html {
  const name = fullName(mark, context);
  const className = kindClass(kindOf(mark));
  const href = linkOf(mark);
  return href === undefined
    ? html`<g class="${className}"><title>${name}</title>${content}</g>`
    : html`<a class="${className}" href="${href}"><title>${name}</title>${content}</a>`;
}

/** The mark in the list below the drawing. */
export function renderName(mark: Mark, { interfaceLanguage }: PageContext): Html {
  const { text, language } = mark.label;
  const href = linkOf(mark);
  const name =
    href === undefined
      ? html`<span lang="${languageTag(language)}">${text}</span>`
      : html`<a href="${href}" lang="${languageTag(language)}">${text}</a>`;
  return mark.kind === undefined || mark.kind === 'none'
    ? name
    : html`${name} <small class="tag">${kindName(mark.kind, interfaceLanguage)}</small>`;
}

export type Anchor = 'start' | 'middle' | 'end';

interface TextAt {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor?: Anchor;
  readonly className?: string;
}

/** Lines of text, one below the other. */
export function renderText(
  { text, language }: { readonly text: string | readonly string[]; readonly language: string },
  { x, y, anchor = 'start', className = '' }: TextAt,
): Html {
  const lines = typeof text === 'string' ? [text] : text;
  return html`${lines.map(
    (line, row) =>
      html`<text
        class="${className}"
        x="${short(x)}"
        y="${short(y + row * LINE_HEIGHT)}"
        text-anchor="${anchor}"
        lang="${languageTag(language)}"
        >${line}</text
      >`,
  )}`;
}

/** A coordinate with one decimal, which is as exact as a screen. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** The legend of the colours of kinds. */
export function kindLegend(marks: readonly Mark[], { interfaceLanguage }: PageContext): Html {
  const kinds = [...new Set(marks.map(kindOf))];
  return html`<ul class="legend">
    ${kinds.map((kind) => html`<li>${kindMark(kind)} ${kindName(kind, interfaceLanguage)}</li>`)}
  </ul>`;
}
