/** https://www.w3.org/TR/shacl/#core-components-logical */
import { requireList } from './parameters.ts';
import type { ComponentRow } from './shape.ts';

/** @param isRight whether a value conforms that conforms to `count` of `total` shapes. */
const combination = (
  parameter: string,
  words: string,
  isRight: (count: number, total: number) => boolean,
): ComponentRow => ({
  component: `${parameter[0]?.toUpperCase()}${parameter.slice(1)}ConstraintComponent`,
  parameter,
  compile: ({ value: list, graph, shapeAt }) => {
    const shapes = requireList(parameter, graph, list).map((node) => shapeAt(node));
    return function* check(_, values, evaluation) {
      for (const value of values) {
        const count = shapes.filter((shape) => evaluation.conforms(shape, value)).length;
        if (!isRight(count, shapes.length))
          yield { value, message: `the value must conform to ${words} of ${shapes.length} shapes` };
      }
    };
  },
});

export const LOGICAL: readonly ComponentRow[] = [
  {
    component: 'NotConstraintComponent',
    parameter: 'not',
    compile: ({ value: node, shapeAt }) => {
      const shape = shapeAt(node);
      return function* check(_, values, evaluation) {
        for (const value of values)
          if (evaluation.conforms(shape, value))
            yield { value, message: 'the value must not conform to the shape of sh:not' };
      };
    },
  },
  combination('and', 'each', (count, total) => count === total),
  combination('or', 'at least one', (count) => count > 0),
  combination('xone', 'exactly one', (count) => count === 1),
];
