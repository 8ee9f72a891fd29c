/** Whether the client prefers a page, as browsers do. */
import type { RequestContext } from '../protocol/request-context.ts';
import { requestedFormat } from '../protocol/requested-format.ts';
import { answerFormats } from './sparql-formats.ts';

/** Whether a page is preferred to every format for programs. After an error the form of the query is unknown. */
export function prefersPage(parameters: URLSearchParams, request: RequestContext): boolean {
  const forms = [...answerFormats('select'), ...answerFormats('construct')];
  try {
    return requestedFormat(parameters, request.header('accept'), forms).name === 'html';
  } catch {
    return false;
  }
}
