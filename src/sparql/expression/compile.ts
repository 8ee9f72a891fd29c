/**
 * Expressions as functions of a row. Errors of evaluation are `undefined`.
 * https://www.w3.org/TR/sparql11-query/#evaluation
 */
import type { ConcreteTerm } from '../../rdf/index.ts';
import type { Expression } from '../algebra/algebra.ts';
import { isInternal } from '../algebra/variables.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import {
  BUILT_IN,
  BY_IRI,
  factsOf,
  type FunctionContext,
  type SparqlFunction,
} from './function-registry.ts';
import { equals } from '../values/compare.ts';
import { effectiveBoolean, FALSE, toValue, TRUE, type Value } from '../values/value.ts';
import { unanswerable } from '../errors/evaluation-error.ts';

/** The value of an expression for row `row` of the columns. */
export type Evaluate = (columns: readonly Uint32Array[], row: number) => Value | undefined;

export interface CompileContext {
  /** The columns by name. */
  readonly variables: readonly string[];
  readonly terms: QueryTerms;
  readonly functions: FunctionContext;
  /** Answers EXISTS for a row of the batch at hand. */
  readonly exists: (expression: Expression & { kind: 'exists' }) => (row: number) => boolean;
}

/** @throws {GraphpressError} `query-evaluation` for an unknown function. */
export function compile(expression: Expression, context: CompileContext): Evaluate {
  switch (expression.kind) {
    case 'constant': {
      const value = toValue(expression.term as ConcreteTerm);
      return () => value;
    }
    case 'variable': {
      const { terms } = context;
      const column = context.variables.indexOf(expression.name);
      if (column < 0) return () => undefined;
      return (columns, row) => {
        const id = (columns[column] as Uint32Array)[row] as number;
        return id === 0 ? undefined : terms.valueOf(id);
      };
    }
    case 'exists': {
      const found = context.exists(expression);
      const { isNegated } = expression;
      return (_, row) => (found(row) !== isNegated ? TRUE : FALSE);
    }
    case 'named': {
      const called = BY_IRI.get(expression.iri);
      if (!called) throw unanswerable(`the function <${expression.iri}> is not known here`);
      return compileCall(called, expression.iri, compileAll(expression.args, context), context);
    }
    case 'call':
      return compileOperator(expression, context);
  }
}

const compileAll = (args: readonly Expression[], context: CompileContext): Evaluate[] =>
  args.map((argument) => compile(argument, context));

function compileOperator(
  { operator, args }: Expression & { kind: 'call' },
  context: CompileContext,
): Evaluate {
  switch (operator) {
    case 'bound':
      return compileBound(args[0], context);
    case '&&':
      return logical(compileAll(args, context), false);
    case '||':
      return logical(compileAll(args, context), true);
    case 'if': {
      const [condition, yes, no] = compileAll(args, context) as [Evaluate, Evaluate, Evaluate];
      return (columns, row) => {
        const value = condition(columns, row);
        const isTrue = value && effectiveBoolean(value);
        if (isTrue === undefined) return undefined;
        return isTrue ? yes(columns, row) : no(columns, row);
      };
    }
    case 'coalesce': {
      const choices = compileAll(args, context);
      return (columns, row) => {
        for (const choice of choices) {
          const value = choice(columns, row);
          if (value) return value;
        }
        return undefined;
      };
    }
    case 'in':
    case 'notin':
      return compileIn(compileAll(args, context), operator === 'notin');
    default: {
      const called = BUILT_IN.get(operator);
      if (!called) throw unanswerable(`the function ${operator.toUpperCase()} is not known here`);
      return compileCall(
        called,
        operator,
        compileAll(withoutUnboundNumber(args, context), context),
        context,
      );
    }
  }
}

/** Without the number of the solution where none was given out: in a filter, a label alone has no meaning. */
function withoutUnboundNumber(
  args: readonly Expression[],
  { variables }: CompileContext,
): readonly Expression[] {
  return args.filter(
    (argument) =>
      argument.kind !== 'variable' ||
      !isInternal(argument.name) ||
      variables.includes(argument.name),
  );
}

/** https://www.w3.org/TR/sparql11-query/#func-bound */
function compileBound(argument: Expression | undefined, { variables }: CompileContext): Evaluate {
  if (argument?.kind !== 'variable') return () => (argument ? TRUE : undefined);
  const column = variables.indexOf(argument.name);
  if (column < 0) return () => FALSE;
  return (columns, row) => ((columns[column] as Uint32Array)[row] === 0 ? FALSE : TRUE);
}

/** Three-valued logic: one decisive value beats an error. https://www.w3.org/TR/sparql11-query/#func-logical-or */
function logical(operands: readonly Evaluate[], shortCircuitValue: boolean): Evaluate {
  return (columns, row) => {
    let isError = false;
    for (const operand of operands) {
      const value = operand(columns, row);
      const isTrue = value && effectiveBoolean(value);
      if (isTrue === shortCircuitValue) return shortCircuitValue ? TRUE : FALSE;
      if (isTrue === undefined) isError = true;
    }
    if (isError) return undefined;
    return shortCircuitValue ? FALSE : TRUE;
  };
}

/** https://www.w3.org/TR/sparql11-query/#func-in */
function compileIn([tested, ...choices]: readonly Evaluate[], isNegated: boolean): Evaluate {
  return (columns, row) => {
    const value = tested?.(columns, row);
    if (!value) return undefined;
    let isError = false;
    for (const choice of choices) {
      const other = choice(columns, row);
      const isEqual = other && equals(value, other);
      if (isEqual) return isNegated ? FALSE : TRUE;
      if (isEqual === undefined) isError = true;
    }
    if (isError) return undefined;
    return isNegated ? TRUE : FALSE;
  };
}

function compileCall(
  called: SparqlFunction,
  name: string,
  args: readonly Evaluate[],
  { functions }: CompileContext,
): Evaluate {
  if (args.length < called.minArity || args.length > called.maxArity)
    throw unanswerable(`${name} does not take ${args.length} arguments`);
  const { call } = called;
  return (columns, row) => {
    const values: Value[] = [];
    for (const argument of args) {
      const value = argument(columns, row);
      if (!value) return undefined;
      values.push(value);
    }
    return call(values, functions);
  };
}

/** Whether equal arguments always give an equal value, so that it may be cached. */
export function isDeterministic(expression: Expression): boolean {
  switch (expression.kind) {
    case 'variable':
    case 'constant':
      return true;
    case 'exists':
      return false;
    case 'named':
    case 'call':
      return (
        (factsOf(expression)?.isDeterministic ?? true) && expression.args.every(isDeterministic)
      );
  }
}
