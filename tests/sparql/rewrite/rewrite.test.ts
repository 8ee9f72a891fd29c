/** The passes over the algebra, each as query in, query out. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/sparql/algebra/algebra.ts';
import { parseQuery } from '../../../src/sparql/index.ts';
import { flattenJoins } from '../../../src/sparql/rewrite/flatten-joins.ts';
import { hoistFilters } from '../../../src/sparql/rewrite/hoist-filters.ts';
import { rewrite } from '../../../src/sparql/rewrite/rewrite.ts';
import { scopeExists } from '../../../src/sparql/rewrite/scope-exists.ts';
import { splitFilters } from '../../../src/sparql/rewrite/split-filters.ts';
import { algebraOf } from '../../../src/sparql/syntax/query-algebra.ts';
import { writeAlgebra } from './write-algebra.ts';

type Pass = (operation: Operation) => Operation;

/** ASK of a group is the algebra of the group. */
const algebraOfGroup = (group: string): Operation =>
  algebraOf(parseQuery(`PREFIX e: <http://e.example/> ASK ${group}`), 'http://e.example/').algebra
    .operation;

const A = '(bgp (?s e:a ?x))';
const B = '(bgp (?s e:b ?y))';

const CASES: readonly [
  pass: string,
  run: Pass,
  cases: readonly [name: string, group: string, expected: string][],
][] = [
  [
    'split-filters',
    splitFilters,
    [
      [
        'makes a filter of each conjunct',
        '{ ?s e:a ?x FILTER(?x > 1 && ?x < 9 && ?x != 5) }',
        `(filter (> ?x "1") (filter (< ?x "9") (filter (!= ?x "5") ${A})))`,
      ],
      [
        'leaves a disjunction whole',
        '{ ?s e:a ?x FILTER(?x > 1 || ?x < 9) }',
        `(filter (|| (> ?x "1") (< ?x "9")) ${A})`,
      ],
      [
        'reaches the groups of EXISTS',
        '{ ?s e:a ?x FILTER EXISTS { ?s e:b ?y FILTER(?y > 1 && ?y < 9) } }',
        `(filter (exists (filter (> ?y "1") (filter (< ?y "9") ${B}))) ${A})`,
      ],
      [
        'leaves the condition of OPTIONAL, which removes no solution',
        '{ ?s e:a ?x OPTIONAL { ?s e:b ?y FILTER(?y > 1 && ?y < ?x) } }',
        `(leftjoin ${A} ${B} (&& (> ?y "1") (< ?y ?x)))`,
      ],
    ],
  ],
  [
    'hoist-filters',
    hoistFilters,
    [
      [
        'moves a filter to the join where its group binds all its variables',
        '{ { ?s e:a ?x FILTER(?x > 1) } { ?s e:b ?y } }',
        `(filter (> ?x "1") (join ${A} ${B}))`,
      ],
      [
        'leaves a filter on a variable that its group does not bind',
        '{ { ?s e:a ?x FILTER(?y > 1) } { ?s e:b ?y } }',
        `(join (filter (> ?y "1") ${A}) ${B})`,
      ],
      [
        'leaves a filter on a variable that its group may leave unbound',
        '{ { ?s e:a ?x OPTIONAL { ?s e:b ?y } FILTER(?y > 1) } { ?s e:b ?y } }',
        `(join (filter (> ?y "1") (leftjoin ${A} ${B})) ${B})`,
      ],
      [
        'leaves EXISTS that mentions a variable from outside of its group',
        '{ { ?s e:a ?x FILTER EXISTS { ?x e:c ?y } } { ?s e:b ?y } }',
        `(join (filter (exists (bgp (?x e:c ?y))) ${A}) ${B})`,
      ],
    ],
  ],
  [
    'scope-exists',
    scopeExists,
    [
      [
        'lets each filter within EXISTS see the row, wherever it is in the joins of the group',
        '{ ?s e:a ?x FILTER EXISTS { { ?s e:b ?y FILTER(?y > ?x) } { ?s e:c ?z } } }',
        `(filter (exists (filter (> ?y ?x) (join ${B} (bgp (?s e:c ?z))))) ${A})`,
      ],
      [
        'does so in each branch of a union',
        '{ ?s e:a ?x FILTER EXISTS { { { ?s e:b ?y FILTER(?x > 1) } { ?s e:c ?z } } UNION { ?s e:d ?y } } }',
        `(filter (exists (union (filter (> ?x "1") (join ${B} (bgp (?s e:c ?z)))) (bgp (?s e:d ?y)))) ${A})`,
      ],
      [
        'leaves joins outside of EXISTS',
        '{ { ?s e:a ?x FILTER(?y > ?x) } { ?s e:b ?y } }',
        `(join (filter (> ?y ?x) ${A}) ${B})`,
      ],
      [
        'leaves a subquery, which does not see the row',
        '{ ?s e:a ?x FILTER EXISTS { SELECT ?s { { ?s e:b ?y FILTER(?x > 1) } { ?s e:c ?z } } } }',
        `(filter (exists (project (?s) (join (filter (> ?x "1") ${B}) (bgp (?s e:c ?z))))) ${A})`,
      ],
    ],
  ],
  [
    'flatten-joins',
    flattenJoins,
    [
      [
        'makes one join of joins',
        '{ ?s e:a ?x { { ?s e:b ?y } { ?s e:c/e:d* ?z . ?z e:a ?x } } }',
        `(join ${A} ${B} (bgp (?s e:c ?var0)) (path ?var0 zeroOrMore ?z) (bgp (?z e:a ?x)))`,
      ],
      [
        'leaves what is not a join in between',
        '{ { ?s e:a ?x } { { { ?s e:b ?y } { ?s e:a ?x } } UNION { ?s e:b ?y } } }',
        `(join ${A} (union (bgp (?s e:b ?y) (?s e:a ?x)) ${B}))`,
      ],
    ],
  ],
  [
    'all passes',
    rewrite,
    [
      [
        'bring filters of nested groups above one join',
        '{ { { ?s e:a ?x FILTER(?x > 1 && ?x < 9) } { ?s e:b ?y } FILTER(?y > ?x) } { ?s e:c ?z } }',
        `(filter (> ?y ?x) (filter (> ?x "1") (filter (< ?x "9") (join ${A} ${B} (bgp (?s e:c ?z))))))`,
      ],
    ],
  ],
];

describe.each(CASES)('%s', (_, run, cases) => {
  it.each(cases)('%s', (_name, group, expected) => {
    expect(writeAlgebra(run(algebraOfGroup(group)))).toBe(expected);
  });

  it.each(cases)('%s, once and for all', (_name, group) => {
    const once = run(algebraOfGroup(group));
    expect(writeAlgebra(run(once))).toBe(writeAlgebra(once));
  });
});
