/**
 * Functional forms: what does not evaluate all its arguments, or takes an error as one. The compiler of expressions
 * implements them. https://www.w3.org/TR/sparql11-query/#func-forms
 */
import { described, type FunctionFacts } from './sparql-function.ts';

const form = (
  name: string,
  [minArity, maxArity]: readonly [number, number],
): readonly [string, FunctionFacts] => [
  name,
  { minArity, maxArity, isDeterministic: true, cost: 'bounded', help: undefined },
];

export const FORMS: readonly (readonly [name: string, facts: FunctionFacts])[] = [
  form('&&', [2, Infinity]),
  form('||', [2, Infinity]),
  form('in', [1, Infinity]),
  form('notin', [1, Infinity]),
  described(form('bound', [1, 1]), {
    takes: 'variable',
    en: 'whether the variable has a value',
    zh: '变量是否有值',
  }),
  described(form('if', [3, 3]), {
    takes: 'condition,then,else',
    en: 'one of two values',
    zh: '按条件取两个值之一',
  }),
  described(form('coalesce', [1, Infinity]), {
    takes: 'expressions',
    en: 'the first that is not an error',
    zh: '第一个没有错误的值',
  }),
];
