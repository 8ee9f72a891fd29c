/** A result view rendered by the server: the element of the HTML response that contains the answer. */
import { queryEndpoint } from '../addresses.ts';
import { element } from '../element.ts';
import type { PageData } from '../page-data.ts';

export function drawnView(
  page: PageData,
  {
    query,
    view,
    signal,
  }: { readonly query: string; readonly view: string; readonly signal: AbortSignal },
): HTMLElement {
  const container = element('div', { class: 'drawn', 'aria-busy': 'true' }, [
    element('p', { class: 'remark', role: 'status' }, [page.words.loading]),
  ]);
  void draw();
  return container;

  async function draw(): Promise<void> {
    try {
      const response = await queryEndpoint(page, query, {
        parameters: { view },
        accept: 'text/html',
        signal,
      });
      const other = new DOMParser().parseFromString(await response.text(), 'text/html');
      show(other.getElementById('answer'));
    } catch {
      if (!signal.aborted) show(null);
    }
  }

  function show(answer: Element | null): void {
    container.removeAttribute('aria-busy');
    if (!answer) {
      container.replaceChildren(element('p', { class: 'error' }, [page.words.noDrawing]));
      return;
    }
    container.replaceChildren(...answerContent(answer));
  }
}

/** The content of an answer without heading, tabs and downloads, which the result panel already has. */
export function answerContent(answer: Element): Node[] {
  for (const one of answer.querySelectorAll('#answer-title, .views, .downloads, script'))
    one.remove();
  return [...answer.childNodes].map((node) => document.adoptNode(node));
}
