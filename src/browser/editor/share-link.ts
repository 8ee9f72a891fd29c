/** The address of the page as a link to the query and to how its result is shown. */
import { isTooLong, queryAddress } from './addresses.ts';
import { button, element } from './element.ts';
import type { PageData } from './page-data.ts';

/** Puts the query into the address, where it fits there. */
export function putIntoAddress(page: PageData, query: string, view: string): void {
  const address = queryAddress(page, query, view === 'table' || view === 'raw' ? {} : { view });
  const plain = `${page.root}sparql${page.lang === null ? '' : `?lang=${page.lang}`}`;
  history.replaceState(null, '', isTooLong(address) ? plain : address);
}

/** A button that copies the link, and says so. */
export function shareButton({ words }: PageData, address: () => string): readonly HTMLElement[] {
  const said = element('span', { role: 'status', class: 'remark' });
  const copy = async () => {
    const link = new URL(address(), location.href).href;
    if (isTooLong(link)) {
      said.textContent = words.linkTooLong;
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = words.copied;
    } catch {
      // The clipboard is unavailable over plain HTTP and where a policy forbids it.
      said.textContent = words.notCopied;
    }
  };
  return [said, button(words.copyLink, () => void copy(), { class: 'quiet' })];
}
