/** The page of an error: what is wrong, and a way on. */
import { html } from 'hono/html';
import { type Html, renderPage } from './layout.ts';
import { documentPath, hrefTo } from './links.ts';
import { languageTag } from './language-names.ts';
import { nameOf, type PageContext } from './site.ts';

export interface ProblemView {
  readonly status: number;
  readonly detail: string;
  /** IRIs of what may have been meant. */
  readonly near: readonly string[];
}

export function renderProblem(
  { status, detail, near }: ProblemView,
  context: PageContext,
): Promise<string> {
  const { site, messages } = context;
  const title = status === 404 || status === 410 ? messages.notFound : messages.somethingWrong;
  const content = html`<h1>${title}</h1>
    <p class="lead">${detail}</p>
    <p class="count">HTTP ${status}</p>
    ${near.length === 0 ? '' : renderNear(near, context)}
    <p><a href="${hrefTo('', site)}">${messages.goHome}</a></p>`;
  return renderPage(context, { title, content });
}

function renderNear(near: readonly string[], context: PageContext): Html {
  const { messages, site } = context;
  return html`<h2>${messages.perhapsYouMeant}</h2>
    <ul class="plain near">
      ${near.map((iri) => {
        const { text, language } = nameOf(iri, context);
        const path = documentPath(iri, site.base);
        return html`<li>
          <a href="${hrefTo(path, site)}" lang="${languageTag(language)}">${text}</a>
        </li>`;
      })}
    </ul>`;
}
