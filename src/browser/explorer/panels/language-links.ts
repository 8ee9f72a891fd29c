/** Updates the links to the page in other languages: they open the current exploration. */

export function updateLanguageLinks({ searchParams, hash }: URL): void {
  const resource = searchParams.get('resource');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    const url = new URL(link.href);
    if (resource === null) url.searchParams.delete('resource');
    else url.searchParams.set('resource', resource);
    url.hash = hash;
    link.href = url.href;
  }
}
