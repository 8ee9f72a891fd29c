/** Many clients at once, and a quick client beside a slow query. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './ask.ts';
import { quantile } from './statistics.ts';
import type { RunningSystem } from './systems/system.ts';
import type { BenchQuery } from './workload.ts';

const CLIENTS = 16;
const SECONDS = 4;
const TIMEOUT_MS = 60_000;

/** Unbounded: three times everything, in a way that no count can shorten. Only a deadline ends it. */
const ENDLESS = `SELECT (COUNT(*) AS ?n) WHERE {
  ?a ?b ?c . ?d ?e ?f . ?g ?h ?i
  FILTER (STRLEN(STR(?c)) + STRLEN(STR(?f)) + STRLEN(STR(?i)) < 0)
}`;

export interface Concurrency {
  readonly clients: number;
  /** Answers in a second, of one client and of all. */
  readonly onePerSecond: number;
  readonly allPerSecond: number;
  readonly p99AloneMs: number;
  /** Beside a query that takes until its deadline. */
  readonly p99BesideMs: number;
  readonly slowQueryMs: number;
}

/** Measures a system with those queries that have parameters. */
export async function measureConcurrency(
  { endpoint }: RunningSystem,
  queries: readonly BenchQuery[],
): Promise<Concurrency> {
  const texts = queries.flatMap(({ texts: all }) => all.slice(0, 20));
  const point = queries[0]?.texts ?? [];
  await askFor(endpoint, texts, 1);
  const one = await askFor(endpoint, texts, SECONDS);
  const all = await Promise.all(
    Array.from({ length: CLIENTS }, (_, client) => askFor(endpoint, texts, SECONDS, client * 37)),
  );
  const alone = await askFor(endpoint, point, SECONDS);
  const startedMs = performance.now();
  let slowQueryMs = 0;
  const slow = ask(endpoint, ENDLESS, { timeoutMs: TIMEOUT_MS })
    .catch(() => {})
    .then(() => {
      slowQueryMs = performance.now() - startedMs;
    });
  // The slow query must be at work before anybody is measured beside it.
  await sleep(500);
  const beside = await askFor(endpoint, point, SECONDS);
  await slow;
  return {
    clients: CLIENTS,
    onePerSecond: one.length / SECONDS,
    allPerSecond: all.flat().length / SECONDS,
    p99AloneMs: quantile(alone, 0.99),
    p99BesideMs: quantile(beside, 0.99),
    slowQueryMs,
  };
}

/** The times of one client's answers, for so many seconds. */
async function askFor(
  endpoint: string,
  texts: readonly string[],
  seconds: number,
  offset = 0,
): Promise<number[]> {
  const times: number[] = [];
  const endMs = performance.now() + seconds * 1000;
  for (let index = offset; performance.now() < endMs; index += 1) {
    const text = texts[index % texts.length] as string;
    times.push((await ask(endpoint, text, { timeoutMs: TIMEOUT_MS })).ms);
  }
  return times;
}
