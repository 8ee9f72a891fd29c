/** Operators hold no state outside of their own execution: two executions of a plan may be pulled alternately. */
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/sparql/exec/batch/batch.ts';
import { datasetOf } from '../../support/dataset-of.ts';
import { environmentOf, planOf, rowsOf } from '../../support/plan-execution.ts';

const THINGS = 300;
const GRAPHS = 4;

/** Things with links in the default graph, and some of the links in graphs of their own. */
const store = await datasetOf(
  [
    ...Array.from({ length: THINGS }, (_, n) => `e:t${n} e:next e:t${(n + 1) % THINGS} .`),
    ...Array.from(
      { length: GRAPHS },
      (_, g) =>
        `e:g${g} { ${Array.from({ length: 40 }, (_item, n) => `e:t${g * 40 + n} e:next e:t${g * 40 + n + 1} ; e:n ${n} .`).join(' ')} }`,
    ),
  ].join('\n'),
);

const QUERIES: readonly [name: string, query: string][] = [
  ['OPTIONAL', 'SELECT * { ?a e:next ?b OPTIONAL { ?b e:next ?c FILTER(?c != e:t7) } }'],
  ['EXISTS', 'SELECT * { ?a e:next ?b FILTER EXISTS { ?b e:n ?n } }'],
  ['UNION', 'SELECT * { ?a e:n 3 . { ?a e:next ?b } UNION { ?b e:next ?a } }'],
  ['GRAPH', 'SELECT * { GRAPH ?g { ?a e:next/e:next ?b } }'],
  ['GRAPH with a path', 'SELECT * { GRAPH ?g { e:t3 e:next+ ?b } }'],
  ['GRAPH with a path from each row', 'SELECT * { GRAPH ?g { ?a e:n ?n . ?a e:next+ ?b } }'],
  ['GRAPH with a count', 'SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?a e:next ?b } } }'],
];

/** All rows of two executions; the first is `ahead` batches ahead of the second. */
function pullAlternately(executions: readonly [Iterable<Batch>, Iterable<Batch>], ahead: number) {
  const iterators = executions.map((execution) => execution[Symbol.iterator]());
  const pulled: Batch[][] = [[], []];
  const pull = (side: number): boolean => {
    const { value, done } = (iterators[side] as Iterator<Batch>).next();
    if (done !== true) pulled[side]?.push(value);
    return done !== true;
  };
  for (let turn = 0; turn < ahead; turn += 1) pull(0);
  for (let isPulling = true; isPulling;) isPulling = [pull(0), pull(1)].includes(true);
  return pulled.map(rowsOf);
}

describe('two executions of a plan, pulled alternately, give its solutions twice', () => {
  it.each(QUERIES)('%s', (_, query) => {
    const plan = planOf(store, query);
    const expected = rowsOf(environmentOf(store).execute(plan));
    expect(expected.length).toBeGreaterThan(0);
    for (const ahead of [0, 1, 2, 3]) {
      const environment = environmentOf(store);
      expect(
        pullAlternately([environment.execute(plan), environment.execute(plan)], ahead),
      ).toEqual([expected, expected]);
    }
  });
});
