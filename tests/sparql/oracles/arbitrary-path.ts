/** Random property paths as text. https://www.w3.org/TR/sparql11-query/#propertypaths */
import fc from 'fast-check';
import type { Dialect } from './dialect.ts';

const PREDICATES = ['e:p', 'e:q', 'e:r'];

/** Not `!()`, which the grammar has and the parser does not take. */
const NEGATED = ['!e:p', '!^e:p', '!(e:p|e:q)', '!(^e:p|^e:r)', '!(e:p|e:q|e:r|e:none)'];

/** These are the union of both directions. */
const BOTH_WAYS = ['!(e:p|^e:q)', '!(^e:p|e:q|e:r)'];

const repeated = fc.constantFrom('*', '+', '?');

interface Place {
  readonly depth: number;
  /** Whether the path only tells which nodes are connected, not how often. */
  readonly isSet: boolean;
}

const OUTERMOST: Place = { depth: 2, isSet: false };

export function arbitraryPath(
  dialect: Dialect,
  { depth, isSet }: Place = OUTERMOST,
): fc.Arbitrary<string> {
  const connectsTwice = isSet || dialect.countsAlternatives;
  const link = { weight: 3, arbitrary: fc.constantFrom(...PREDICATES) };
  const weight = connectsTwice && dialect.hasNegatedSets ? 1 : 0;
  if (depth === 0) return fc.oneof(link, { weight, arbitrary: fc.constantFrom(...NEGATED) });
  const inside = (set: boolean) => arbitraryPath(dialect, { depth: depth - 1, isSet: set });
  const inner = inside(isSet);
  const alternative = (part: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.tuple(part, part).map(([a, b]) => `(${a})|(${b})`) },
      { weight: dialect.hasNegatedSets ? 1 : 0, arbitrary: fc.constantFrom(...BOTH_WAYS) },
    );
  const repetition = fc
    .tuple(
      dialect.repeatsAlternatives
        ? fc.oneof(inside(true), alternative(inside(true)))
        : arbitraryPath(dialect, { depth: 0, isSet: true }),
      repeated,
    )
    .map(([path, times]) => `(${path})${times}`);
  return fc.oneof(
    { weight: 2, arbitrary: arbitraryPath(dialect, { depth: 0, isSet }) },
    { weight: 2, arbitrary: fc.tuple(inner, inner).map(([a, b]) => `(${a})/(${b})`) },
    { weight: 2, arbitrary: connectsTwice ? alternative(inner) : repetition },
    { weight: 1, arbitrary: inner.map((path) => `^(${path})`) },
    { weight: 3, arbitrary: repetition },
  );
}
