/** Addresses of searches, inside the publication. */

/** Path of the search. */
export const SEARCH_PATH = 'search';

export interface SearchAddress {
  readonly query?: string;
  /** IRI of a class. */
  readonly type?: string | undefined;
  /** From 1. */
  readonly page?: number;
}

export function searchAddress({ query = '', type, page = 1 }: SearchAddress): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (type !== undefined) parameters.set('type', type);
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? SEARCH_PATH : `${SEARCH_PATH}?${parameters.toString()}`;
}
