/**
 * Random group graph patterns as text. https://www.w3.org/TR/sparql11-query/#GraphPattern
 * Names keep them legal: the group of depth n binds ?xn, its subqueries ?yn, and no pattern binds either.
 */
import fc from 'fast-check';
import { literalsOf } from './arbitrary-data.ts';
import { conditionOf, valueOf } from './arbitrary-expression.ts';
import { arbitraryPath } from './arbitrary-path.ts';
import type { Dialect } from './dialect.ts';
import { nowAndThen } from './now-and-then.ts';

/** The first ones more often, so that patterns meet. */
const variable = fc.constantFrom('?a', '?a', '?b', '?b', '?c', '?d');

function pattern({ spellings }: Dialect): fc.Arbitrary<string> {
  const subject = fc.oneof(
    { weight: 12, arbitrary: variable },
    { weight: 1, arbitrary: fc.constantFrom('e:s', 'e:t', '[]') },
  );
  const predicate = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('e:p', 'e:p', 'e:p', 'e:q', 'e:q', 'e:r') },
    { weight: 4, arbitrary: fc.constantFrom('?p', '?p', '?p', '?p', '?a') },
  );
  const object = fc.oneof(
    { weight: 16, arbitrary: variable },
    { weight: 1, arbitrary: fc.constantFrom('e:s', 'e:t', '?p', '?h', '[]') },
    { weight: 1, arbitrary: fc.constantFrom(...literalsOf(spellings)) },
  );
  const mayLoop = fc.constantFrom(true, false, false, false, false);
  return fc.tuple(subject, predicate, object, mayLoop).map(([from, by, to, loops]) => {
    const next = from === '?a' ? '?b' : '?c';
    return `${from} ${by} ${to === from && to !== '[]' && !loops ? next : to} .`;
  });
}

export function pathPattern(dialect: Dialect): fc.Arbitrary<string> {
  const { hasLoops, hasStrangePathEnds, spellings } = dialect;
  const strange = (...names: readonly string[]) =>
    fc.constantFrom('e:s', 'e:t', 'e:nowhere', ...names);
  const [start, end] = hasStrangePathEnds
    ? [strange(), strange(...literalsOf(spellings))]
    : [variable, variable];
  return fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: variable }, { weight: 1, arbitrary: start }),
      arbitraryPath(dialect),
      fc.oneof({ weight: 5, arbitrary: variable }, { weight: 1, arbitrary: end }),
    )
    .map(([from, path, to]) => `${from} ${path} ${!hasLoops && to === from ? '?d2' : to} .`);
}

export function patterns(dialect: Dialect, most = 2): fc.Arbitrary<string> {
  const plain = { weight: 5, arbitrary: pattern(dialect) };
  return fc
    .array(
      dialect.hasPaths
        ? fc.oneof(plain, { weight: 1, arbitrary: pathPattern(dialect) })
        : plain.arbitrary,
      { minLength: 1, maxLength: most },
    )
    .map((lines) => lines.join(' '));
}

function values({ spellings }: Dialect): fc.Arbitrary<string> {
  const term = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('e:s', 'e:t', 'e:u', 'e:nowhere') },
    { weight: 2, arbitrary: fc.constantFrom(...literalsOf(spellings)) },
    { weight: 1, arbitrary: fc.constant('UNDEF') },
  );
  return fc
    .subarray(['?a', '?b', '?c'], { minLength: 1, maxLength: 2 })
    .chain((names) =>
      fc
        .array(fc.tuple(...names.map(() => term)), { minLength: 0, maxLength: 3 })
        .map(
          (rows) =>
            `VALUES (${names.join(' ')}) { ${rows.map((row) => `(${row.join(' ')})`).join(' ')} }`,
        ),
    );
}

/** What EXISTS holds. Substitution into BIND, VALUES, MINUS and subqueries is not well defined, so they are left out. */
function existsGroup(whole: Dialect): fc.Arbitrary<string> {
  const dialect = { ...whole, hasPaths: whole.hasPaths && whole.hasPathsInExists };
  const optional = patterns(dialect, 1).map((inner) => `OPTIONAL { ${inner} }`);
  return fc
    .tuple(
      patterns(dialect, 2),
      nowAndThen(
        fc.oneof(
          conditionOf(dialect, 0).map((condition) => `FILTER(true && ${condition})`),
          optional,
        ),
        2,
      ),
    )
    .map(([first, second]) => `{ ${first} ${second} }`);
}

const exists = (dialect: Dialect): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('EXISTS', 'NOT EXISTS'), existsGroup(dialect))
    .map((parts) => parts.join(' '));

const filter = (dialect: Dialect, depth: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: conditionOf(dialect).map((condition) => `FILTER(${condition})`) },
    {
      weight: depth === 0 || dialect.hasExistsInGroups ? 1 : 0,
      arbitrary: exists(dialect).map((condition) => `FILTER ${condition}`),
    },
    {
      weight: depth === 0 || dialect.hasExistsInGroups ? 1 : 0,
      arbitrary: fc
        .tuple(exists(dialect), fc.constantFrom('&&', '||'), conditionOf(dialect, 0))
        .map(([a, operator, b]) => `FILTER(${a} ${operator} ${b})`),
    },
  );

/** An aggregate over the members of a group, whose result does not depend on their sequence. */
export function aggregate(dialect: Dialect): fc.Arbitrary<string> {
  const distinct = fc.constantFrom('', 'DISTINCT ');
  const safely = (text: string, otherwise: string) =>
    dialect.sumsErrors ? text : `COALESCE(${text}, ${otherwise})`;
  const number = fc.oneof(
    { weight: 1, arbitrary: variable.map((name) => safely(name, '0')) },
    {
      weight: 2,
      arbitrary: variable.map((name) => safely(`IF(isNUMERIC(${name}), ${name}, 0)`, '0')),
    },
  );
  const text = variable.map((name) => safely(`STR(${name})`, '""'));
  return fc.oneof(
    fc.constantFrom('COUNT(*)', 'COUNT(DISTINCT *)'),
    fc.tuple(distinct, variable).map(([how, name]) => `COUNT(${how}${name})`),
    fc
      .tuple(distinct, valueOf(dialect))
      .map(
        ([how, value]) => `COUNT(${how}${dialect.countsErrors ? value : `COALESCE(${value}, 0)`})`,
      ),
    fc
      .tuple(fc.constantFrom('SUM', 'AVG'), distinct, number)
      .map(([name, how, of]) => `${name}(${how}${of})`),
    fc.tuple(fc.constantFrom('MIN', 'MAX'), text).map(([name, of]) => `${name}(${of})`),
    // Of equal numbers any may be the least: the sum is the same double.
    fc
      .tuple(fc.constantFrom('MIN', 'MAX'), variable)
      .map(
        ([name, of]) =>
          `(${name}(${safely(`IF(isNUMERIC(${of}) && ${of} = ${of}, ${of}, 0)`, '0')}) + 0e0)`,
      ),
    // The sequence of the parts is the engine's own affair: their number and total length are not.
    text.map((of) => `STRLEN(GROUP_CONCAT(${of}; SEPARATOR=", "))`),
    fc.tuple(distinct, text).map(([how, of]) => `STRLEN(GROUP_CONCAT(${how}${of}))`),
  );
}

export interface Grouping {
  /** What is selected. */
  readonly head: string;
  /** GROUP BY and HAVING. */
  readonly tail: string;
}

export interface GroupingNames {
  /** Under which aggregates are selected. */
  readonly aggregates: readonly string[];
  /** Under which the group may keep a key that is made. */
  readonly key: string;
}

export function grouping(dialect: Dialect, names: GroupingNames): fc.Arbitrary<Grouping> {
  const comparison = fc
    .tuple(aggregate(dialect), fc.constantFrom('>', '<=', '='), fc.constantFrom('0', '1', '2'))
    .map((parts) => ` HAVING(${parts.join(' ')})`);
  return fc
    .record({
      by: fc.subarray(['?a', '?b'], { minLength: dialect.groupsNothing ? 0 : 1 }),
      made: nowAndThen(valueOf(dialect, 0), 5),
      aggregates: fc.tuple(...names.aggregates.map(() => aggregate(dialect))),
      having: nowAndThen(comparison, 4),
    })
    .map(({ by, made, aggregates, having }) => {
      const selected = aggregates.map((text, index) => `(${text} AS ${names.aggregates[index]})`);
      const keys = made === '' ? by : [...by, `(COALESCE(${made}) AS ${names.key})`];
      const shown = made === '' ? by : [...by, names.key];
      return {
        head: [...shown, ...selected].join(' '),
        tail: `${keys.length > 0 ? ` GROUP BY ${keys.join(' ')}` : ''}${having}`,
      };
    });
}

function subquery(dialect: Dialect, depth: number): fc.Arbitrary<string> {
  const inner = group(dialect, depth + 1);
  const plain = fc
    .tuple(
      fc.constantFrom('', 'DISTINCT '),
      fc.oneof(
        fc.constant('*'),
        fc.subarray(['?a', '?b', '?c'], { minLength: 1 }).map((names) => names.join(' ')),
        valueOf(dialect).map((value) => `?a ?b (${value} AS ?y${depth})`),
      ),
      inner,
      fc.constantFrom('', '', ' LIMIT 1000', ' ORDER BY ?a', ' LIMIT 0'),
    )
    .map(([how, names, body, tail]) => `{ SELECT ${how}${names} ${body}${tail} }`);
  const grouped = fc
    .tuple(grouping(dialect, { aggregates: [`?y${depth}`], key: `?k${depth}` }), inner)
    .map(([{ head, tail }, body]) => `{ SELECT ${head} ${body}${tail} }`);
  // The key of a group may be unbound.
  return fc.oneof(
    { weight: 2, arbitrary: plain },
    { weight: dialect.joinsUnbound ? 1 : 0, arbitrary: grouped },
  );
}

const DEEPEST = 2;

/** A part of a group beside its patterns. */
function part(dialect: Dialect, depth: number): fc.Arbitrary<string> {
  const simple = fc.oneof(
    { weight: 2, arbitrary: patterns(dialect, 1) },
    { weight: 3, arbitrary: filter(dialect, depth) },
    { weight: dialect.hasValues ? 1 : 0, arbitrary: values(dialect) },
  );
  if (depth === DEEPEST) return simple;
  const inner = group(dialect, depth + 1);
  // Engines disagree whether a graph that is none has solutions of what asks for no triple.
  const inGraph = fc
    .tuple(patterns(dialect, 1), inner)
    .map(([first, body]) => `{ ${first} ${body} }`);
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    { weight: 4, arbitrary: inner.map((body) => `OPTIONAL ${body}`) },
    { weight: 2, arbitrary: fc.tuple(inner, inner).map(([a, b]) => `${a} UNION ${b}`) },
    { weight: 1, arbitrary: inner.map((body) => `MINUS ${body}`) },
    { weight: 1, arbitrary: inner },
    { weight: 1, arbitrary: subquery(dialect, depth) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('e:g', 'e:h', 'e:none'), inGraph)
        .map(([name, body]) => `GRAPH ${name} ${body}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('?h', '?h', '?b'),
          dialect.nestsInGraphs ? inner : existsGroup(dialect),
        )
        .map(([name, body]) => `GRAPH ${name} ${body}`),
    },
  );
}

/** BIND of a term of the data, matched again, or of any value. */
function bind(dialect: Dialect, depth: number): fc.Arbitrary<string> {
  const term = dialect.joinsUnbound
    ? fc.oneof(variable, fc.constantFrom('COALESCE(?a, ?b)', 'IF(?a = ?b, ?c, ?a)', 'e:s'))
    : fc.constantFrom('e:s', 'COALESCE(?a, ?b, e:s)', 'COALESCE(?c, ?d, e:t)');
  return fc.oneof(
    valueOf(dialect).map((value) => `BIND(${value} AS ?x${depth})`),
    fc
      .tuple(term, fc.constantFrom('?d e:p', '?d ?p', '?c ?p2', '?a ?p'))
      .map(([value, start]) => `BIND(${value} AS ?x${depth}) ${start} ?x${depth} .`),
  );
}

export function group(dialect: Dialect, depth = 0): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.option(patterns(dialect, depth === 0 ? 3 : 2), { nil: '', freq: 8 }),
      fc.array(part(dialect, depth), { maxLength: depth === 0 ? 2 : 1 }),
      nowAndThen(bind(dialect, depth), 4),
      nowAndThen(fc.oneof(filter(dialect, depth), patterns(dialect, 1)), 4),
    )
    .map(
      ([first, parts, bound, last]) =>
        `{ ${[first, ...parts, bound, last].filter((text) => text !== '').join(' ')} }`,
    );
}
