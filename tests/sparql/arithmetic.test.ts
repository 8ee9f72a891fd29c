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

type Case = readonly [asked: string, expected: string];
type Table = readonly [section: string, cases: readonly Case[]];

const ERROR = '-';
const GOOGOL = `1${'0'.repeat(100)}`;

const EXPRESSIONS: readonly Table[] = [
  [
    'integers have any size (F&O 4.2, https://www.w3.org/TR/xpath-functions/#op.numeric)',
    [
      ['9223372036854775807 + 1', '9223372036854775808'],
      ['-9223372036854775808 - 1', '-9223372036854775809'],
      ['- 9223372036854775808', '-9223372036854775808'],
      ['9007199254740991 + 2', '9007199254740993'],
      ['9007199254740993 - 9007199254740992', '1'],
      ['99999999999999999999 * 99999999999999999999', '9999999999999999999800000000000000000001'],
      [`1${'0'.repeat(40)} * 1${'0'.repeat(40)}`, `1${'0'.repeat(80)}`],
      [`${GOOGOL} * ${GOOGOL} - ${GOOGOL} * ${GOOGOL}`, '0'],
      ['"100"^^xsd:byte + "100"^^xsd:byte', '200'],
    ],
  ],
  [
    'the end of a day is the start of the next (XSD 3.3.7, https://www.w3.org/TR/xmlschema11-2/#dateTime)',
    [
      ['HOURS("2020-12-31T24:00:00Z"^^xsd:dateTime)', '0'],
      ['DAY("2020-12-31T24:00:00Z"^^xsd:dateTime)', '1'],
      ['MONTH("2020-02-29T24:00:00Z"^^xsd:dateTime)', '3'],
      ['YEAR("2020-12-31T24:00:00Z"^^xsd:dateTime)', '2021'],
      ['"2020-12-31T24:00:00Z"^^xsd:dateTime = "2021-01-01T00:00:00Z"^^xsd:dateTime', 'true'],
    ],
  ],
  [
    'years are as far as one likes (XSD 3.3.7, https://www.w3.org/TR/xmlschema11-2/#dateTime)',
    [
      ['"999999-03-01T00:00:00Z"^^xsd:dateTime = "999999-02-28T24:00:00Z"^^xsd:dateTime', 'true'],
      ['"999999-01-01T00:00:00Z"^^xsd:dateTime > "2020-01-01T00:00:00Z"^^xsd:dateTime', 'true'],
      ['"-999999-01-01T00:00:00Z"^^xsd:dateTime < "0001-01-01T00:00:00Z"^^xsd:dateTime', 'true'],
      ['"1970-01-01T00:00:00Z"^^xsd:dateTime = "1969-12-31T24:00:00Z"^^xsd:dateTime', 'true'],
    ],
  ],
  [
    'whole doubles are integers to the last digit (F&O 19.1.2.3, https://www.w3.org/TR/xpath-functions/#casting-to-integer)',
    [['xsd:integer(1e30)', '1000000000000000019884624838656']],
  ],
  [
    'decimals are exact (F&O 4.2, https://www.w3.org/TR/xpath-functions/#op.numeric)',
    [
      ['0.1 + 0.2', '0.3'],
      ['0.1 * 0.1', '0.01'],
      ['1.0 - 1', '"0"^^xsd:decimal'],
      ['0.000000000000000000000000000001 + 1', '1.000000000000000000000000000001'],
      ['123456789012345678901234567890.123456789 * 10', '1234567890123456789012345678901.23456789'],
      [`0.${'0'.repeat(99)}1 * ${GOOGOL}`, '"1"^^xsd:decimal'],
      ['1.5 + 1e0', '2.5E0'],
    ],
  ],
  [
    'integers divide to decimals, and not by zero (F&O 4.2.4, https://www.w3.org/TR/xpath-functions/#func-numeric-divide)',
    [
      ['7 / 2', '3.5'],
      ['-7 / 2', '-3.5'],
      ['4 / 2', '"2"^^xsd:decimal'],
      // At least 18 digits: F&O 4.2 leaves to us where a quotient without end is cut.
      ['1 / 3', '0.333333333333333333'],
      ['10000000000000000000000 / 3', '3333333333333333333333.333333333333333333'],
      ['1 / 10000000000000000000000000', '"0"^^xsd:decimal'],
      ['1 / 0', ERROR],
      ['0 / 0', ERROR],
      ['1.0 / 0', ERROR],
      ['1 / 0.0', ERROR],
    ],
  ],
  [
    'doubles and floats divide by zero and overflow to infinity (F&O 4.2, https://www.w3.org/TR/xpath-functions/#op.numeric)',
    [
      ['1e0 / 0', '"INF"^^xsd:double'],
      ['-1e0 / 0', '"-INF"^^xsd:double'],
      ['1 / -0e0', '"-INF"^^xsd:double'],
      ['0e0 / 0', '"NaN"^^xsd:double'],
      ['xsd:float(1) / 0', '"INF"^^xsd:float'],
      ['1e308 * 10', '"INF"^^xsd:double'],
      ['1e-308 / 1e300', '0.0E0'],
      ['xsd:float("3.4e38") * 10', '"INF"^^xsd:float'],
      ['xsd:float("16777216") + 1', '"1.6777216E7"^^xsd:float'],
      ['9007199254740993 + 0e0', '9.007199254740992E15'],
      ['xsd:double("INF") - xsd:double("INF")', '"NaN"^^xsd:double'],
    ],
  ],
  [
    'what is no number has no arithmetic (SPARQL 17.3, https://www.w3.org/TR/sparql11-query/#OperatorMapping)',
    [
      ['"1" + 1', ERROR],
      ['true + 1', ERROR],
      ['e:a + 1', ERROR],
      ['- "a"', ERROR],
      ['+ "1"', ERROR],
      ['"abc"^^xsd:integer + 1', ERROR],
      ['"300"^^xsd:byte + 1', ERROR],
      ['"-1"^^xsd:unsignedInt + 1', ERROR],
      ['STRDT("abc", xsd:integer) + 1', ERROR],
      ['?unbound + 1', ERROR],
      ['"2026-01-01T00:00:00Z"^^xsd:dateTime - "2025-01-01T00:00:00Z"^^xsd:dateTime', ERROR],
    ],
  ],
  [
    'numbers compare by value (SPARQL 17.3, F&O 4.3, https://www.w3.org/TR/xpath-functions/#comp.numeric)',
    [
      ['1 = 1.0', 'true'],
      ['1 = "1"', 'false'],
      ['0.1 = 1e-1', 'true'],
      ['9007199254740993 = 9007199254740992', 'false'],
      ['9007199254740993 > 9007199254740992', 'true'],
      ['0.10000000000000000000000000000000001 = 0.1', 'false'],
      // An integer beside a double becomes one: F&O B.1.
      ['9007199254740993 = 9007199254740992e0', 'true'],
      ['xsd:double("NaN") = xsd:double("NaN")', 'false'],
      ['xsd:double("NaN") != xsd:double("NaN")', 'true'],
      ['xsd:double("NaN") < 1', 'false'],
      ['xsd:double("NaN") >= 1', 'false'],
      ['-0e0 = 0e0', 'true'],
    ],
  ],
  [
    'ill-formed literals equal themselves, and may equal others (SPARQL 17.4.1.7, https://www.w3.org/TR/sparql11-query/#func-RDFterm-equal)',
    [
      ['"abc"^^xsd:integer = "abc"^^xsd:integer', 'true'],
      ['"abc"^^xsd:integer = 1', ERROR],
      ['"abc"^^xsd:integer != 1', ERROR],
      ['"abc"^^xsd:integer < 2', ERROR],
    ],
  ],
  [
    'ill-formed numbers and NaN are false (SPARQL 17.2.2, https://www.w3.org/TR/sparql11-query/#ebv)',
    [
      ['IF("abc"^^xsd:integer, 1, 2)', '2'],
      ['IF("maybe"^^xsd:boolean, 1, 2)', '2'],
      ['IF(xsd:double("NaN"), 1, 2)', '2'],
      ['IF("", 1, 2)', '2'],
      ['IF(e:a, 1, 2)', ERROR],
      ['IF("2026-01-01"^^xsd:date, 1, 2)', ERROR],
    ],
  ],
  [
    'errors pass through, but where logic decides without them (SPARQL 17.2, https://www.w3.org/TR/sparql11-query/#evaluation)',
    [
      ['1/0 || true', 'true'],
      ['1/0 || false', ERROR],
      ['1/0 && false', 'false'],
      ['1/0 && true', ERROR],
      ['!(1/0)', ERROR],
      ['1 IN (1/0, 1)', 'true'],
      ['1 IN (1/0, 2)', ERROR],
      ['1 NOT IN (1/0, 2)', ERROR],
      ['1 NOT IN (1/0, 1)', 'false'],
      ['COALESCE(1/0, ?unbound, 5)', '5'],
      ['COALESCE(1/0)', ERROR],
      ['IF(true, 1, 1/0)', '1'],
      ['IF(1/0, 1, 2)', ERROR],
      ['CONCAT("a", 1/0)', ERROR],
    ],
  ],
  [
    'casts to xsd:integer (SPARQL 17.5; F&O 19.1.2.4, https://www.w3.org/TR/xpath-functions/#casting-to-integer)',
    [
      ['xsd:integer("abc")', ERROR],
      ['xsd:integer("")', ERROR],
      ['xsd:integer("1.5")', ERROR],
      ['xsd:integer("1e3")', ERROR],
      ['xsd:integer("12"@en)', ERROR],
      ['xsd:integer(e:a)', ERROR],
      ['xsd:integer(xsd:double("INF"))', ERROR],
      ['xsd:integer(xsd:double("NaN"))', ERROR],
      ['xsd:integer(" 12 ")', '12'],
      ['xsd:integer("+007")', '7'],
      ['xsd:integer("123456789012345678901234567890")', '123456789012345678901234567890'],
      ['xsd:integer(12.9)', '12'],
      ['xsd:integer(-12.9)', '-12'],
      ['xsd:integer(1e3)', '1000'],
      ['xsd:integer(true)', '1'],
    ],
  ],
  [
    'casts to other numbers (SPARQL 17.5; F&O 19.1.2, https://www.w3.org/TR/xpath-functions/#casting-to-numerics)',
    [
      ['xsd:decimal("1e3")', ERROR],
      ['xsd:decimal(".")', ERROR],
      ['xsd:decimal(xsd:double("INF"))', ERROR],
      ['xsd:decimal("-.5")', '-0.5'],
      ['xsd:decimal("5.")', '"5"^^xsd:decimal'],
      ['xsd:decimal(1e-7)', '0.0000001'],
      ['xsd:double("1e400")', '"INF"^^xsd:double'],
      ['xsd:double("-1e400")', '"-INF"^^xsd:double'],
      ['xsd:double("1e-400")', '0.0E0'],
      ['xsd:double("+INF")', '"INF"^^xsd:double'],
      ['xsd:double("inf")', ERROR],
      ['xsd:double("Infinity")', ERROR],
      ['xsd:double("0x10")', ERROR],
      ['xsd:double("")', ERROR],
      ['xsd:float("1e39")', '"INF"^^xsd:float'],
    ],
  ],
  [
    'casts to xsd:boolean and xsd:string (SPARQL 17.5; F&O 19.1, https://www.w3.org/TR/xpath-functions/#casting-boolean)',
    [
      ['xsd:boolean("1")', 'true'],
      ['xsd:boolean("TRUE")', ERROR],
      ['xsd:boolean("maybe")', ERROR],
      ['xsd:boolean(0.0)', 'false'],
      ['xsd:boolean(xsd:double("NaN"))', 'false'],
      ['xsd:string(1.0)', '"1"'],
      ['xsd:string(1e0)', '"1"'],
      ['xsd:string(1e100)', '"1.0E100"'],
      ['xsd:string(e:a)', '"http://e.example/a"'],
    ],
  ],
  [
    'roundings keep the type (F&O 4.4, https://www.w3.org/TR/xpath-functions/#numeric-value-functions)',
    [
      ['ABS(-9223372036854775808)', '9223372036854775808'],
      ['ABS("1")', ERROR],
      ['ROUND(2.5)', '"3"^^xsd:decimal'],
      ['ROUND(-2.5)', '"-2"^^xsd:decimal'],
      ['ROUND(-2.5e0)', '-2.0E0'],
      ['ROUND(-0.4e0)', '-0.0E0'],
      ['ROUND(0.49999999999999994e0)', '0.0E0'],
      ['ROUND(9007199254740993)', '9007199254740993'],
      ['ROUND(xsd:double("NaN"))', '"NaN"^^xsd:double'],
      ['CEIL(-0.5e0)', '-0.0E0'],
      ['CEIL(123456789012345678901234567890.5)', '"123456789012345678901234567891"^^xsd:decimal'],
      ['FLOOR(-0.5)', '"-1"^^xsd:decimal'],
      ['FLOOR(xsd:double("-INF"))', '"-INF"^^xsd:double'],
    ],
  ],
  [
    'a dateTime is a day that exists (XSD 3.3.7, https://www.w3.org/TR/xmlschema11-2/#dateTime)',
    [
      ['xsd:dateTime("2024-02-29T00:00:00Z")', '"2024-02-29T00:00:00Z"^^xsd:dateTime'],
      ['xsd:dateTime("2026-02-29T00:00:00Z")', ERROR],
      ['xsd:dateTime("2026-13-01T00:00:00Z")', ERROR],
      ['xsd:dateTime("2026-01-01T25:00:00Z")', ERROR],
      ['xsd:dateTime("2026-01-01T24:00:01Z")', ERROR],
      ['xsd:dateTime("2026-06-30T23:59:60Z")', ERROR],
      ['xsd:dateTime("2026-01-01T00:00:00+14:00")', '"2026-01-01T00:00:00+14:00"^^xsd:dateTime'],
      ['xsd:dateTime("2026-01-01T00:00:00+14:01")', ERROR],
      ['xsd:dateTime("2026-1-1T00:00:00")', ERROR],
      ['xsd:dateTime("2026-01-01T00:00")', ERROR],
      ['xsd:dateTime("2026-01-01")', ERROR],
      ['"nonsense"^^xsd:dateTime < NOW()', ERROR],
      ['YEAR("2026-02-30T00:00:00Z"^^xsd:dateTime)', ERROR],
    ],
  ],
  [
    'points in time compare across zones and calendars (F&O 9.4, https://www.w3.org/TR/xpath-functions/#comp.datetime)',
    [
      ['"2026-01-01T00:00:00Z"^^xsd:dateTime = "2025-12-31T19:00:00-05:00"^^xsd:dateTime', 'true'],
      ['"2026-01-01T24:00:00Z"^^xsd:dateTime = "2026-01-02T00:00:00Z"^^xsd:dateTime', 'true'],
      ['"2026-01-01T00:00:00.000Z"^^xsd:dateTime = "2026-01-01T00:00:00Z"^^xsd:dateTime', 'true'],
      ['"-0001-01-01T00:00:00Z"^^xsd:dateTime < "0001-01-01T00:00:00Z"^^xsd:dateTime', 'true'],
      ['"12026-01-01T00:00:00Z"^^xsd:dateTime > "2026-01-01T00:00:00Z"^^xsd:dateTime', 'true'],
      ['"2026-01-01"^^xsd:date < "2026-01-02T00:00:00Z"^^xsd:dateTime', ERROR],
    ],
  ],
  [
    'parts of a dateTime (SPARQL 17.4.5, https://www.w3.org/TR/sparql11-query/#func-date-time)',
    [
      ['YEAR("-0044-03-15T12:00:00"^^xsd:dateTime)', '-44'],
      ['YEAR("0000-01-01T00:00:00Z"^^xsd:dateTime)', '0'],
      ['YEAR("12026-01-01T00:00:00Z"^^xsd:dateTime)', '12026'],
      ['YEAR("2026")', ERROR],
      ['HOURS("2025-12-31T19:00:00-05:00"^^xsd:dateTime)', '19'],
      ['SECONDS("2026-01-01T10:00:00.250Z"^^xsd:dateTime)', '0.25'],
      ['SECONDS("2026-01-01T10:00:07Z"^^xsd:dateTime)', '"7"^^xsd:decimal'],
      ['TIMEZONE("2026-01-01T00:00:00Z"^^xsd:dateTime)', '"PT0S"^^xsd:dayTimeDuration'],
      ['TIMEZONE("2026-01-01T00:00:00-05:30"^^xsd:dateTime)', '"-PT5H30M"^^xsd:dayTimeDuration'],
      ['TIMEZONE("2026-01-01T00:00:00"^^xsd:dateTime)', ERROR],
      ['TZ("2026-01-01T00:00:00"^^xsd:dateTime)', '""'],
    ],
  ],
];

/** Of an aggregate, over the values of one group. */
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
