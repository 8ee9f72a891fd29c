/** A part of a query that most queries do not have. */
import fc from 'fast-check';

/** The part once in `times`, else nothing. */
export const nowAndThen = (part: fc.Arbitrary<string>, times: number): fc.Arbitrary<string> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: part });
