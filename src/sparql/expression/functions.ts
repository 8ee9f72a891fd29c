/** All functions by the parser's name for them; the lazy ones (IF, COALESCE, BOUND, && …) stand in compile.ts. */
import { CASTS as casts } from './functions/casts.ts';
import { DATE_FUNCTIONS } from './functions/dates.ts';
import { HASH_FUNCTIONS } from './functions/hashes.ts';
import { NUMBER_FUNCTIONS } from './functions/numbers.ts';
import { OPERATORS } from './functions/operators.ts';
import { REGEX_FUNCTIONS } from './functions/regex.ts';
import { STRING_FUNCTIONS } from './functions/strings.ts';
import type { SparqlFunction } from './functions/sparql-function.ts';
import { TERM_FUNCTIONS } from './functions/terms.ts';

export type { FunctionContext, SparqlFunction } from './functions/sparql-function.ts';

/** https://www.w3.org/TR/sparql11-query/#SparqlOps */
export const FUNCTIONS: ReadonlyMap<string, SparqlFunction> = new Map([
  ...OPERATORS,
  ...TERM_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...REGEX_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...HASH_FUNCTIONS,
]);

/** Constructor functions, by the IRI of the datatype. https://www.w3.org/TR/sparql11-query/#FunctionMapping */
export const CASTS: ReadonlyMap<string, SparqlFunction> = casts;
