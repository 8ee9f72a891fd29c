/** The dumps: in each syntax what it holds, and its files with size, checksum and addresses. */
import { html } from 'hono/html';
import { byteSize } from '../parts/byte-size.ts';
import { copyableWord } from '../parts/copyable.ts';
import type { Html } from '../parts/layout.ts';
import type { PageContext } from '../parts/site.ts';
import { DATA_WORDS } from './data-words.ts';

export interface DumpView {
  readonly syntax: 'nquads' | 'trig' | 'turtle';
  readonly label: string;
  readonly isCompressed: boolean;
  /** Of this version; what is found there never changes. */
  readonly path: string;
  /** Of whichever version there is. */
  readonly latest: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function renderDumps(files: readonly DumpView[], context: PageContext): Html {
  const words = DATA_WORDS[context.interfaceLanguage];
  const bySyntax = Map.groupBy(files, ({ syntax }) => syntax);
  return html`<ul class="dumps">
    ${[...bySyntax].map(
      ([syntax, forms]) =>
        html`<li>
          <h3>${forms[0]?.label}</h3>
          <p>${words.holds[syntax]}</p>
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
