/**
 * Filters as tests of a row: true, false, or undefined for an error. Where ids alone decide, nothing is decoded;
 * a test of one variable is memoized by id, so that each term is tested once.
 */
import type { Expression } from '../algebra/algebra.ts';
import { variablesOf } from '../algebra/scope.ts';
import { comparedWithConstant } from './comparison.ts';
import { compile, type CompileContext, isDeterministic } from './compile.ts';
import { requiredText } from './required-text.ts';
import { effectiveBoolean, toValue } from '../values/value.ts';

export type Test = (columns: readonly Uint32Array[], row: number) => boolean | undefined;

export function compileTest(expression: Expression, context: CompileContext): Test {
  if (expression.kind === 'call') {
    const { operator, args } = expression;
    if (operator === '&&' || operator === '||')
      return logical(
        args.map((argument) => compileTest(argument, context)),
        operator === '||',
      );
    if (operator === '!' && args[0]) {
      const test = compileTest(args[0], context);
      return (columns, row) => {
        const holds = test(columns, row);
        return holds === undefined ? undefined : !holds;
      };
    }
    const fast = compareNumbers(expression, context) ?? compareIris(expression, context);
    if (fast) return fast;
  }
  const evaluate = compile(expression, context);
  const test: Test = (columns, row) => {
    const value = evaluate(columns, row);
    return value && effectiveBoolean(value);
  };
  return memoizeByTermId(expression, test, context) ?? test;
}

/** https://www.w3.org/TR/sparql11-query/#func-logical-or */
function logical(tests: readonly Test[], shortCircuitValue: boolean): Test {
  return (columns, row) => {
    let isError = false;
    for (const test of tests) {
      const holds = test(columns, row);
      if (holds === shortCircuitValue) return shortCircuitValue;
      if (holds === undefined) isError = true;
    }
    return isError ? undefined : !shortCircuitValue;
  };
}

/** A number of the store against a number: their doubles decide unless they are the same. */
function compareNumbers(
  expression: Expression & { kind: 'call' },
  context: CompileContext,
): Test | undefined {
  const compared = comparedWithConstant(expression);
  if (!compared || compared.operator === 'sameterm') return undefined;
  const constant = toValue(compared.term);
  if (constant.kind !== 'number') return undefined;
  const column = context.variables.indexOf(compared.name);
  if (column < 0) return () => undefined;
  const { dictionary } = context.terms;
  const [start, end] = dictionary.ranges.numbers;
  const limit = constant.number;
  const exactly = compile(expression, context);
  const { operator } = compared;
  const whenBelow = operator === '<' || operator === '<=' || operator === '!=';
  const whenAbove = operator === '>' || operator === '>=' || operator === '!=';
  return (columns, row) => {
    const id = (columns[column] as Uint32Array)[row] as number;
    if (id >= start && id < end) {
      const number = dictionary.numberOf(id as never);
      if (number < limit) return whenBelow;
      if (number > limit) return whenAbove;
    }
    const value = exactly(columns, row);
    return value && effectiveBoolean(value);
  };
}

/** An IRI equals itself alone. https://www.w3.org/TR/sparql11-query/#func-RDFterm-equal */
function compareIris(
  expression: Expression & { kind: 'call' },
  context: CompileContext,
): Test | undefined {
  const compared = comparedWithConstant(expression);
  if (compared?.term.termType !== 'NamedNode') return undefined;
  const isEqual = compared.operator === '=';
  if (!isEqual && compared.operator !== '!=') return undefined;
  const column = context.variables.indexOf(compared.name);
  if (column < 0) return () => undefined;
  const iri = context.terms.intern(compared.term);
  return (columns, row) => {
    const id = (columns[column] as Uint32Array)[row] as number;
    return id === 0 ? undefined : (id === iri) === isEqual;
  };
}

const UNKNOWN = 0;
const HOLDS = 1;
const FAILS = 2;
const ERROR = 3;

/** As many bytes are searched for a text in the time that one row is tested. */
const BYTES_PER_ROW = 2000;

/** Rows after which a memo of all ids saves enough time to justify its memory. */
const MEMOIZE_AFTER_ROWS = 512;

function memoizeByTermId(
  expression: Expression,
  test: Test,
  { variables, terms }: CompileContext,
): Test | undefined {
  const names = [...variablesOf(expression)];
  if (names.length !== 1 || expression.kind === 'variable' || !isDeterministic(expression))
    return undefined;
  const column = variables.indexOf(names[0] as string);
  if (column < 0) return undefined;
  const { dictionary } = terms;
  const required = requiredText(expression);
  const [start, end] = dictionary.ranges.strings;
  const textBytes = (dictionary.offsets[end] as number) - (dictionary.offsets[start] as number);
  const searchRows = required ? Math.max(MEMOIZE_AFTER_ROWS, textBytes / BYTES_PER_ROW) : Infinity;
  let memo: Uint8Array | undefined;
  let rows = 0;
  let canUseTextIndex = true;
  return (columns, row) => {
    const id = (columns[column] as Uint32Array)[row] as number;
    rows += 1;
    if (!memo) {
      if (rows < MEMOIZE_AFTER_ROWS) {
        const holds = test(columns, row);
        // An invalid pattern is an error for every text, also for those that the index excludes.
        if (holds === undefined) canUseTextIndex = false;
        return holds;
      }
      memo = new Uint8Array(dictionary.size + 1);
    }
    if (rows > searchRows && required && canUseTextIndex) {
      canUseTextIndex = false;
      const holding = dictionary.idsHolding([start, end], required.text);
      const earlier = memo.slice(start, end);
      memo.fill(FAILS, start, end);
      for (const text of holding) memo[text] = earlier[text - start] as number;
    }
    if (id >= memo.length) return test(columns, row);
    switch (memo[id]) {
      case UNKNOWN: {
        const holds = test(columns, row);
        memo[id] = holds === undefined ? ERROR : holds ? HOLDS : FAILS;
        return holds;
      }
      case HOLDS:
        return true;
      case FAILS:
        return false;
      default:
        return undefined;
    }
  };
}
