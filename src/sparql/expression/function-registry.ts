/**
 * All functions that a query can call, each with all its facts in one row: arity, whether it is deterministic, cost,
 * help for the editor. A new built-in function is a row in the file of its section; a function by IRI is a row in
 * `BY_IRI`. Everything else reads the rows.
 */
import type { Expression } from '../algebra/algebra.ts';
import { AGGREGATES } from './functions/aggregate-facts.ts';
import { CASTS } from './functions/casts.ts';
import { DATE_FUNCTIONS } from './functions/dates.ts';
import { FORMS } from './functions/forms.ts';
import { HASH_FUNCTIONS } from './functions/hashes.ts';
import { NUMBER_FUNCTIONS } from './functions/numbers.ts';
import { OPERATORS } from './functions/operators.ts';
import { REGEX_FUNCTIONS } from './functions/regex.ts';
import { STRING_FUNCTIONS } from './functions/strings.ts';
import type { FunctionFacts, FunctionHelp, SparqlFunction } from './functions/sparql-function.ts';
import { TERM_FUNCTIONS } from './functions/terms.ts';

export type { FunctionContext, SparqlFunction } from './functions/sparql-function.ts';

/** By the parser's name for them. https://www.w3.org/TR/sparql11-query/#SparqlOps */
export const BUILT_IN: ReadonlyMap<string, SparqlFunction> = new Map([
  ...OPERATORS,
  ...TERM_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...REGEX_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...HASH_FUNCTIONS,
]);

/** By IRI. https://www.w3.org/TR/sparql11-query/#extensionFunctions */
export const BY_IRI: ReadonlyMap<string, SparqlFunction> = new Map(CASTS);

const FACTS: ReadonlyMap<string, FunctionFacts> = new Map<string, FunctionFacts>([
  ...FORMS,
  ...BUILT_IN,
]);

/** The facts about the function that an expression calls; undefined for an unknown one. */
export const factsOf = (
  expression: Expression & { readonly kind: 'call' | 'named' },
): FunctionFacts | undefined =>
  expression.kind === 'named' ? BY_IRI.get(expression.iri) : FACTS.get(expression.operator);

/** Whether every function of an expression has the property. EXISTS has none of its own. */
export function everyFunction(
  expression: Expression,
  holds: (facts: FunctionFacts) => boolean,
): boolean {
  switch (expression.kind) {
    case 'variable':
    case 'constant':
    case 'exists':
      return true;
    case 'call':
    case 'named': {
      const facts = factsOf(expression);
      return (
        (!facts || holds(facts)) &&
        expression.args.every((argument) => everyFunction(argument, holds))
      );
    }
  }
}

export interface DescribedFunction extends FunctionHelp {
  /** As it is written in queries. */
  readonly name: string;
}

/** What the editor offers. */
export const DESCRIBED_FUNCTIONS: readonly DescribedFunction[] = [
  ...Object.entries(AGGREGATES),
  ...FACTS,
].flatMap(([name, { help }]) => (help ? [{ name: name.toUpperCase(), ...help }] : []));
