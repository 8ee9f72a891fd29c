/** The page of a saved query: its question, the answer in its views, the text, the downloads. */
import { html } from 'hono/html';
import type { SavedQuery } from '../../queries/index.ts';
import { pickLanguage } from '../../rdf/index.ts';
import { languageTag } from '../parts/language-names.ts';
import { renderPage } from '../parts/layout.ts';
import { hrefTo, queryHref, savedQueryPath } from '../parts/links.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import { renderIri, renderTermName } from '../parts/values.ts';
import type { Panel } from '../views/panel.ts';
import { renderPanelAnswer } from '../views/render-panel.ts';

export interface QueryView {
  readonly saved: SavedQuery;
  readonly panel: Panel;
  /** Files of the answer. */
  readonly formats: readonly { readonly label: string; readonly path: string }[];
  /** Whether `check` compares the answer with an expected one. */
  readonly isChecked: boolean;
  /** Resources to which `?this` could be bound. */
  readonly subjects: readonly string[];
  /** The text with `?this` bound, as it is executed. */
  readonly text: string;
}

interface Words {
  readonly query: string;
  readonly checked: string;
  readonly answerFor: string;
  readonly forAll: string;
  readonly choose: string;
  readonly files: string;
  readonly all: string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    query: 'The query',
    checked: 'The answer is checked against the one expected whenever the folder is checked.',
    answerFor: 'The answer for',
    forAll: 'This query is shown on the pages of each',
    choose: 'Here it is answered for all of them; choose one:',
    files: 'The answer as a file',
    all: 'All questions',
  },
  'zh-hans': {
    query: '查询文本',
    checked: '每次检查数据时，均将答案与预期答案核对。',
    answerFor: '所答对象：',
    forAll: '此查询显示在下列类别的页面上：',
    choose: '此处的答案涵盖全部事物，也可选择其一：',
    files: '下载结果',
    all: '全部问题',
  },
};

export function renderQuery(view: QueryView, context: PageContext): Promise<string> {
  const { saved, panel, formats, isChecked, subjects, text } = view;
  const { preferredLanguages, site, interfaceLanguage, messages } = context;
  const words = WORDS[interfaceLanguage];
  const title = pickLanguage(saved.title, preferredLanguages);
  const lead = pickLanguage(saved.description, preferredLanguages);
  const content = html`<p class="kinds"><a href="${hrefTo('queries', site)}">${words.all}</a></p>
    <h1 lang="${languageTag(title?.language)}">${title?.text}</h1>
    ${lead ? html`<p class="lead" lang="${languageTag(lead.language)}">${lead.text}</p>` : ''}
    ${
      saved.about.length === 0
        ? ''
        : html`<p>
              ${words.forAll} ${saved.about.map((iri) => html`${renderTermName(iri, context)} `)}
              ${panel.subject === undefined ? '' : html` · ${words.answerFor} ${renderIri(panel.subject, context)}`}
            </p>
            ${panel.subject === undefined && subjects.length > 0 ? html`<p>${words.choose}</p>` : ''}
            <ul class="chips">
              ${subjects.map((iri) => {
                const name = nameOf(iri, context);
                return html`<li>
                  <a
                    class="chip"
                    href="${hrefTo(savedQueryPath(saved.name, iri), site)}"
                    lang="${languageTag(name.language)}"
                    >${name.text}</a
                  >
                </li>`;
              })}
            </ul>`
    }
    <section class="answer" id="${saved.name}">${renderPanelAnswer(panel, context)}</section>
    <h2>${words.files}</h2>
    <ul class="chips">
      ${formats.map(
        ({ label, path }) => html`<li><a class="chip" href="${site.root}${path}">${label}</a></li>`,
      )}
    </ul>
    <h2>${words.query}</h2>
    ${isChecked ? html`<p class="count">${words.checked}</p>` : ''}
    <pre class="code" data-copy tabindex="0"><code>${text}</code></pre>
    <p class="ways"><a href="${queryHref(text, site)}">${messages.editQuery}</a></p>`;
  return renderPage(context, { title: title?.text ?? saved.name, content });
}
