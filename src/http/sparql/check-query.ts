/** `/sparql-check`: whether a text is a query, for the editor. The query is not evaluated. */
import { GraphpressError } from '../../errors.ts';
import type { Publication } from '../../publication/index.ts';
import { type ParsedQuery, QuerySyntaxError } from '../../sparql/index.ts';
import type { RequestContext } from '../protocol/request-context.ts';
import { HttpError, toProblem } from '../protocol/problem.ts';
import type { Reply } from '../protocol/reply.ts';
import { readSparqlRequest } from './sparql-request.ts';

/** Path inside the publication. */
export const CHECK_PATH = 'sparql-check';

/** A syntax error is a normal result here: an error status would fill the console of the browser. */
type Verdict =
  | { readonly isValid: true; readonly form: ParsedQuery['form'] }
  | {
      readonly isValid: false;
      readonly reason: string;
      /** Position of the syntax error, from 1; absent for an error without a position. */
      readonly line?: number;
      readonly column?: number;
    };

/** The text is sent in the same way as a query to the endpoint. @throws {HttpError} as the endpoint does. */
export async function answerCheck(
  publication: Publication,
  request: RequestContext,
): Promise<Reply> {
  const sparqlRequest = await readSparqlRequest(request, { isWritable: false });
  if (sparqlRequest.kind !== 'query')
    throw new HttpError(400, 'there is no query: send it as the parameter "query"');
  return {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(await judge(publication, sparqlRequest.query)),
  };
}

async function judge({ engine }: Publication, text: string): Promise<Verdict> {
  try {
    const { form } = await engine.parse(text);
    return form === 'update'
      ? { isValid: false, reason: 'this is an update: only queries are answered here' }
      : { isValid: true, form };
  } catch (error) {
    if (error instanceof QuerySyntaxError)
      return { isValid: false, reason: error.reason, ...error.position };
    if (!(error instanceof GraphpressError) || toProblem(error).status === 503) throw error;
    return { isValid: false, reason: error.message };
  }
}
