/**
 * How many cases a property runs. The same few each time: the oracles have mistakes of their own, which must not fail
 * whoever works on something else. GRAPHPRESS_ORACLE_RUNS=5000 hunts, with other cases each time.
 */
import type { Parameters } from 'fast-check';

export function propertyOptions<T>(numRuns: number): Parameters<T> {
  const wanted = process.env['GRAPHPRESS_ORACLE_RUNS'];
  return wanted === undefined ? { numRuns, seed: 20_261_124 } : { numRuns: Number(wanted) };
}
