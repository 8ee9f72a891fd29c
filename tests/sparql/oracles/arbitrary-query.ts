/** Random queries as text, with what is to be known of them to compare their answers. */
import fc from 'fast-check';
import { aggregate, group, grouping, pathPattern, patterns } from './arbitrary-group.ts';
import { valueOf } from './arbitrary-expression.ts';
import type { Dialect } from './dialect.ts';
import { nowAndThen } from './now-and-then.ts';

export interface OrderedBy {
  readonly name: string;
  readonly isDescending: boolean;
}

export interface ArbitraryQuery {
  /** The query without LIMIT and OFFSET. */
  readonly text: string;
  readonly slice: { readonly limit: number; readonly offset: number } | undefined;
  readonly order: readonly OrderedBy[];
}

const PREFIXES = 'PREFIX e: <http://e.example/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n';

const graphName = fc.constantFrom('e:g', 'e:g', 'e:h', 'e:h', 'e:k', 'e:none');

function dataset({ mergesGraphs }: Dialect): fc.Arbitrary<string> {
  const clauses = (keyword: string, maxLength: number) =>
    fc.array(graphName, { maxLength }).map((names) => names.map((name) => ` ${keyword} ${name}`));
  return nowAndThen(
    fc
      .tuple(clauses('FROM', mergesGraphs ? 3 : 1), clauses('FROM NAMED', mergesGraphs ? 2 : 1))
      .map((both) => both.flat().join('')),
    8,
  );
}

function selection(dialect: Dialect): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    {
      weight: 3,
      arbitrary: fc
        .subarray(['?a', '?b', '?c', '?d', '?h', '?x0', '?y0', '?p', '?x1'], { minLength: 1 })
        .map((names) => names.join(' ')),
    },
    { weight: 1, arbitrary: valueOf(dialect).map((value) => `?a (${value} AS ?z) ?b`) },
  );
}

const slice = fc.option(
  fc.record({ limit: fc.constantFrom(0, 1, 2, 5), offset: fc.constantFrom(0, 0, 1, 3) }),
  { nil: undefined, freq: 3 },
);

function select(dialect: Dialect): fc.Arbitrary<ArbitraryQuery> {
  const order = fc.array(
    fc.record({ name: fc.constantFrom('?a', '?b', '?c'), isDescending: fc.boolean() }),
    { maxLength: 2 },
  );
  return fc
    .record({
      how: fc.constantFrom('', '', 'DISTINCT '),
      head: selection(dialect),
      from: dataset(dialect),
      body: group(dialect),
      order,
      slice,
    })
    .map(({ how, head, from, body, order: keys, slice: cut }) => {
      // Only what is shown can be seen to be in order.
      const shown = keys.filter(({ name }) => head.includes('*') || head.split(' ').includes(name));
      return {
        text: `${PREFIXES}SELECT ${how}${head}${from} WHERE ${body}${orderBy(shown)}`,
        slice: cut,
        order: shown.map(({ name, isDescending }) => ({ name: name.slice(1), isDescending })),
      };
    });
}

const orderBy = (keys: readonly OrderedBy[]): string =>
  keys.length === 0
    ? ''
    : ` ORDER BY ${keys.map(({ name, isDescending }) => (isDescending ? `DESC(${name})` : name)).join(' ')}`;

const ofText = (text: string): ArbitraryQuery => ({
  text: PREFIXES + text,
  slice: undefined,
  order: [],
});

const grouped = (dialect: Dialect): fc.Arbitrary<ArbitraryQuery> =>
  fc
    .tuple(
      grouping(dialect, { aggregates: ['?n', '?m'], key: '?k' }),
      dataset(dialect),
      group(dialect),
    )
    .map(([{ head, tail }, from, body]) => ofText(`SELECT ${head}${from} WHERE ${body}${tail}`));

/** One aggregate over one pattern: what indexes count without looking at solutions. */
const counted = (dialect: Dialect): fc.Arbitrary<ArbitraryQuery> =>
  fc
    .tuple(
      aggregate(dialect),
      fc.constantFrom('?a', '?b', '?p', '?g', ...(dialect.groupsNothing ? [''] : [])),
      fc.constantFrom('?a ?p ?b', '?a e:p ?b', '?a e:p ?a', 'e:s ?p ?b', '?a ?p ?p'),
      fc.constantFrom('', 'GRAPH e:g', 'GRAPH ?g'),
    )
    .map(([of, by, pattern, where]) =>
      ofText(
        `SELECT ${by} (${of} AS ?n) WHERE { ${where} { ${pattern} } }${by && ` GROUP BY ${by}`}`,
      ),
    );

/** Paths by themselves, and with a pattern that may bind their ends. */
const walked = (dialect: Dialect): fc.Arbitrary<ArbitraryQuery> =>
  fc
    .tuple(
      pathPattern(dialect),
      nowAndThen(patterns({ ...dialect, hasPaths: false }, 1), 3),
      nowAndThen(fc.constantFrom('GRAPH e:g', 'GRAPH e:h'), 4),
    )
    .map(([path, pattern, where]) => ofText(`SELECT * WHERE { ${where} { ${path} ${pattern} } }`));

const ask = (dialect: Dialect): fc.Arbitrary<ArbitraryQuery> =>
  fc.tuple(dataset(dialect), group(dialect)).map(([from, body]) => ofText(`ASK${from} ${body}`));

const construct = (dialect: Dialect): fc.Arbitrary<ArbitraryQuery> =>
  fc
    .tuple(
      fc.constantFrom(
        '?a e:made ?b',
        '?b ?p ?a . e:s e:has ?x0',
        '?a ?b ?c . ?c e:of "text"@en',
        '?d e:x ?d . ?a e:list ?y0',
      ),
      dataset(dialect),
      group(dialect),
    )
    .map(([template, from, body]) => ofText(`CONSTRUCT { ${template} }${from} WHERE ${body}`));

/** Queries of one of the dialects. */
export const arbitraryQuery = (dialects: readonly Dialect[]): fc.Arbitrary<ArbitraryQuery> =>
  fc.oneof(
    ...dialects.map((dialect) =>
      fc.oneof(
        { weight: 8, arbitrary: select(dialect) },
        { weight: 3, arbitrary: grouped(dialect) },
        { weight: 1, arbitrary: counted(dialect) },
        { weight: 3, arbitrary: walked(dialect) },
        { weight: 1, arbitrary: ask(dialect) },
        { weight: 2, arbitrary: construct(dialect) },
      ),
    ),
  );
