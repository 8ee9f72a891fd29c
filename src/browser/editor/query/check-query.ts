/** Checks the syntax of a query on the server, with the parser of the endpoint. */
import type { PageData } from '../page-data.ts';

export type CheckResult =
  | { readonly isValid: true; readonly form: 'select' | 'ask' | 'construct' | 'describe' }
  | QueryError;

export interface QueryError {
  readonly isValid: false;
  readonly reason: string;
  /** From 1; absent for an error without a position. */
  readonly line?: number;
  readonly column?: number;
}

/** @throws if the request fails or the response is not JSON. */
export async function checkQuery(
  { root }: Pick<PageData, 'root'>,
  query: string,
  signal: AbortSignal,
): Promise<CheckResult> {
  const response = await fetch(`${root}sparql-check`, {
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query' },
    body: query,
    signal,
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer as CheckResult;
  return { isValid: false, reason: detailOf(answer) ?? String(response.status) };
}

/** The `detail` of a problem document. https://www.rfc-editor.org/rfc/rfc9457 */
export const detailOf = (problem: unknown): string | undefined =>
  typeof problem === 'object' && problem !== null && 'detail' in problem
    ? String(problem.detail)
    : undefined;
