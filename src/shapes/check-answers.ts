/** Whether the saved queries give the answers that are expected of them. */
import { GraphpressError } from '../errors.ts';
import {
  type AnswerTable,
  compareAnswers,
  type SavedQuery,
  toAnswerTable,
} from '../queries/index.ts';
import type { Engine, Solution } from '../sparql/index.ts';
import { type CheckSection, count, type Finding } from './report.ts';
import type { CheckSubject } from './subject.ts';

/** Rows that a finding prints. */
const SHOWN_ROWS = 3;

export async function checkAnswers({
  queries,
  expected,
  engine,
}: CheckSubject): Promise<CheckSection> {
  const findings: Finding[] = [];
  for (const name of expected.keys())
    if (!queries.some((query) => query.name === name))
      findings.push({
        severity: 'violation',
        subject: name,
        message: 'has an expected answer but no query',
      });
  let compared = 0;
  let right = 0;
  for (const query of queries) {
    const table = expected.get(query.name);
    if (!table) continue;
    compared += 1;
    const message = await differenceOf(query, table, engine).catch(reasonOf);
    if (message === undefined) right += 1;
    else findings.push({ severity: 'violation', subject: query.name, message });
  }
  if (queries.length === 0)
    return { name: 'answers', summary: 'no saved queries', wasRun: false, findings };
  const without = queries.length - compared;
  return {
    name: 'answers',
    summary: `${right} of ${count(compared, 'expected answer')} given${without > 0 ? `; ${without} ${without === 1 ? 'query' : 'queries'} without one` : ''}`,
    wasRun: true,
    findings,
  };
}

/** A query that cannot be answered at all is a finding like any other. */
function reasonOf(error: unknown): string {
  if (error instanceof GraphpressError) return error.message;
  throw error;
}

async function differenceOf(
  { query }: SavedQuery,
  expected: AnswerTable,
  engine: Engine,
): Promise<string | undefined> {
  const result = await engine.query({ query });
  if (result.kind !== 'solutions') return 'has an expected answer, but is no SELECT query';
  const solutions: Solution[] = [];
  for await (const solution of result.solutions) solutions.push(solution);
  const difference = compareAnswers(expected, toAnswerTable(result.variables, solutions), query);
  if (!difference) return undefined;
  if (difference.isOrderOnly) return 'gives the expected rows in another order';
  return [
    'does not give the expected answer',
    ...rows('missing', difference.missing),
    ...rows('unexpected', difference.unexpected),
  ].join('; ');
}

function rows(kind: string, table: AnswerTable): string[] {
  const shown = table.slice(0, SHOWN_ROWS).map((row) => `${kind}: ${row.join(' | ')}`);
  return table.length > SHOWN_ROWS
    ? [...shown, `${table.length - SHOWN_ROWS} more ${kind}`]
    : shown;
}
