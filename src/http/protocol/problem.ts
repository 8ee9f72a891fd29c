/** Errors as problem documents. https://www.rfc-editor.org/rfc/rfc9457 */
import { STATUS_CODES } from 'node:http';
import { GraphpressError } from '../../errors.ts';

/** An error of the request itself: its status is part of it. */
export class HttpError extends GraphpressError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    { code = codeOf(status), headers = {}, ...details }: HttpErrorOptions = {},
  ) {
    super(code, message, details);
    this.status = status;
    this.headers = headers;
  }
}

interface HttpErrorOptions {
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly [detail: string]: unknown;
}

/** Statuses of the errors that other folders throw. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'query-syntax': 400,
  'query-evaluation': 400,
  'service-refused': 403,
  'service-unbound': 400,
  'service-failed': 502,
  'query-timeout': 503,
  'query-memory': 503,
  busy: 503,
  'read-only': 403,
  'not-xml': 406,
  'not-jsonld': 406,
  'two-datasets': 400,
  'no-such-graph': 409,
  'graph-exists': 409,
};

/** When it may be worth asking again, in seconds. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
const RETRY: Readonly<Record<string, string>> = { 'retry-after': '10' };

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The members of the problem document. */
  readonly body: Readonly<Record<string, unknown>> & { readonly detail: string };
}

/** Errors that nobody foresaw become a 500 that gives nothing of the inside away. */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof GraphpressError) || statusOf(error) === undefined)
    return {
      status: 500,
      headers: {},
      body: problemBody(
        500,
        'internal-error',
        'something went wrong on our side; the log of the server says what',
      ),
    };
  const status = statusOf(error) ?? 500;
  return {
    status,
    headers: error instanceof HttpError ? error.headers : status === 503 ? RETRY : {},
    body: { ...problemBody(status, error.code, error.message), ...error.details },
  };
}

const statusOf = (error: GraphpressError): number | undefined =>
  error instanceof HttpError ? error.status : STATUS_OF_CODE[error.code];

const codeOf = (status: number) =>
  (STATUS_CODES[status] ?? 'error').toLowerCase().replaceAll(' ', '-');

const problemBody = (status: number, code: string, detail: string) => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail,
});
