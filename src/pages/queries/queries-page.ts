/** The saved queries as questions, by their tags. */
import { html } from 'hono/html';
import type { SavedQuery } from '../../queries/index.ts';
import { pickLanguage } from '../../rdf/index.ts';
import { languageTag } from '../parts/language-names.ts';
import type { Html } from '../parts/html.ts';
import { renderPage } from '../parts/layout.ts';
import { hrefTo, savedQueryPath } from '../parts/links.ts';
import type { InterfaceLanguage } from '../parts/messages.ts';
import type { PageContext } from '../parts/site.ts';
import { renderTermName } from '../parts/values.ts';

interface Words {
  readonly lead: string;
  readonly panels: string;
  readonly panelsLead: string;
  readonly none: string;
  readonly about: string;
  readonly untagged: string;
}

const WORDS: Readonly<Record<InterfaceLanguage, Words>> = {
  en: {
    lead: 'Each question is a query stored with the data. Open one for its answer, the query itself, and the answer as a file.',
    panels: 'On the pages of things',
    panelsLead: 'These queries are about one resource at a time and are shown on its page.',
    none: 'There are no saved queries in this folder yet: put a .rq file into queries/.',
    about: 'on each',
    untagged: 'Questions',
  },
  'zh-hans': {
    lead: '每个问题对应一条随数据保存的查询。点开可见答案、查询文本及可下载的结果文件。',
    panels: '嵌入各页面的查询',
    panelsLead: '这些查询一次只针对一个事物，显示在该事物的页面上。',
    none: '此文件夹尚无保存的查询：请在 queries/ 中放入 .rq 文件。',
    about: '用于',
    untagged: '问题',
  },
};

export function renderQueries(
  queries: readonly SavedQuery[],
  context: PageContext,
): Promise<string> {
  const words = WORDS[context.interfaceLanguage];
  const { messages } = context;
  const [panels, questions] = [true, false].map((isPanel) =>
    queries.filter(({ about }) => about.length > 0 === isPanel),
  ) as [SavedQuery[], SavedQuery[]];
  const content = html`<h1>${messages.questions}</h1>
    <p class="lead">${queries.length === 0 ? words.none : words.lead}</p>
    ${
      questions.length === 0
        ? ''
        : html`<ul class="questions">
            ${questions.map((query) => question(query, context))}
          </ul>`
    }
    ${
      panels.length === 0
        ? ''
        : html`<h2>${words.panels}</h2>
            <p>${words.panelsLead}</p>
            <ul class="questions">
              ${panels.map(
                (query) =>
                  html`${question(
                    query,
                    context,
                    html`<p class="count">
                      ${words.about}
                      ${query.about.map((iri) => html`${renderTermName(iri, context)} `)}
                    </p>`,
                  )}`,
              )}
            </ul>`
    }`;
  return renderPage(context, { title: messages.questions, content });
}

function question(
  { name, title, description }: SavedQuery,
  { site, preferredLanguages }: PageContext,
  below: Html | '' = '',
): Html {
  const text = pickLanguage(title, preferredLanguages);
  const more = pickLanguage(description, preferredLanguages);
  return html`<li>
    <a href="${hrefTo(savedQueryPath(name), site)}" lang="${languageTag(text?.language)}"
      >${text?.text}</a
    >
    ${more ? html`<p lang="${languageTag(more.language)}">${more.text}</p>` : ''} ${below}
  </li>`;
}
