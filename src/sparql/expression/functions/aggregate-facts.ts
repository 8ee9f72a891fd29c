/** Facts about aggregates; `aggregates.ts` and the accumulators implement them. */
import type { AggregateName } from '../../algebra/algebra.ts';
import type { FunctionFacts } from './sparql-function.ts';

export const AGGREGATES: Readonly<Record<AggregateName, Pick<FunctionFacts, 'cost' | 'help'>>> = {
  count: { cost: 'bounded', help: { takes: 'expression', en: 'number of values', zh: '值的个数' } },
  sum: { cost: 'bounded', help: { takes: 'expression', en: 'sum', zh: '总和' } },
  min: { cost: 'bounded', help: { takes: 'expression', en: 'lowest value', zh: '最小值' } },
  max: { cost: 'bounded', help: { takes: 'expression', en: 'highest value', zh: '最大值' } },
  avg: { cost: 'bounded', help: { takes: 'expression', en: 'average', zh: '平均值' } },
  sample: { cost: 'bounded', help: { takes: 'expression', en: 'any one value', zh: '任意一个值' } },
  group_concat: {
    cost: 'unbounded',
    help: { takes: 'expression;separator', en: 'all values as one text', zh: '各值连成一段文本' },
  },
};
