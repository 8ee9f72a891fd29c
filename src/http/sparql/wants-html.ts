/** Whether the request to the endpoint comes from a browser. */
import type { RequestContext } from '../protocol/request-context.ts';
import { requestedFormat } from '../protocol/requested-format.ts';
import { answerFormats } from './sparql-formats.ts';

/** Whether a page is liked better than every form for programs; which of those fits is not known for a mistake. */
export function prefersPage(parameters: URLSearchParams, request: RequestContext): boolean {
  const forms = [...answerFormats('select'), ...answerFormats('construct')];
  try {
    return requestedFormat(parameters, request.header('accept'), forms).name === 'html';
  } catch {
    return false;
  }
}
