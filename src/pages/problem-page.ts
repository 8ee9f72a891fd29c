/** The page of an error: what is wrong, and a way on. */
import { html } from 'hono/html';
import { renderPage } from './layout.ts';
import { hrefTo } from './links.ts';
import type { PageContext } from './site.ts';

export interface ProblemView {
  readonly status: number;
  readonly detail: string;
}

export function renderProblem(
  { status, detail }: ProblemView,
  context: PageContext,
): Promise<string> {
  const { site, messages } = context;
  const title = status === 404 || status === 410 ? messages.notFound : messages.somethingWrong;
  const content = html`<h1>${title}</h1>
    <p class="lead">${detail}</p>
    <p class="count">HTTP ${status}</p>
    <p><a href="${hrefTo('', site)}">${messages.goHome}</a></p>`;
  return renderPage(context, { title, content });
}
