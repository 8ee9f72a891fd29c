/** https://www.w3.org/TR/shacl/#core-components-range */
import { comparison } from './comparison.ts';
import { requireLiteral, show } from './parameters.ts';
import type { ComponentRow } from './shape.ts';

/** A value conforms where the comparison is true; an error of comparison is a violation. */
const range = (
  parameter: string,
  operator: Parameters<typeof comparison>[1],
  words: string,
): ComponentRow => ({
  component: `${parameter[0]?.toUpperCase()}${parameter.slice(1)}ConstraintComponent`,
  parameter,
  isSingle: true,
  compile: ({ value: limit, data }) => {
    const id = data.id(requireLiteral(parameter, limit));
    const holds = comparison(data, operator);
    return function* check(_, values) {
      for (const value of values)
        if (holds(id, value) !== true)
          yield { value, message: `the value must be ${words} ${show(limit)}` };
    };
  },
});

export const VALUE_RANGE: readonly ComponentRow[] = [
  range('minExclusive', '<', 'greater than'),
  range('minInclusive', '<=', 'greater than or equal to'),
  range('maxExclusive', '>', 'less than'),
  range('maxInclusive', '>=', 'less than or equal to'),
];
