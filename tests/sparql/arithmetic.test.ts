/**
 * Values at the edges: overflow, division by zero, casts of nonsense, sums of what has no sum. Each table names the
 * section that decides it: of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/), of XPath and XQuery Functions and
 * Operators 3.1 (F&O, https://www.w3.org/TR/xpath-functions/) or of XML Schema Datatypes 1.1 (XSD,
 * https://www.w3.org/TR/xmlschema11-2/).
 */
import { describe, expect, it } from 'vitest';
import { embeddedEngine } from '../../src/sparql/index.ts';
import { askEngine } from '../support/ask-engine.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { ERROR, EXPRESSIONS, type Table } from './arithmetic-cases.ts';

const engine = embeddedEngine(await datasetOf('e:a e:p 1 .'), { baseIri: 'http://e.example/' });

/** The value that the query gives to ?y: as in Turtle, "-" for an error, which leaves it unbound. */
async function valueOf(query: string): Promise<string> {
  const prologue = 'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>';
  const answer = await askEngine(engine, `${prologue}\n${query}`);
  if (typeof answer === 'boolean' || !('rows' in answer)) throw new Error('no solutions');
  expect(answer.rows).toHaveLength(1);
  return String(answer.rows[0])
    .replace(/^"(true|false)"\^\^\S*#boolean>$/, '$1')
    .replace(/\^\^<http:\/\/www\.w3\.org\/2001\/XMLSchema#(\w+)>$/, '^^xsd:$1');
}

const AGGREGATES: readonly Table[] = [
  [
    'SUM (SPARQL 18.5.1.3, https://www.w3.org/TR/sparql11-query/#defn_aggSum)',
    [
      ['SUM: nothing', '0'],
      ['SUM: 1 2.5', '3.5'],
      ['SUM: 1 2.5 1e0', '4.5E0'],
      ['SUM: 0.1 0.2', '0.3'],
      ['SUM: 9223372036854775807 1', '9223372036854775808'],
      ['SUM: 9007199254740992 1 1', '9007199254740994'],
      ['SUM: 1e308 1e308', '"INF"^^xsd:double'],
      ['SUM: "INF"^^xsd:double "-INF"^^xsd:double', '"NaN"^^xsd:double'],
      ['SUM: "1"^^xsd:byte 200', '201'],
      ['SUM: 1 "a"', ERROR],
      ['SUM: "a" 1', ERROR],
      ['SUM: 1 true', ERROR],
      ['SUM: 1 e:a', ERROR],
      ['SUM: 1 "abc"^^xsd:integer', ERROR],
      ['SUM: 1 UNDEF', ERROR],
    ],
  ],
  [
    'AVG (SPARQL 18.5.1.4, https://www.w3.org/TR/sparql11-query/#defn_aggAvg)',
    [
      ['AVG: nothing', '0'],
      ['AVG: 1 2', '1.5'],
      ['AVG: 1e0 2', '1.5E0'],
      ['AVG: 9223372036854775807 9223372036854775807', '"9223372036854775807"^^xsd:decimal'],
      ['AVG: 1 "a"', ERROR],
      ['AVG: 1 UNDEF', ERROR],
    ],
  ],
  [
    'MIN and MAX, in the order of ORDER BY (SPARQL 18.5.1.5 and 18.5.1.6, https://www.w3.org/TR/sparql11-query/#defn_aggMin)',
    [
      ['MIN: nothing', ERROR],
      ['MAX: nothing', ERROR],
      ['MIN: 1 "a" e:a', 'e:a'],
      ['MAX: 1 e:a', '1'],
      ['MIN: 3 2.5 2e0', '2e0'],
      ['MAX: 3 3.5 2e0', '3.5'],
      ['MIN: 9007199254740993 9007199254740992', '9007199254740992'],
      ['MAX: true false', 'true'],
      ['MIN: 1 UNDEF', ERROR],
    ],
  ],
  [
    'COUNT, SAMPLE and GROUP_CONCAT (SPARQL 18.5.1, https://www.w3.org/TR/sparql11-query/#setFunctions)',
    [
      ['COUNT: nothing', '0'],
      ['COUNT: 1 UNDEF "a" 1', '3'],
      ['COUNT: "abc"^^xsd:integer', '1'],
      ['SAMPLE: nothing', ERROR],
      ['GROUP_CONCAT: nothing', '""'],
      ['GROUP_CONCAT: 1 "a" e:a', '"1 a http://e.example/a"'],
      ['GROUP_CONCAT: 1 UNDEF', ERROR],
    ],
  ],
];

describe.each(EXPRESSIONS)('%s', (_, cases) => {
  it.each(cases)('%s is %s', async (expression, expected) => {
    expect(await valueOf(`SELECT (${expression} AS ?y) {}`)).toBe(expected);
  });
});

describe.each(AGGREGATES)('%s', (_, cases) => {
  it.each(cases)('%s: %s', async (asked, expected) => {
    const [name, values] = asked.split(': ') as [string, string];
    const rows = values === 'nothing' ? '' : values;
    expect(await valueOf(`SELECT (${name}(?x) AS ?y) { VALUES ?x { ${rows} } }`)).toBe(expected);
  });
});

describe('an error', () => {
  it('in a FILTER removes the solution (SPARQL 17.2)', async () => {
    const query = 'SELECT (COUNT(*) AS ?y) { VALUES ?x { 0 1 2 } FILTER(1 / ?x > 0) }';
    expect(await valueOf(query)).toBe('2');
  });

  it('in BIND leaves the variable unbound and keeps the solution (SPARQL 18.2.5)', async () => {
    const query =
      'SELECT (CONCAT(STR(COUNT(*)), " ", STR(COUNT(?z))) AS ?y) { VALUES ?x { 0 1 2 } BIND(1 / ?x AS ?z) }';
    expect(await valueOf(query)).toBe('"3 2"');
  });

  it('in one group leaves the other groups alone (SPARQL 18.5.1)', async () => {
    const query =
      'SELECT ?y { { SELECT ?g (SUM(?x) AS ?y) { VALUES (?g ?x) { (1 1) (1 2) (2 "a") } } GROUP BY ?g } FILTER(BOUND(?y)) }';
    expect(await valueOf(query)).toBe('3');
  });
});

describe('values that grow without end', () => {
  const repeated = (times: number, expression: (name: string) => string) =>
    Array.from({ length: times }, (_, n) => `BIND(${expression(`?x${n}`)} AS ?x${n + 1})`).join(
      ' ',
    );

  it.each([
    ['squares', `BIND(9999999999 AS ?x0) ${repeated(24, (x) => `${x} * ${x}`)}`, 24],
    ['squares of fractions', `BIND(0.9999999999 AS ?x0) ${repeated(24, (x) => `${x} * ${x}`)}`, 24],
    ['texts', `BIND("0123456789" AS ?x0) ${repeated(40, (x) => `CONCAT(${x}, ${x})`)}`, 40],
  ])(
    'are an error at some size (F&O 4.2 lets an implementation say at which): %s',
    async (_, pattern, last) => {
      expect(await valueOf(`SELECT (?x${last} AS ?y) { ${pattern} }`)).toBe(ERROR);
    },
  );

  it('have room for what people calculate', async () => {
    const digits = '9'.repeat(4000);
    expect(await valueOf(`SELECT (STRLEN(STR(${digits} * 10)) AS ?y) {}`)).toBe('4001');
  });
});
