/** The dumps: for each syntax its content, and its files with size, checksum and addresses. */
import { html } from 'hono/html';
import { type LanguageMap, pickLanguage } from '../../rdf/index.ts';
import { byteSize } from '../parts/byte-size.ts';
import { copyableWord } from '../parts/copyable.ts';
import type { Html } from '../parts/html.ts';
import type { PageContext } from '../parts/site.ts';
import { DATA_WORDS } from './data-words.ts';

export interface DumpView {
  /** Of the syntax. */
  readonly label: string;
  /** What a file in this syntax contains, in the languages of the interface. */
  readonly contents: LanguageMap;
  readonly isCompressed: boolean;
  /** Of this version: its content never changes. */
  readonly path: string;
  /** Of the version that is published. */
  readonly latest: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function renderDumps(files: readonly DumpView[], context: PageContext): Html {
  const bySyntax = Map.groupBy(files, ({ label }) => label);
  return html`<ul class="dumps">
    ${[...bySyntax].map(
      ([label, forms]) =>
        html`<li>
          <h3>${label}</h3>
          <p>${pickLanguage(forms[0]?.contents ?? new Map(), [context.interfaceLanguage])?.text}</p>
          ${forms.map((form) => file(form, context))}
        </li>`,
    )}
  </ul>`;
}

function file(
  { label, isCompressed, path, latest, bytes, sha256 }: DumpView,
  { site, interfaceLanguage }: PageContext,
): Html {
  const words = DATA_WORDS[interfaceLanguage];
  const kind = isCompressed ? words.compressed : words.plain;
  const name = latest.slice(latest.lastIndexOf('/') + 1);
  return html`<div class="file">
    <p><a href="${site.root}${latest}">${name}</a></p>
    <p class="count">
      ${kind} · ${byteSize(bytes, interfaceLanguage)} ·
      <a href="${site.root}${path}">${words.permanent}</a>
    </p>
    <p class="count">
      <span>${words.checksum}</span> ${copyableWord(sha256, `SHA-256, ${label}, ${kind}`)}
    </p>
  </div>`;
}
