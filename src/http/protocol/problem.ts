/** Errors as problem documents. https://www.rfc-editor.org/rfc/rfc9457 */
import { STATUS_CODES } from 'node:http';
import { type ErrorCode, factsOf, GraphpressError } from '../../errors.ts';

/** The code of an error of which the request gives only the status. */
const CODE_OF_STATUS = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  410: 'gone',
  413: 'payload-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
} as const;

/** The statuses that a handler may choose. */
export type HttpErrorStatus = keyof typeof CODE_OF_STATUS;

/** An error of the request itself, with its status. */
export class HttpError extends GraphpressError {
  readonly status: HttpErrorStatus;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: HttpErrorStatus,
    message: string,
    { code = CODE_OF_STATUS[status], headers = {}, ...details }: HttpErrorOptions = {},
  ) {
    super(code, message, details);
    this.status = status;
    this.headers = headers;
  }
}

interface HttpErrorOptions {
  readonly code?: ErrorCode;
  readonly headers?: Readonly<Record<string, string>>;
  readonly [detail: string]: unknown;
}

/** When to try again, in seconds. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
const RETRY: Readonly<Record<string, string>> = { 'retry-after': '10' };

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The members of the problem document. */
  readonly body: Readonly<Record<string, unknown>> & {
    readonly code: ErrorCode;
    readonly detail: string;
  };
}

/** The problem document of an error. An unexpected error becomes a 500 without details. */
export function toProblem(error: unknown): Problem {
  const status = error instanceof GraphpressError ? statusOf(error) : undefined;
  if (!(error instanceof GraphpressError) || status === undefined)
    return {
      status: 500,
      headers: {},
      body: problemBody(500, 'internal-error', 'an error of the server; its log has the details'),
    };
  return {
    status,
    headers: error instanceof HttpError ? error.headers : status === 503 ? RETRY : {},
    body: { ...problemBody(status, error.code, error.message), ...error.details },
  };
}

const statusOf = (error: GraphpressError): number | undefined =>
  error instanceof HttpError ? error.status : factsOf(error.code).status;

const problemBody = (status: number, code: ErrorCode, detail: string) => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail,
});
