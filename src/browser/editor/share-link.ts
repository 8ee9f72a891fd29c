/** The URL of the page as a link to the query and the view of its result. */
import { isTooLong, queryAddress } from './addresses.ts';
import { button, element } from './element.ts';
import type { PageData } from './page-data.ts';

/** Writes the query into the URL of the page. The URL has no query if it would be too long. */
export function writeAddress(page: PageData, query: string, view: string): void {
  const address = queryAddress(page, query, view === 'table' || view === 'raw' ? {} : { view });
  const plain = `${page.root}sparql${page.lang === null ? '' : `?lang=${page.lang}`}`;
  history.replaceState(null, '', isTooLong(address) ? plain : address);
}

/** A button that copies the link, and a status text for the outcome. */
export function shareButton({ words }: PageData, address: () => string): readonly HTMLElement[] {
  const status = element('span', { role: 'status', class: 'remark' });
  const copy = async () => {
    const link = new URL(address(), location.href).href;
    if (isTooLong(link)) {
      status.textContent = words.linkTooLong;
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      status.textContent = words.copied;
    } catch {
      // The clipboard is unavailable over plain HTTP and where a policy forbids it.
      status.textContent = words.notCopied;
    }
  };
  return [status, button(words.copyLink, () => void copy(), { class: 'quiet' })];
}
