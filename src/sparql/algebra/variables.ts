/**
 * Variables that the engine adds to a query: columns of plans that no query can name. Names of variables are strings
 * throughout; this module alone makes and recognises internal ones, by a first character that SPARQL does not allow.
 * https://www.w3.org/TR/sparql11-query/#rVARNAME
 */
const MARK = ' ';

const internal = (id: string): string => `${MARK}${id}`;

/** The number of a row among the outer rows that a correlated plan starts from. */
export const ROW_NUMBER: string = internal('row');

/** The number of a solution, which decides what BNODE("label") gives. */
export const SOLUTION_NUMBER: string = internal('solution');

/** The graph of a GRAPH clause whose variable is bound inside of the clause, too. */
export const graphVariable = (scope: number): string => internal(`graph ${scope}`);

/** Denotes the graph of a scope among the values that are substituted. */
export const scopeVariable = (scope: number): string => internal(`scope ${scope}`);

export const isInternal = (name: string): boolean => name.startsWith(MARK);
