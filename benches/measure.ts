/** The same questions to every system in turn, round after round, so that a busy machine is busy for all. */
import { setTimeout as sleep } from 'node:timers/promises';
import { canonicalRows, differenceOf } from './answers.ts';
import { ask, AskError } from './ask.ts';
import { median } from './statistics.ts';
import type { RunningSystem } from './systems/system.ts';
import type { BenchQuery, QueryGroup } from './workload.ts';

export interface MeasureOptions {
  readonly rounds: number;
  readonly timeoutMs: number;
}

/** How one system did at one query. */
export type Outcome =
  | { readonly kind: 'answered'; readonly medianMs: number; readonly asked: number }
  /** It took at least so long. */
  | { readonly kind: 'timeout'; readonly medianMs: number }
  | { readonly kind: 'failed'; readonly message: string };

export interface QueryMeasurement {
  readonly query: string;
  readonly group: QueryGroup;
  /** The most rows that an answer had. */
  readonly rows: number;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Of a route that does nothing, asked in the same rounds. */
  readonly bareMs: number;
  /** Systems whose answers differ from those of the first, and how. */
  readonly differences: Readonly<Record<string, string>>;
}

/** A system that is quick at a query is asked it so many times oftener than one that is slow. */
const QUICK_FACTOR = 10;
/** For how long a system is asked one query, beyond the rounds that all have. */
const EXTRA_MS = 1000;
/** No system is asked one query for longer than this, once it has been measured. */
const BUDGET_MS = 15_000;
const COMPARED = 3;
/** Long enough for a server to notice that nobody waits any more. */
const RECOVERY_MS = 120_000;

/**
 * Questions to one system before the next has its turn. One at a time would measure how fast each gets its data back
 * into the caches of the processor after the others.
 */
const BLOCK = 10;

export interface Asked {
  readonly systems: readonly RunningSystem[];
  readonly bare: RunningSystem;
}

/** Asks one query of all systems. The first system's answers are those that others are compared with. */
export async function measureQuery(
  query: BenchQuery,
  { systems, bare }: Asked,
  { rounds, timeoutMs }: MeasureOptions,
): Promise<QueryMeasurement> {
  const runs = systems.map((system) => new Run(system, timeoutMs));
  const bareRun = new Run(bare, timeoutMs);
  const { rows, differences } = await compareAnswers(query, runs);
  const count = rounds * QUICK_FACTOR;
  for (let from = 0; from < count; from += BLOCK)
    for (const run of [...runs, bareRun])
      for (let round = from; round < Math.min(count, from + BLOCK); round += 1)
        await run.measure(textOf(query, COMPARED + round), rounds);
  const outcomes = Object.fromEntries(runs.map((run) => [run.system.name, run.outcome()]));
  const bareOutcome = bareRun.outcome();
  if (bareOutcome.kind !== 'answered') throw new Error('the bare route does not answer');
  const bareMs = bareOutcome.medianMs;
  return { query: query.name, group: query.group, rows, bareMs, outcomes, differences };
}

/** The warm-up is the comparison. */
async function compareAnswers(
  query: BenchQuery,
  runs: readonly Run[],
): Promise<{ rows: number; differences: Record<string, string> }> {
  const differences: Record<string, string> = {};
  let rows = 0;
  for (let index = 0; index < Math.min(COMPARED, Math.max(2, query.texts.length)); index += 1) {
    let expected: readonly string[] | undefined;
    for (const run of runs) {
      const body = await run.warm(textOf(query, index));
      if (!body) continue;
      const actual = canonicalRows(body);
      expected ??= actual;
      rows = Math.max(rows, expected.length);
      const difference = differenceOf(expected, actual);
      if (difference !== undefined) differences[run.system.name] ??= difference;
    }
  }
  return { rows, differences };
}

function textOf({ texts }: BenchQuery, index: number): string {
  return texts[index % texts.length] as string;
}

/** One system at one query: stops asking what failed, took too long, or has been measured enough. */
class Run {
  readonly system: RunningSystem;
  readonly #timeoutMs: number;
  readonly #times: number[] = [];
  #lastMs = 0;
  #spentMs = 0;
  #failure: Outcome | undefined;

  constructor(system: RunningSystem, timeoutMs: number) {
    this.system = system;
    this.#timeoutMs = timeoutMs;
  }

  /** The answer, without counting its time. */
  async warm(text: string): Promise<Buffer | undefined> {
    const body = await this.#ask(text);
    // What took so long once need not be asked again to be believed.
    if (body && this.#lastMs > BUDGET_MS) this.#times.push(this.#lastMs);
    return body;
  }

  async measure(text: string, rounds: number): Promise<void> {
    const asked = this.#times.length;
    if (asked > 0 && this.#spentMs > (asked < rounds ? BUDGET_MS : EXTRA_MS)) return;
    if (await this.#ask(text)) this.#times.push(this.#lastMs);
  }

  outcome(): Outcome {
    return (
      this.#failure ?? {
        kind: 'answered',
        medianMs: median(this.#times),
        asked: this.#times.length,
      }
    );
  }

  async #ask(text: string): Promise<Buffer | undefined> {
    if (this.#failure) return undefined;
    try {
      const { ms, body } = await ask(this.system.endpoint, text, { timeoutMs: this.#timeoutMs });
      this.#lastMs = ms;
      this.#spentMs += ms;
      return body;
    } catch (error) {
      if (error instanceof AskError && error.kind === 'timeout') {
        this.#failure = { kind: 'timeout', medianMs: this.#timeoutMs };
        await recovered(this.system);
      } else this.#failure = { kind: 'failed', message: String(error) };
      return undefined;
    }
  }
}

/** Waits until a system that was given up answers again, so that the next query is not measured behind the last. */
async function recovered({ endpoint, name }: RunningSystem): Promise<void> {
  await ask(endpoint, 'ASK { ?s ?p ?o }', { timeoutMs: RECOVERY_MS }).catch((error: unknown) => {
    console.error(`${name} has not recovered from a query that took too long: ${String(error)}`);
  });
  await sleep(0);
}
