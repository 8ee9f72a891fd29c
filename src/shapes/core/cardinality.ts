/** https://www.w3.org/TR/shacl/#core-components-count */
import { readCount } from './parameters.ts';
import { type ComponentRow, type ParameterUse, ShapeError } from './shape.ts';

/** @throws {ShapeError} for a node shape: cardinality is a property of paths. */
function requirePath({ isProperty }: ParameterUse, name: string): void {
  if (!isProperty) throw new ShapeError(`sh:${name} needs a property shape, one with sh:path`);
}

export const CARDINALITY: readonly ComponentRow[] = [
  {
    component: 'MinCountConstraintComponent',
    parameter: 'minCount',
    isSingle: true,
    compile: (use) => {
      requirePath(use, 'minCount');
      const min = readCount('minCount', use.value);
      return function* check(_, values) {
        if (values.length < min)
          yield { message: `at least ${amount(min)} required, ${values.length} found` };
      };
    },
  },
  {
    component: 'MaxCountConstraintComponent',
    parameter: 'maxCount',
    isSingle: true,
    compile: (use) => {
      requirePath(use, 'maxCount');
      const max = readCount('maxCount', use.value);
      return function* check(_, values) {
        if (values.length > max)
          yield { message: `at most ${amount(max)} allowed, ${values.length} found` };
      };
    },
  },
];

export const amount = (number: number): string => `${number} ${number === 1 ? 'value' : 'values'}`;
