/** The links of the page to its other languages: they open the picture of the moment there. */

export function keepInLanguageLinks({ searchParams, hash }: URL): void {
  const resource = searchParams.get('resource');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    const url = new URL(link.href);
    if (resource === null) url.searchParams.delete('resource');
    else url.searchParams.set('resource', resource);
    url.hash = hash;
    link.href = url.href;
  }
}
