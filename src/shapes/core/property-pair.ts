/** https://www.w3.org/TR/shacl/#core-components-property-pairs */
import { comparison } from './comparison.ts';
import { requireIri, show } from './parameters.ts';
import { type ComponentRow, ShapeError } from './shape.ts';

/** Each value must be less than each value of the other property; an error of comparison is a violation. */
const less = (parameter: string, operator: '<' | '<=', words: string): ComponentRow => ({
  component: `${parameter[0]?.toUpperCase()}${parameter.slice(1)}ConstraintComponent`,
  parameter,
  compile: ({ value: other, data, isProperty }) => {
    if (!isProperty)
      throw new ShapeError(`sh:${parameter} needs a property shape, one with sh:path`);
    const property = data.id(requireIri(parameter, other));
    const holds = comparison(data, operator);
    return function* check(focus, values) {
      const others = data.objects(focus, property);
      for (const value of values)
        for (const each of others)
          if (holds(value, each) !== true)
            yield { value, message: `the value must be ${words} those of ${show(other)}` };
    };
  },
});

export const PROPERTY_PAIR: readonly ComponentRow[] = [
  {
    component: 'EqualsConstraintComponent',
    parameter: 'equals',
    compile: ({ value: other, data }) => {
      const property = data.id(requireIri('equals', other));
      return function* check(focus, values) {
        const others = new Set(data.objects(focus, property));
        const own = new Set(values);
        for (const value of own.symmetricDifference(others))
          yield { value, message: `the values must be those of ${show(other)}` };
      };
    },
  },
  {
    component: 'DisjointConstraintComponent',
    parameter: 'disjoint',
    compile: ({ value: other, data }) => {
      const property = data.id(requireIri('disjoint', other));
      return function* check(focus, values) {
        const others = new Set(data.objects(focus, property));
        for (const value of values)
          if (others.has(value))
            yield { value, message: `the value must not be a value of ${show(other)}` };
      };
    },
  },
  less('lessThan', '<', 'less than'),
  less('lessThanOrEquals', '<=', 'less than or equal to'),
];
