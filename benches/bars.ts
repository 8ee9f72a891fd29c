/** What the figures must be: ratios within one run, so that no machine decides. */
import type { QueryMeasurement } from './measure.ts';
import { type BenchRun, growth, groupRatios, judgedGroup, ratioOf } from './figures.ts';

export interface Bar {
  readonly says: string;
  readonly measured: number;
  readonly isMet: boolean;
}

/** All that this run can judge. `smaller` is a run of a tenth of the data. */
export function judge(run: BenchRun, smaller: BenchRun | undefined): readonly Bar[] {
  return [
    ...speedBars(run),
    ...startBars(run),
    ...concurrencyBars(run),
    ...growthBars(run, smaller),
  ];
}

const MEANS = [
  { group: 'selective', system: 'oxigraph', least: 2.5 },
  { group: 'selective', system: 'comunica', least: 40 },
  { group: 'analytic', system: 'oxigraph', least: 30 },
  { group: 'analytic', system: 'virtuoso', least: 2 },
] as const;

function speedBars(run: BenchRun): readonly Bar[] {
  const ratios = groupRatios(run);
  const means = MEANS.flatMap(({ group, system, least }) => {
    const found = ratios.find((ratio) => ratio.group === group && ratio.system === system);
    return found
      ? [atLeast(`${group}: geometric mean against ${system}`, found.geometricMean, least)]
      : [];
  });
  const slower = run.measurements
    .filter((measurement) => judgedGroup(measurement) !== 'bulk')
    .filter((measurement) => (ratioOf(measurement, 'oxigraph') ?? Infinity) < 1);
  const wrong = run.measurements.filter(isOutvoted);
  const failed = run.measurements.filter(
    ({ outcomes }) => (outcomes['graphpress']?.kind ?? 'answered') !== 'answered',
  );
  return [
    ...means,
    ...(ratios.some(({ system }) => system === 'oxigraph')
      ? [atMost('queries slower than oxigraph', slower.length, 0)]
      : []),
    atMost('queries that graphpress did not answer', failed.length, 0),
    atMost('queries whose answers most others contradict', wrong.length, 0),
  ];
}

/** Whether more than half of the others answered something else than Graphpress, the first of the systems. */
function isOutvoted({ differences, outcomes }: QueryMeasurement): boolean {
  const answered = Object.values(outcomes).filter(({ kind }) => kind === 'answered').length;
  const against = Object.keys(differences).length;
  return against > (answered - 1) / 2;
}

function startBars({ startups, quads, bytes }: BenchRun): readonly Bar[] {
  const of = (name: string) => startups.find(({ system }) => system === name);
  const own = of('graphpress');
  const oxigraph = of('oxigraph');
  if (!own) return [];
  const millions = (quads ?? bytes / 170) / 1_000_000;
  return [
    ...(oxigraph
      ? [
          atMost('file to first answer, share of oxigraph', own.readyMs / oxigraph.readyMs, 0.5),
          atMost(
            'memory after loading, share of oxigraph',
            own.memoryBytes / oxigraph.memoryBytes,
            0.6,
          ),
        ]
      : []),
    ...(own.againMs === undefined
      ? []
      : [atMost('seconds from a snapshot, per million quads', own.againMs / 1000 / millions, 0.3)]),
  ];
}

function concurrencyBars({ concurrency }: BenchRun): readonly Bar[] {
  if (!concurrency) return [];
  const { clients, onePerSecond, allPerSecond, p99AloneMs, p99BesideMs } = concurrency;
  return [
    atLeast(
      `throughput of ${clients} clients, times that of one`,
      allPerSecond / onePerSecond,
      1.5,
    ),
    atMost('p99 beside a long query, times p99 alone', p99BesideMs / p99AloneMs, 3),
  ];
}

function growthBars(run: BenchRun, smaller: BenchRun | undefined): readonly Bar[] {
  if (!smaller) return [];
  const { selective, load, memory } = growth(smaller, run);
  const linear = 1.15;
  return [
    atMost('selective queries, times those of the smaller run', selective, 1.5),
    atMost('loading a byte, times the smaller run', load, linear),
    atMost('memory of a byte, times the smaller run', memory, linear),
  ];
}

function atLeast(what: string, measured: number, bound: number): Bar {
  return { says: `${what}: at least ${bound}`, measured, isMet: measured >= bound };
}

function atMost(what: string, measured: number, bound: number): Bar {
  return { says: `${what}: at most ${bound}`, measured, isMet: measured <= bound };
}
