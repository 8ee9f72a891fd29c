/** Text in, chunks out, within limits: what a worker does with a job. */
import type { Prefixes } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { type AnswerOptions, startAnswer } from '../answer.ts';
import { answerFederated, isOwnEndpoint } from '../answer-federated.ts';
import { parseQuery } from '../syntax/parse.ts';
import { encode } from '../results/byte-writer.ts';
import { serviceClient } from '../service/service-client.ts';
import { readServiceTargets } from '../service/service-targets.ts';
import { startTranslating } from '../translate-text.ts';
import { type Chunks, writeAnswer } from '../write-answer.ts';
import { startPreparing } from './prepared-queries.ts';

export interface AnsweringOptions {
  readonly baseIri: string;
  readonly prefixes: Prefixes;
  readonly maxBytes: number;
  readonly serviceAllow: readonly string[];
}

export interface QueryJob extends Pick<AnswerOptions, 'bindings' | 'dataset'> {
  readonly text: string;
  readonly format: string;
  readonly timeoutMs: number;
  readonly isCancelled: () => boolean;
  readonly endpoint: string | undefined;
  readonly isFederated: boolean;
}

export interface QueryAnswerer {
  /** @throws {GraphpressError} */
  answer(job: QueryJob): Chunks;
}

export function startAnswering(
  store: Store,
  { baseIri, prefixes, maxBytes, serviceAllow }: AnsweringOptions,
): QueryAnswerer {
  const prepare = startPreparing(store, baseIri);
  const translate = startTranslating(baseIri);
  const client = serviceClient(readServiceTargets(serviceAllow));
  // The grammar is built here, and not while the clock of the first query runs.
  translate('ASK {}');
  return {
    answer: ({ text, format, timeoutMs, isCancelled, bindings, dataset, ...job }) => {
      // For who must know what a query is before anybody answers it.
      if (format === 'facts') {
        const { text: _, ...facts } = parseQuery(text);
        return [encode(JSON.stringify(facts))];
      }
      const limits = {
        deadlineMs: performance.now() + timeoutMs,
        timeoutMs,
        maxBytes,
        isCancelled,
      };
      const wanted: AnswerOptions = {
        baseIri,
        limits,
        ...(bindings && { bindings }),
        ...(dataset && { dataset }),
      };
      if (!job.isFederated)
        return withPauses(
          writeAnswer(startAnswer(prepare(text, wanted), wanted), format, prefixes),
          limits,
        );
      const query = translate(text);
      const isOwn = isOwnEndpoint(baseIri, job.endpoint);
      return (async function* federated() {
        const answer = await answerFederated(store, query, wanted, { client, isOwn, translate });
        yield* withPauses(writeAnswer(answer, format, prefixes), limits);
      })();
    },
  };
}

/** The deadline is for computing: waiting for the reader of a chunk does not count. */
function withPauses(chunks: Chunks, limits: { deadlineMs: number }): Chunks {
  let pausedMs = 0;
  const pause = () => (pausedMs = performance.now());
  const goOn = () => (limits.deadlineMs += performance.now() - pausedMs);
  if (Symbol.iterator in chunks)
    return (function* paused() {
      for (const chunk of chunks) {
        pause();
        yield chunk;
        goOn();
      }
    })();
  return (async function* paused() {
    for await (const chunk of chunks) {
      pause();
      yield chunk;
      goOn();
    }
  })();
}
