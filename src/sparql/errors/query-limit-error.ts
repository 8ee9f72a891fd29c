/** A query that exceeded its limits. The result is an error, never a partial result. */
import { GraphpressError } from '../../errors.ts';

export type QueryLimit = 'time' | 'memory';

export class QueryLimitError extends GraphpressError {
  constructor(limit: QueryLimit, allowed: number) {
    super(
      limit === 'time' ? 'query-timeout' : 'query-memory',
      limit === 'time'
        ? `the query took longer than the ${allowed / 1000} s that one query may take here: ask for less, or add a LIMIT inside`
        : `the query needs more than the ${Math.round(allowed / 1024 / 1024)} MiB that one query may hold here: ask for less`,
      limit === 'time'
        ? { limit: 'time', allowedMs: allowed }
        : { limit: 'memory', allowedBytes: allowed },
    );
  }
}
