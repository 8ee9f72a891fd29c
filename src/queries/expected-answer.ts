/** Expected answers of saved queries, as SPARQL CSV, and their comparison with actual answers. */
import { parse } from 'csv-parse/sync';
import { GraphpressError } from '../errors.ts';
import { csvValue, type Solution } from '../sparql/index.ts';

/** Rows of values; the first row names the variables. */
export type AnswerTable = readonly (readonly string[])[];

/** The difference between two answers: missing rows, unexpected rows, or the order only. */
export interface AnswerDifference {
  readonly missing: AnswerTable;
  readonly unexpected: AnswerTable;
  readonly isOrderOnly: boolean;
}

/** @throws {GraphpressError} `expected-answer` for text that is not CSV. */
export function readExpectedAnswer(text: string): AnswerTable {
  try {
    return parse(text, { relaxColumnCount: true }) as string[][];
  } catch (error) {
    throw new GraphpressError('expected-answer', (error as Error).message, {}, { cause: error });
  }
}

/** An answer with the values that CSV has for its terms. */
export function toAnswerTable(
  variables: readonly string[],
  solutions: readonly Solution[],
): AnswerTable {
  return [
    variables,
    ...solutions.map((solution) => solution.map((term) => (term ? csvValue(term) : ''))),
  ];
}

/** The differences; undefined for equal answers. Order is compared if the query has ORDER BY. */
export function compareAnswers(
  expected: AnswerTable,
  actual: AnswerTable,
  { isOrdered }: { readonly isOrdered: boolean },
): AnswerDifference | undefined {
  const missing = minus(expected, actual);
  const unexpected = minus(actual, expected);
  if (missing.length + unexpected.length > 0) return { missing, unexpected, isOrderOnly: false };
  const sameOrder = expected.every((row, index) => rowKey(row) === rowKey(actual[index] ?? []));
  return isOrdered && !sameOrder ? { missing, unexpected, isOrderOnly: true } : undefined;
}

/** The multiset difference: rows of `left` that are not in `right`. */
function minus(left: AnswerTable, right: AnswerTable): AnswerTable {
  const counts = new Map<string, number>();
  for (const row of right) counts.set(rowKey(row), (counts.get(rowKey(row)) ?? 0) + 1);
  return left.filter((row) => {
    const count = counts.get(rowKey(row)) ?? 0;
    counts.set(rowKey(row), count - 1);
    return count <= 0;
  });
}

const rowKey = (row: readonly string[]) => JSON.stringify(row);
