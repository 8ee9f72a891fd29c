/** Suggestions of the server for what is typed into the search form. */

export interface Suggestion {
  readonly label: string;
  readonly lang: string;
  readonly type?: { readonly label: string };
  readonly kind: string;
  readonly href: string;
}

export interface Suggestions {
  readonly results: readonly Suggestion[];
  readonly total: number;
}

/** Suggestions that are shown at once. */
const MAX_SUGGESTIONS = 8;

/** The suggestions for the fields of the form; undefined for an error of the server. @throws {DOMException} when aborted. */
export async function fetchSuggestions(
  form: HTMLFormElement,
  signal: AbortSignal,
): Promise<Suggestions | undefined> {
  const parameters = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  parameters.set('format', 'json');
  parameters.set('limit', String(MAX_SUGGESTIONS));
  const response = await fetch(`${form.action}?${parameters.toString()}`, { signal });
  return response.ok ? ((await response.json()) as Suggestions) : undefined;
}
