/** Text in, chunks out, within limits: what a worker does with a job. */
import type { Prefixes } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { answerQuery, type AnswerOptions } from '../answer.ts';
import { startTranslating } from '../translate-text.ts';
import { writeAnswer } from '../write-answer.ts';

export interface AnsweringOptions {
  readonly baseIri: string;
  readonly prefixes: Prefixes;
  readonly maxBytes: number;
}

export interface QueryJob extends Pick<AnswerOptions, 'bindings' | 'dataset'> {
  readonly text: string;
  readonly format: string;
  readonly timeoutMs: number;
  readonly isCancelled: () => boolean;
}

export interface QueryAnswerer {
  /** @throws {GraphpressError} */
  answer(job: QueryJob): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export function startAnswering(
  store: Store,
  { baseIri, prefixes, maxBytes }: AnsweringOptions,
): QueryAnswerer {
  const translate = startTranslating(baseIri);
  return {
    answer: ({ text, format, timeoutMs, isCancelled, bindings, dataset }) => {
      const deadlineMs = performance.now() + timeoutMs;
      const answer = answerQuery(store, translate(text), {
        baseIri,
        limits: { deadlineMs, timeoutMs, maxBytes, isCancelled },
        ...(bindings && { bindings }),
        ...(dataset && { dataset }),
      });
      return writeAnswer(answer, format, prefixes);
    },
  };
}
