/** `npm run bench`: this program beside others, on the same data, in the same run. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { judge } from './bars.ts';
import { corpusOf, syntheticCorpus } from './corpus.ts';
import type { BenchRun, Startup } from './figures.ts';
import { measureConcurrency } from './load.ts';
import { measureQuery, type QueryMeasurement } from './measure.ts';
import { type BenchOptions, HELP, readOptions } from './options.ts';
import { report } from './report.ts';
import { startGraphpress } from './systems/graphpress.ts';
import type { RunningSystem, StartOptions, SystemName } from './systems/system.ts';
import { startThin } from './systems/thin.ts';
import { isVirtuosoInstalled, startVirtuoso } from './systems/virtuoso.ts';
import { warmUp } from './warm-up.ts';
import { ownQueries, queriesOf } from './workload.ts';

/** What a process frees after it has loaded is not held against it. */
const SETTLE_MS = 1500;

const options = readOptions(process.argv.slice(2));
if (options === 'help') console.log(HELP);
else process.exitCode = await bench(options);

async function bench(asked: BenchOptions): Promise<number> {
  const corpus = asked.data === undefined ? syntheticCorpus(asked.quads) : corpusOf(asked.data);
  const queries =
    asked.queries === undefined ? ownQueries(corpus) : queriesOf(asked.queries, corpus);
  const start: StartOptions = {
    corpus,
    timeoutSeconds: asked.timeoutSeconds,
    workers: asked.workers,
  };
  const running: RunningSystem[] = [];
  try {
    const startups: Startup[] = [];
    for (const name of asked.systems.filter(isInstalled)) {
      note(`starting ${name}`);
      const { system, startup } = await startMeasured(name, start);
      running.push(system);
      startups.push(startup);
    }
    const bare = await startThin('bare');
    running.push(bare);
    const systems = running.filter((system) => system !== bare);
    for (const system of running) {
      note(`warming up ${system.name}`);
      await warmUp(system, queries);
    }
    const measurements: QueryMeasurement[] = [];
    for (const query of queries) {
      note(`asking ${query.name}`);
      const timeoutMs = asked.timeoutSeconds * 1000;
      measurements.push(
        await measureQuery(query, { systems, bare }, { rounds: asked.rounds, timeoutMs }),
      );
    }
    const selective = queries.filter(({ group }) => group === 'selective');
    const own = running.find(({ name }) => name === 'graphpress');
    const measurable = own && selective.length > 0;
    if (measurable) note('many clients, and one beside a long query');
    const concurrency = measurable ? await measureConcurrency(own, selective) : undefined;
    const { name, quads, bytes } = corpus;
    return conclude(asked, {
      corpus: name,
      quads,
      bytes,
      startups,
      measurements,
      concurrency,
    });
  } finally {
    for (const system of running) await system.stop();
  }
}

function conclude({ json, compare }: BenchOptions, run: BenchRun): number {
  const smaller =
    compare === undefined ? undefined : (JSON.parse(readFileSync(compare, 'utf8')) as BenchRun);
  const bars = judge(run, smaller);
  console.log(report(run, bars));
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify({ ...run, bars }, undefined, 2)}\n`);
  return bars.every(({ isMet }) => isMet) ? 0 : 1;
}

/** Graphpress starts twice: without what an earlier start left in the folder, and with it. */
async function startMeasured(
  name: SystemName,
  start: StartOptions,
): Promise<{ system: RunningSystem; startup: Startup }> {
  if (name === 'graphpress')
    rmSync(join(start.corpus.folder, '.graphpress'), { recursive: true, force: true });
  const system = await startSystem(name, start);
  await sleep(SETTLE_MS);
  const memoryBytes = system.memoryBytes();
  const startup = { system: name, readyMs: system.readyMs, memoryBytes, againMs: undefined };
  if (name !== 'graphpress') return { system, startup };
  await system.stop();
  const again = await startSystem(name, start);
  return { system: again, startup: { ...startup, againMs: again.readyMs } };
}

function startSystem(name: SystemName, start: StartOptions): Promise<RunningSystem> {
  switch (name) {
    case 'graphpress':
      return startGraphpress(start);
    case 'oxigraph':
    case 'comunica':
      return startThin(name, start.corpus.file);
    case 'virtuoso':
      return startVirtuoso(start);
  }
}

function isInstalled(name: SystemName): boolean {
  if (name !== 'virtuoso' || isVirtuosoInstalled()) return true;
  note('virtuoso-t is not installed: leaving it out');
  return false;
}

/** Progress, which is not part of the report. */
function note(text: string): void {
  console.error(text);
}
