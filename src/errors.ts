/** The base of every error that a user, a file or a client can cause. A bug stays a plain `Error`. */

/** Facts about an error for programs: plain data, never a secret, never a stack. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * A mistake that somebody can mend. The message says what is wrong, where, and what to do, on one line.
 * `code` is stable and in kebab-case: `http/problem.ts` maps it to a status, `cli/` to an exit code.
 */
export class GraphpressError extends Error {
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(code: string, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}
