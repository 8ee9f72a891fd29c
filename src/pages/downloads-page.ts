/** The page of the dumps: what can be taken as a whole, and what describes it. */
import { html } from 'hono/html';
import { renderPage } from './layout.ts';
import type { InterfaceLanguage } from './messages.ts';
import type { PageContext } from './site.ts';

export interface DownloadView {
  readonly files: readonly {
    readonly label: string;
    readonly isCompressed: boolean;
    /** Of this version; what is found there never changes. */
    readonly path: string;
    /** Of whichever version there is. */
    readonly latest: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly modified: Date | undefined;
  readonly formats: readonly {
    readonly label: string;
    readonly path: string;
    readonly mediaType: string;
  }[];
  readonly descriptions: readonly { readonly label: string; readonly path: string }[];
}

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly file: string;
  readonly size: string;
  readonly latest: string;
  readonly compressed: string;
  readonly changed: string;
  readonly descriptions: string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    title: 'Downloads',
    lead: 'Everything as one file. N-Quads and TriG hold all named graphs, Turtle the default graph. The name of a file names its version; what is found under it never changes.',
    file: 'File',
    size: 'Bytes',
    latest: 'latest version',
    compressed: 'compressed',
    changed: 'Last changed',
    descriptions: 'For machines',
  },
  'zh-hans': {
    title: '下载',
    lead: '全部数据，一个文件。N-Quads 和 TriG 含所有命名图，Turtle 含默认图。文件名即版本，同名文件的内容永不改变。',
    file: '文件',
    size: '字节数',
    latest: '最新版本',
    compressed: '压缩',
    changed: '最近更新',
    descriptions: '供机器读取',
  },
};

export function renderDownloads(view: DownloadView, context: PageContext): Promise<string> {
  const { site, interfaceLanguage } = context;
  const words = WORDS[interfaceLanguage];
  const content = html`<h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${view.modified ? html`<p>${words.changed}: ${view.modified.toISOString().slice(0, 10)}</p>` : ''}
    <table>
      <thead>
        <tr>
          <th>${words.file}</th>
          <th>${words.size}</th>
          <th>SHA-256</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${view.files.map(
          ({ label, isCompressed, path, latest, bytes, sha256 }) =>
            html`<tr>
              <td>
                <a href="${site.root}${path}"
                  >${label}${isCompressed ? `, ${words.compressed}` : ''}</a
                >
              </td>
              <td>${bytes.toLocaleString(interfaceLanguage)}</td>
              <td><code>${sha256}</code></td>
              <td><a href="${site.root}${latest}">${words.latest}</a></td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>${words.descriptions}</h2>
    <p>
      ${view.descriptions.map(({ label, path }) => html`<a class="chip" href="${site.root}${path}">${label}</a> `)}
    </p>`;
  return renderPage(context, { title: words.title, content, alternates: view.formats });
}
