/** An answer as the server draws it: the part of its page that holds the answer, without the page around it. */
import { askEndpoint } from '../addresses.ts';
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
  const holder = element('div', { class: 'drawn', 'aria-busy': 'true' }, [
    element('p', { class: 'remark', role: 'status' }, [page.words.loading]),
  ]);
  void draw();
  return holder;

  async function draw(): Promise<void> {
    try {
      const response = await askEndpoint(page, query, {
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
    holder.removeAttribute('aria-busy');
    if (!answer) {
      holder.replaceChildren(element('p', { class: 'error' }, [page.words.noDrawing]));
      return;
    }
    holder.replaceChildren(...answerContent(answer));
  }
}

/** What is in the answer of a page, without its heading and its downloads, which stand here already. */
export function answerContent(answer: Element): Node[] {
  for (const one of answer.querySelectorAll('#answer-title, .views, .downloads, script'))
    one.remove();
  return [...answer.childNodes].map((node) => document.adoptNode(node));
}
