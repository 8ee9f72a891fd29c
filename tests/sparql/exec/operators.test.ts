/** Operators over small tables agree with plain implementations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../src/sparql/algebra/algebra.ts';
import type { Condition, Plan } from '../../../src/sparql/plan/plan.ts';
import { PlanBuilder } from '../../../src/sparql/plan/plan-builder.ts';
import { terms } from '../../../src/rdf/index.ts';
import { datasetOf } from '../../support/dataset-of.ts';
import { environmentOf, idOf, rowsOf } from '../../support/plan-execution.ts';

type Row = readonly number[];

/** Ids 1 to 9 are terms of the store; 0 is unbound. */
const store = await datasetOf(
  Array.from({ length: 8 }, (_, n) => `e:n${n} e:to e:n${(n * 3) % 8} .`).join(' '),
);
const OUR_RUNS = { numRuns: 200 };

const build = new PlanBuilder();
const values = (variables: readonly string[], rows: readonly Row[]): Plan =>
  build.values(
    variables,
    rows.map((row) => Uint32Array.from(row)),
  );
const run = (plan: Plan): number[][] => rowsOf(environmentOf(store).execute(plan));

const cell = fc.integer({ min: 0, max: 4 });
const tableOf = (width: number) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 });
const variable = (name: string): Condition => ({
  expression: { kind: 'variable', name } satisfies Expression,
  exists: [],
});
const sorted = (rows: readonly Row[]): string[] => rows.map((row) => row.join(' ')).toSorted();

/** Merges what both bind; undefined where they disagree. https://www.w3.org/TR/sparql11-query/#defn_algCompatible */
function merged(left: Row, right: Row): Row | undefined {
  // Columns of the left are a, b; of the right b, c.
  const [a = 0, b = 0] = left;
  const [otherB = 0, c = 0] = right;
  return b !== 0 && otherB !== 0 && b !== otherB ? undefined : [a, b === 0 ? otherB : b, c];
}

const columns = (plan: Plan, rows: readonly Row[], names: readonly string[]): Row[] =>
  rows.map((row) => names.map((name) => row[plan.variables.indexOf(name)] as number));

describe('join', () => {
  it.each([
    ['the second side stored', 5, 2],
    ['the first side stored', 2, 5],
  ])('of two tables, %s', (name, leftEstimate, rightEstimate) => {
    fc.assert(
      fc.property(tableOf(2), tableOf(2), (left, right) => {
        const join = build.hashJoin(
          { ...values(['a', 'b'], left), estimate: leftEstimate },
          { ...values(['b', 'c'], right), estimate: rightEstimate },
          1,
        );
        expect(join).toMatchObject({ stored: name.includes('first') ? 'left' : 'right' });
        const expected = left.flatMap((l) => right.flatMap((r) => [merged(l, r) ?? []]));
        expect(sorted(columns(join, run(join), ['a', 'b', 'c']))).toEqual(
          sorted(expected.filter((row) => row.length > 0)),
        );
      }),
      OUR_RUNS,
    );
  });

  it('keeps the left rows of OPTIONAL that find nothing', () => {
    fc.assert(
      fc.property(tableOf(2), tableOf(2), (left, right) => {
        const join = build.leftHashJoin(
          values(['a', 'b'], left),
          values(['b', 'c'], right),
          undefined,
        );
        const expected = left.flatMap((l) => {
          const found = right.flatMap((r) => [merged(l, r) ?? []]).filter(({ length }) => length);
          return found.length > 0 ? found : [[...l, 0]];
        });
        expect(sorted(columns(join, run(join), ['a', 'b', 'c']))).toEqual(sorted(expected));
      }),
      OUR_RUNS,
    );
  });

  it('removes by MINUS what is compatible and shares a variable', () => {
    fc.assert(
      fc.property(tableOf(2), tableOf(2), (left, right) => {
        const minus = build.minus(values(['a', 'b'], left), values(['b', 'c'], right));
        const expected = left.filter(([, b]) => b === 0 || !right.some(([other]) => other === b));
        expect(sorted(run(minus))).toEqual(sorted(expected));
      }),
      OUR_RUNS,
    );
  });
});

describe('rows', () => {
  it('are distinct', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }).chain(tableOf), (rows) => {
        const names = ['a', 'b', 'c'].slice(0, rows[0]?.length ?? 1);
        const expected = new Set(rows.map((row) => row.join(' ')));
        const found = run(build.distinct(values(names, rows))).map((row) => row.join(' '));
        expect(found).toEqual([...expected]);
      }),
      OUR_RUNS,
    );
  });

  it('are sliced', () => {
    fc.assert(
      fc.property(tableOf(1), fc.nat(14), fc.nat(14), (rows, offset, limit) => {
        expect(run(build.slice(values(['a'], rows), offset, limit))).toEqual(
          rows.slice(offset, offset + limit),
        );
      }),
      OUR_RUNS,
    );
  });

  it('are sorted, equal ones in their order, the first ones where only these are wanted', () => {
    fc.assert(
      fc.property(tableOf(2), fc.boolean(), fc.nat(14), (rows, isDescending, limit) => {
        const keys = [{ condition: variable('a'), isDescending }];
        const sign = isDescending ? -1 : 1;
        const expected = rows.toSorted(([a = 0], [b = 0]) => sign * (a - b));
        expect(run(build.orderBy(values(['a', 'b'], rows), keys, Infinity))).toEqual(expected);
        expect(run(build.orderBy(values(['a', 'b'], rows), keys, limit))).toEqual(
          expected.slice(0, limit),
        );
      }),
      OUR_RUNS,
    );
  });

  it('are sorted and distinct over several batches', () => {
    const rows = Array.from({ length: 9000 }, (_, n) => [(n * 7919) % 9, (n * 104_729) % 8]);
    const keys = [{ condition: variable('a'), isDescending: true }];
    const table = values(['a', 'b'], rows);
    expect(run(build.orderBy(table, keys, Infinity))).toEqual(
      rows.toSorted(([a = 0], [b = 0]) => b - a),
    );
    expect(run(build.distinct(table))).toHaveLength(new Set(rows.map(String)).size);
  });

  it('are counted by group, and one group without GROUP BY even of nothing', () => {
    const count = {
      name: 'count',
      variable: 'n',
      isDistinct: false,
      expression: undefined,
      separator: ' ',
      condition: undefined,
    } as const;
    fc.assert(
      fc.property(tableOf(1), (rows) => {
        const environment = environmentOf(store);
        const number = (n: number) => environment.terms.internInteger(n);
        const table = values(['a'], rows);
        const groups = Map.groupBy(rows, ([a]) => a as number);
        expect(rowsOf(environment.execute(build.group(table, ['a'], [count])))).toEqual(
          [...groups].map(([a, members]) => [a, number(members.length)]),
        );
        expect(rowsOf(environment.execute(build.group(table, [], [count])))).toEqual([
          [number(rows.length)],
        ]);
      }),
      OUR_RUNS,
    );
  });
});

describe('a path', () => {
  const ids = Array.from({ length: 8 }, (_, n) => idOf(store, `n${n}`));
  const after = (n: number) => (n * 3) % 8;

  it.each([
    ['oneOrMore', false],
    ['zeroOrMore', true],
  ] as const)('%s reaches each node once from every start', (kind, includesStart) => {
    const plan = build.path(
      values(
        ['from'],
        ids.map((id) => [id]),
      ),
      { kind, path: { kind: 'link', iri: terms.namedNode('http://e.example/to').value } },
      {
        subject: { kind: 'variable', name: 'from' },
        object: { kind: 'variable', name: 'to' },
        graph: { kind: 'default' },
        isBetweenNodes: true,
        estimate: 1,
      },
    );
    const expected = ids.flatMap((start, n) => {
      const reached = new Set(includesStart ? [n] : []);
      for (let next = after(n); !reached.has(next); next = after(next)) reached.add(next);
      return [...reached].map((node) => [start, ids[node] as number]);
    });
    expect(sorted(columns(plan, run(plan), ['from', 'to']))).toEqual(sorted(expected));
  });
});
