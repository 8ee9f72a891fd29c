/** An answer as bytes of a format. */
import {
  type Prefixes,
  type Quad,
  RDF_FORMATS,
  terms as makeTerms,
  writeRdf,
} from '../rdf/index.ts';
import type { Answer } from './answer.ts';
import { explain } from './plan/explain.ts';
import type { QueryForm } from './syntax/parse.ts';
import { encode } from './results/byte-writer.ts';
import { writeLines } from './results/lines.ts';
import { RESULT_FORMATS } from './results/result-format.ts';
import { TERMS_FORMAT, writeQuadsAsTerms } from './results/terms.ts';
import { type SolutionFormat, writeSolutions } from './results/write-solutions.ts';

const SOLUTION_FORMATS: ReadonlyMap<string, SolutionFormat> = new Map<string, SolutionFormat>([
  ...RESULT_FORMATS.map(({ name, solutions }) => [name, solutions] as const),
  ['terms', TERMS_FORMAT],
]);

/** Bytes as they are made. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * The answer in chunks, the first of which is available with the first rows.
 * @param format short name of a result format or an RDF format; "explain" for the plan; "terms" between threads.
 */
export function writeAnswer(answer: Answer, format: string, prefixes: Prefixes): Chunks {
  if (format === 'explain') return writePlan(answer, prefixes);
  const { result, terms } = answer;
  if (result.kind === 'triples') {
    if (format === 'terms') return writeQuadsAsTerms(result.batches, terms);
    if (format === 'ntriples' || format === 'nquads') return writeLines(result.batches, terms);
    return writeGraph(answer, format, prefixes);
  }
  const solutionFormat = SOLUTION_FORMATS.get(format);
  if (!solutionFormat) throw new Error(`solutions have no format ${format}`);
  return result.kind === 'boolean'
    ? [encode(solutionFormat.boolean(result.value))]
    : writeSolutions(result, terms, solutionFormat);
}

/** Whether chunks of an answer are made without waiting for anything. */
export const isSynchronous = (form: QueryForm, format: string): boolean =>
  form === 'select' || form === 'ask'
    ? SOLUTION_FORMATS.has(format)
    : format === 'ntriples' || format === 'nquads';

/** Formats that group by subject need the complete graph. */
async function* writeGraph(
  { result, terms }: Answer,
  name: string,
  prefixes: Prefixes,
): AsyncIterable<Uint8Array> {
  const format = RDF_FORMATS.find((candidate) => candidate.name === name);
  if (!format || result.kind !== 'triples') throw new Error(`a graph has no format ${name}`);
  const quads: Quad[] = [];
  for (const { columns, length } of result.batches)
    for (let row = 0; row < length; row += 1) {
      const [subject, predicate, object] = columns.map((column) =>
        terms.termOf(column[row] as number),
      );
      quads.push(makeTerms.quad(subject as never, predicate as never, object as never));
    }
  yield encode(await writeRdf(quads, format, prefixes));
}

/** Evaluates the query to its end and explains its plan. */
function* writePlan(
  { result, plan, counts, terms }: Answer,
  prefixes: Prefixes,
): Iterable<Uint8Array> {
  if (result.kind !== 'boolean') for (const _ of result.batches);
  yield encode(`${explain(plan, { terms, prefixes, counts })}\n`);
}
