/** Whether a text is SPARQL: the server says, by the parser that will read the query when it is run. */
import type { PageData } from '../page-data.ts';

export type Verdict =
  | { readonly isValid: true; readonly form: 'select' | 'ask' | 'construct' | 'describe' }
  | Mistake;

export interface Mistake {
  readonly isValid: false;
  readonly reason: string;
  /** From 1; not there for what is wrong with the whole. */
  readonly line?: number;
  readonly column?: number;
}

/** @throws where the server does not say. */
export async function checkQuery(
  { root }: Pick<PageData, 'root'>,
  query: string,
  signal: AbortSignal,
): Promise<Verdict> {
  const response = await fetch(`${root}sparql-check`, {
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query' },
    body: query,
    signal,
  });
  const said: unknown = await response.json();
  if (response.ok) return said as Verdict;
  return { isValid: false, reason: detailOf(said) ?? String(response.status) };
}

/** What a problem document says. https://www.rfc-editor.org/rfc/rfc9457 */
export const detailOf = (problem: unknown): string | undefined =>
  typeof problem === 'object' && problem !== null && 'detail' in problem
    ? String(problem.detail)
    : undefined;
