/** The line of a query with a syntax error, with a caret below the position. */
import { html } from 'hono/html';
import type { Html } from '../parts/html.ts';

export interface QueryError {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Characters shown of a longer line, around the error. */
const AROUND = 36;

export function renderQueryError({ text, line, column }: QueryError): Html | '' {
  const lines = text.split(/\r\n|\n|\r/);
  const shownLine = lines[line - 1];
  if (shownLine === undefined) return '';
  const at = Math.min(column - 1, shownLine.length);
  const start = at > AROUND ? at - AROUND : 0;
  const cut = start > 0 ? '…' : '';
  const end = shownLine.length > at + AROUND ? '…' : '';
  const before = cut + plain(shownLine.slice(start, at));
  const number = String(line);
  const gutter = `${' '.repeat(number.length)} │ `;
  const above =
    line > 1
      ? html`<span class="gutter">${String(line - 1).padStart(number.length)} │ </span
          >${plain(lines[line - 2]?.slice(0, 2 * AROUND) ?? '')}${NEW_LINE}`
      : '';
  const caret = html`<span class="gutter" aria-hidden="true">${gutter}</span
    >${' '.repeat(widthOf(before))}<b aria-hidden="true">^</b>`;
  const shown = before + plain(shownLine.slice(at, at + AROUND)) + end;
  return html`<pre
    class="mistake"
    tabindex="0"
    translate="no"
  >${above}<span class="gutter">${number} │ </span>${shown}${NEW_LINE}${caret}</pre>`;
}

/** As a value: a formatter may change line breaks in markup. */
const NEW_LINE = '\n';

/** Tabs become spaces, so that the caret is in the right column. */
const plain = (text: string): string => text.replaceAll('\t', ' ');

/** Characters that are two columns wide. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;

const widthOf = (text: string): number =>
  Iterator.from(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
