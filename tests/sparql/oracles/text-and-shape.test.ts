/** A query means the same whether it is translated by itself or filled into the shape that another one left. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/sparql/index.ts';
import { algebraOf } from '../../../src/sparql/syntax/query-algebra.ts';
import { startTranslating } from '../../../src/sparql/translate-text.ts';
import { arbitraryQuery } from './arbitrary-query.ts';
import { BASE_IRI } from './base-iri.ts';
import { WHOLE } from './dialect.ts';
import { propertyOptions } from './property-options.ts';

/** What it gives, or what it throws. */
const outcome = (translate: () => unknown): unknown => {
  try {
    return withPlainNames(JSON.parse(JSON.stringify(translate())));
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

/**
 * The parser numbers the variables it makes for blank nodes through all queries. Aggregates that differ in nothing are
 * one to it, and two in a shape, where their constants are still to come.
 */
function withPlainNames(algebra: unknown): unknown {
  const sameAs = new Map<string, string>();
  const once = JSON.stringify(algebra, (_, value: unknown) =>
    isAggregates(value) ? withoutRepetition(value, sameAs) : value,
  );
  const plain = new Map<string, string>();
  const named = once.replace(/"(?:g_|var)\d+"/g, (name) => {
    const own = sameAs.get(name) ?? name;
    if (!plain.has(own)) plain.set(own, `"made ${plain.size}"`);
    return plain.get(own) as string;
  });
  return JSON.parse(named);
}

interface Aggregate {
  readonly variable: string;
  readonly isDistinct: boolean;
}

const isAggregates = (value: unknown): value is readonly Aggregate[] =>
  Array.isArray(value) && (value[0] as Aggregate | undefined)?.isDistinct !== undefined;

function withoutRepetition(
  aggregates: readonly Aggregate[],
  sameAs: Map<string, string>,
): readonly Aggregate[] {
  const first = new Map<string, string>();
  return aggregates.filter(({ variable, ...rest }) => {
    const key = JSON.stringify(rest);
    const known = first.get(key);
    if (known !== undefined) sameAs.set(`"${variable}"`, `"${known}"`);
    else first.set(key, variable);
    return known === undefined;
  });
}

/** The same translator for all, so that each text meets the shapes of those before it. */
const translate = startTranslating(BASE_IRI);

const shaped = (text: string): unknown => outcome(() => translate(text));

const direct = (text: string): unknown => outcome(() => algebraOf(parseQuery(text), BASE_IRI));

const CONSTANTS = [
  '<http://e.example/s>',
  '<http://e.example/t>',
  '<urn:x:y>',
  '<relative>',
  '<#hash>',
  "<it's>",
  '<>',
  '<a?b=c#d>',
  '<http://e.example/\\u0073>',
  '"plain"',
  "'single'",
  '""',
  "''",
  '"<http://e.example/s>"',
  "'<http://e.example/s>'",
  '"a # b"',
  '"it\'s"',
  '\'say "x"\'',
  '"a \\" b"',
  "'a \\' b'",
  '"back\\\\"',
  '"\\u0022"',
  '"tab\\t"',
  '"""long "quoted" <http://e.example/s>"""',
  "'''long 'quoted' # no comment'''",
  '"""two\nlines"""',
  '"""ends with \\""""',
  "''''two' at the start'''",
  '"""\\\\"""',
  '"en"@en',
  '"en"@en-GB',
  '"2"^^<http://www.w3.org/2001/XMLSchema#integer>',
  "'2'^^<http://www.w3.org/2001/XMLSchema#integer>",
  '"2"^^<relative>',
  '"x"^^e:type',
  'e:name',
  'e:a\\-b',
  '1',
  'true',
  '_:b',
];

const COMMENTS = [
  '',
  "# it's a comment\n",
  '# "open\n',
  '# <http://e.example/open\n',
  "# '''\r",
  '# """ \\u0041 \n',
  '#\n',
];

const PROLOGUES = [
  'PREFIX e: <http://e.example/>\n',
  "PREFIX e: <http://e.example/> # it's <odd>\n",
  'BASE <http://other.example/dir/>\nPREFIX e: <names/>\n',
  'prefix e: <http://e.example/> # SELECT\nbase <http://b.example/>\n',
  'PREFIX e: <http://e.example/select#> PREFIX : <http://e.example/ask/>\n',
];

const constant = fc.constantFrom(...CONSTANTS);
const comment = fc.constantFrom(...COMMENTS);

const FORMS: readonly ((a: string, b: string, gap: string) => string)[] = [
  (a, b, gap) => `SELECT * { ?s e:p ${a} ${gap} . ?s e:q ${b} }`,
  (a, b, gap) => `SELECT ?s ${gap} WHERE { ?s ?p ?o FILTER(?o = ${a} || ?o < ${b}) }`,
  (a, b, gap) => `ASK { ?s ?p ?o ${gap} FILTER(STRSTARTS(STR(?o), ${a}) && ?s<?o&&?o>${b}) }`,
  (a, b, gap) => `CONSTRUCT { ?s e:made ${a} } ${gap} { ?s ?p ${b} }`,
  (a, b, gap) => `SELECT * { VALUES (?a ?b) { (${a} ${gap} ${b}) (${b} UNDEF) } }`,
  (a, b, gap) => `SELECT (GROUP_CONCAT(?o; SEPARATOR=${a}) AS ?all) ${gap} { ?s e:p ?o, ${b} }`,
  (a, b, gap) =>
    `SELECT * FROM <http://e.example/g> ${gap} { GRAPH <http://e.example/h> { ?s ?p ${a}, ${b} } }`,
  (a, b, gap) =>
    `DESCRIBE <http://e.example/s> ?o ${gap} { ?s <http://e.example/p>/^<q> ?o, ${a} FILTER(?o IN (${b})) }`,
  (a, b, gap) => `SELECT (REPLACE(?o, ${a}, ${b}) AS ?r) ${gap} { ?s a ?o BIND(${a} AS ?c) }`,
];

const hostileText = fc
  .tuple(
    fc.constantFrom(...PROLOGUES),
    comment,
    fc.constantFrom(...FORMS),
    constant,
    constant,
    comment,
  )
  .map(
    ([prologue, first, form, a, b, gap]) => `${prologue}${first}${form(a, b, gap && ` ${gap}`)}`,
  );

describe('a query filled into a known shape', () => {
  it.each([
    ['random queries', arbitraryQuery([WHOLE]).map(({ text }) => text), 150],
    ['texts, IRIs and comments that look like each other', hostileText, 1000],
  ])('is the query itself: %s', (_, texts, runs) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shaped(text)).toEqual(direct(text));
      }),
      propertyOptions(runs),
    );
  });
});
