/** Evaluates a job in a worker: query text to chunks of the result, within limits. */
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
import { createPreparedQueryCache } from './prepared-queries.ts';

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

export function createAnswerer(
  store: Store,
  { baseIri, prefixes, maxBytes, serviceAllow }: AnsweringOptions,
): QueryAnswerer {
  const prepare = createPreparedQueryCache(store, baseIri);
  const translate = startTranslating(baseIri);
  const client = serviceClient(readServiceTargets(serviceAllow));
  // Builds the grammar now, so that the deadline of the first query does not include it.
  translate('ASK {}');
  return {
    answer: ({ text, format, timeoutMs, isCancelled, bindings, dataset, ...job }) => {
      // Facts about the query only, for texts too long to be parsed in the main thread.
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
      const options: AnswerOptions = {
        baseIri,
        limits,
        ...(bindings && { bindings }),
        ...(dataset && { dataset }),
      };
      if (!job.isFederated)
        return excludePauses(
          writeAnswer(startAnswer(prepare(text, options), options), format, prefixes),
          limits,
        );
      const query = translate(text);
      const isOwn = isOwnEndpoint(baseIri, job.endpoint);
      return (async function* federated() {
        const answer = await answerFederated(store, query, options, { client, isOwn, translate });
        yield* excludePauses(writeAnswer(answer, format, prefixes), limits);
      })();
    },
  };
}

/** Moves the deadline by the time that the consumer takes between chunks: it limits computing time only. */
function excludePauses(chunks: Chunks, limits: { deadlineMs: number }): Chunks {
  let pausedMs = 0;
  const pause = () => (pausedMs = performance.now());
  const resume = () => (limits.deadlineMs += performance.now() - pausedMs);
  if (Symbol.iterator in chunks)
    return (function* paused() {
      for (const chunk of chunks) {
        pause();
        yield chunk;
        resume();
      }
    })();
  return (async function* paused() {
    for await (const chunk of chunks) {
      pause();
      yield chunk;
      resume();
    }
  })();
}
