/** A query with a syntax error, with the position of the error. */
import { GraphpressError } from '../../errors.ts';
import type { TextPosition } from '../../rdf/index.ts';

export class QuerySyntaxError extends GraphpressError {
  readonly position: TextPosition;
  readonly reason: string;

  constructor(reason: string, position: TextPosition, options?: ErrorOptions) {
    super(
      'query-syntax',
      `line ${position.line}, column ${position.column}: ${reason}`,
      { ...position, reason },
      options,
    );
    this.reason = reason;
    this.position = position;
  }
}
