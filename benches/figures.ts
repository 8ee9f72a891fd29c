/** From measurements to the figures that are judged. */
import type { Concurrency } from './load.ts';
import type { Outcome, QueryMeasurement } from './measure.ts';
import { geometricMean } from './statistics.ts';

/** An answer of no more rows than this is selective, wherever its query comes from. */
const SELECTIVE_ROWS = 100;
/** A difference from the bare route below this is noise. */
const LEAST_MS = 0.02;

export interface Startup {
  readonly system: string;
  readonly readyMs: number;
  readonly memoryBytes: number;
  /** To the first answer when started again on the same folder; undefined where nothing is kept. */
  readonly againMs: number | undefined;
}

export interface BenchRun {
  readonly corpus: string;
  readonly quads: number | undefined;
  readonly bytes: number;
  readonly startups: readonly Startup[];
  readonly measurements: readonly QueryMeasurement[];
  readonly concurrency: Concurrency | undefined;
}

export type JudgedGroup = 'selective' | 'analytic' | 'bulk';

export interface GroupRatio {
  readonly group: JudgedGroup;
  readonly system: string;
  readonly queries: number;
  /** How many times longer the other system took. */
  readonly geometricMean: number;
  readonly least: number;
  readonly leastQuery: string;
  /** Queries that the other system did not finish; counted with the time after which it was given up. */
  readonly unfinished: number;
}

/** In which group a query is judged. */
export function judgedGroup({ group, rows }: QueryMeasurement): JudgedGroup {
  if (group === 'analytic') return 'analytic';
  return rows <= SELECTIVE_ROWS ? 'selective' : 'bulk';
}

/** The time of a system net of what HTTP costs. */
export function netMs(outcome: Outcome | undefined, bareMs: number): number | undefined {
  if (!outcome || outcome.kind === 'failed') return undefined;
  return Math.max(outcome.medianMs - bareMs, LEAST_MS);
}

/** How many times longer `system` took than Graphpress; undefined where either has no time. */
export function ratioOf(
  { outcomes, differences, bareMs }: QueryMeasurement,
  system: string,
): number | undefined {
  // The time of a wrong answer is worth nothing; whose is wrong, the bars tell.
  if (differences[system] !== undefined) return undefined;
  const own = netMs(outcomes['graphpress'], bareMs);
  const other = netMs(outcomes[system], bareMs);
  return own === undefined || other === undefined ? undefined : other / own;
}

/** All groups against all other systems. */
export function groupRatios(run: BenchRun): readonly GroupRatio[] {
  const others = run.startups.map(({ system }) => system).filter((name) => name !== 'graphpress');
  return (['selective', 'analytic', 'bulk'] as const).flatMap((group) =>
    others.flatMap((system) => {
      const asked = run.measurements.filter((measurement) => judgedGroup(measurement) === group);
      const ratios = asked.flatMap((measurement) => {
        const ratio = ratioOf(measurement, system);
        return ratio === undefined ? [] : [{ ratio, query: measurement.query }];
      });
      const least = ratios.toSorted((a, b) => a.ratio - b.ratio)[0];
      if (!least) return [];
      const unfinished = asked.filter(
        ({ outcomes }) => outcomes[system]?.kind === 'timeout',
      ).length;
      return [
        {
          group,
          system,
          queries: ratios.length,
          geometricMean: geometricMean(ratios.map(({ ratio }) => ratio)),
          least: least.ratio,
          leastQuery: least.query,
          unfinished,
        },
      ];
    }),
  );
}

/** What more data cost Graphpress: the geometric mean of the selective times of ours, and load and memory for each quad. */
export function growth(
  small: BenchRun,
  large: BenchRun,
): { readonly selective: number; readonly load: number; readonly memory: number } {
  const ratios = large.measurements.flatMap((measurement) => {
    if (measurement.group !== 'selective') return [];
    const before = small.measurements.find(({ query }) => query === measurement.query);
    const was = before && netMs(before.outcomes['graphpress'], before.bareMs);
    const is = netMs(measurement.outcomes['graphpress'], measurement.bareMs);
    return was === undefined || is === undefined ? [] : [is / was];
  });
  const own = ({ startups }: BenchRun) => startups.find(({ system }) => system === 'graphpress');
  const each = (figure: (startup: Startup) => number) => {
    const before = own(small);
    const after = own(large);
    if (!before || !after) return NaN;
    return figure(after) / large.bytes / (figure(before) / small.bytes);
  };
  return {
    selective: geometricMean(ratios),
    load: each(({ readyMs }) => readyMs),
    memory: each(({ memoryBytes }) => memoryBytes),
  };
}
