/** The answer that a query gives against the one it must give. */
import { describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import {
  type AnswerTable,
  compareAnswers,
  readExpectedAnswer,
  toAnswerTable,
} from '../../src/queries/index.ts';
import { terms, xsd } from '../../src/rdf/index.ts';

const HEAD = ['a', 'b'];
const [ONE, TWO, THREE] = [
  ['1', 'x'],
  ['2', 'x'],
  ['3', 'x'],
] as const;
const table = (...rows: readonly (readonly string[])[]): AnswerTable => [HEAD, ...rows];

describe('reading an expected answer', () => {
  it.each([
    ['with lines that end in CRLF', 'a,b\r\n1,x\r\n', [HEAD, ['1', 'x']]],
    ['with lines that end in LF, the last one without', 'a,b\n1,x', [HEAD, ['1', 'x']]],
    ['with quotes, commas and line ends in values', 'a\n"x, ""y""\nz"\n', [['a'], ['x, "y"\nz']]],
    ['with empty values', 'a,b\n,\n', [HEAD, ['', '']]],
    ['that has a header alone', 'a,b\n', [HEAD]],
    ['with rows of uneven length, which are compared as they are', 'a,b\n1\n', [HEAD, ['1']]],
  ])('takes CSV %s', (_, text, expected) => {
    expect(readExpectedAnswer(text)).toEqual(expected);
  });

  it('says what is no CSV', () => {
    const read = () => readExpectedAnswer('a,b\n"open,x\n');
    expect(read).toThrow(GraphpressError);
    expect(read).toThrow(/^Quote Not Closed/);
  });
});

describe('an answer as a table', () => {
  it('has the values that CSV has', () => {
    const solutions = [
      [terms.namedNode('http://e/a'), undefined],
      [terms.literal('您好', 'zh-Hans'), terms.literal('7', terms.namedNode(xsd('integer').value))],
    ];
    expect(toAnswerTable(HEAD, solutions)).toEqual([HEAD, ['http://e/a', ''], ['您好', '7']]);
  });
});

const SAME = undefined;
const ROWS = [
  ['the same rows', table(ONE, TWO), table(ONE, TWO), true, SAME],
  ['no rows', table(), table(), true, SAME],
  [
    'rows in another order where order counts',
    table(ONE, TWO),
    table(TWO, ONE),
    true,
    { missing: [], unexpected: [], isOrderOnly: true },
  ],
  ['rows in another order where none does', table(ONE, TWO), table(TWO, ONE), false, SAME],
  [
    'a row too few',
    table(ONE, TWO),
    table(ONE),
    true,
    { missing: [TWO], unexpected: [], isOrderOnly: false },
  ],
  [
    'a row too many',
    table(ONE),
    table(ONE, TWO),
    false,
    { missing: [], unexpected: [TWO], isOrderOnly: false },
  ],
  [
    'another row',
    table(ONE, TWO),
    table(ONE, THREE),
    true,
    { missing: [TWO], unexpected: [THREE], isOrderOnly: false },
  ],
  [
    'a row twice instead of once',
    table(ONE),
    table(ONE, ONE),
    false,
    { missing: [], unexpected: [ONE], isOrderOnly: false },
  ],
  [
    'a row once instead of twice',
    table(ONE, ONE),
    table(ONE),
    false,
    { missing: [ONE], unexpected: [], isOrderOnly: false },
  ],
  [
    'other variables',
    table(ONE),
    [['a', 'c'], ONE],
    true,
    { missing: [HEAD], unexpected: [['a', 'c']], isOrderOnly: false },
  ],
  [
    'values that only look alike when joined',
    table(['1,x', '']),
    table(['1', 'x']),
    true,
    { missing: [['1,x', '']], unexpected: [['1', 'x']], isOrderOnly: false },
  ],
] as const;

describe('comparing answers', () => {
  it.each(ROWS)('finds %s', (_, expected, actual, isOrdered, difference) => {
    expect(compareAnswers(expected, actual, { isOrdered })).toEqual(difference);
  });
});
