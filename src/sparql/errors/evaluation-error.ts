/** A syntactically valid query that cannot be evaluated. */
import { GraphpressError } from '../../errors.ts';

export const unanswerable = (reason: string, cause?: unknown): GraphpressError =>
  new GraphpressError(
    'query-evaluation',
    `the query cannot be answered: ${reason}`,
    {},
    cause === undefined ? {} : { cause },
  );
