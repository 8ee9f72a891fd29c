/** Text in, chunks out, within limits: what a worker does with a job. Texts that came before are not parsed again. */
import type { Prefixes } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { answerQuery, type AnswerOptions } from '../answer.ts';
import type { TranslatedQuery } from '../algebra.ts';
import { refuse } from '../embedded-engine.ts';
import { parseQuery } from '../parse.ts';
import { algebraOf } from '../query-algebra.ts';
import { RecentMap } from '../recent-map.ts';
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

/** Queries whose algebra is remembered. */
const MAX_REMEMBERED = 1000;

export function startAnswering(
  store: Store,
  { baseIri, prefixes, maxBytes }: AnsweringOptions,
): QueryAnswerer {
  const remembered = new RecentMap<string, TranslatedQuery>(MAX_REMEMBERED);
  const translate = (text: string): TranslatedQuery => {
    let translated = remembered.get(text);
    if (!translated) {
      const query = parseQuery(text);
      refuse(query);
      translated = algebraOf(query, baseIri);
      remembered.set(text, translated);
    }
    return translated;
  };
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
