/** The figures as tables for a terminal. */
import type { Bar } from './bars.ts';
import { type BenchRun, groupRatios, judgedGroup, ratioOf } from './figures.ts';
import type { Outcome, QueryMeasurement } from './measure.ts';
import { median } from './statistics.ts';

type Cells = readonly string[];

/** Everything that was measured, and whether it is enough. */
export function report(run: BenchRun, bars: readonly Bar[]): string {
  const size = `${(run.bytes / 1_000_000).toFixed(0)} MB`;
  const quads = run.quads === undefined ? '' : `, ${run.quads.toLocaleString('en')} quads`;
  const wrong = run.measurements.flatMap(({ query, differences }) =>
    Object.entries(differences).map(([system, difference]) => `${query}: ${system}: ${difference}`),
  );
  const bareMs = median(run.measurements.map((measurement) => measurement.bareMs));
  return [
    `${run.corpus}: ${size}${quads}; a bare route answers in ${bareMs.toFixed(3)} ms`,
    startTable(run),
    queryTable(run),
    ratioTable(run),
    ...(run.concurrency ? [concurrencyLines(run)] : []),
    ...(wrong.length > 0 ? [['Answers that differ:', ...wrong].join('\n')] : []),
    table(
      ['', 'measured', 'bar'],
      bars.map(({ says, measured, isMet }) => [isMet ? 'met' : 'MISSED', number(measured), says]),
    ),
  ].join('\n\n');
}

function startTable({ startups }: BenchRun): string {
  return table(
    ['system', 'to first answer s', 'started again s', 'memory MB'],
    startups.map(({ system, readyMs, againMs, memoryBytes }) => [
      system,
      (readyMs / 1000).toFixed(2),
      againMs === undefined ? '' : (againMs / 1000).toFixed(2),
      (memoryBytes / 1_000_000).toFixed(0),
    ]),
  );
}

/** Medians in milliseconds as they were asked; ratios net of the bare route. */
function queryTable(run: BenchRun): string {
  const names = run.startups.map(({ system }) => system);
  const others = names.filter((name) => name !== 'graphpress' && names.includes('graphpress'));
  const row = (measurement: QueryMeasurement) => [
    measurement.query,
    judgedGroup(measurement),
    String(measurement.rows),
    ...names.map((name) => time(measurement.outcomes[name])),
    ...others.map((name) => number(ratioOf(measurement, name))),
  ];
  return table(
    [
      'query',
      'group',
      'rows',
      ...names.map((name) => `${name} ms`),
      ...others.map((name) => `× ${name}`),
    ],
    run.measurements.map(row),
  );
}

function ratioTable(run: BenchRun): string {
  return table(
    ['group', 'against', 'queries', 'geometric mean', 'least', 'least at', 'unfinished'],
    groupRatios(run).map((ratio) => [
      ratio.group,
      ratio.system,
      String(ratio.queries),
      number(ratio.geometricMean),
      number(ratio.least),
      ratio.leastQuery,
      String(ratio.unfinished),
    ]),
  );
}

function concurrencyLines({ concurrency }: BenchRun): string {
  if (!concurrency) return '';
  const { clients, onePerSecond, allPerSecond, p99AloneMs, p99BesideMs, slowQueryMs } = concurrency;
  return [
    `one client: ${onePerSecond.toFixed(0)} answers a second; ${clients} clients: ${allPerSecond.toFixed(0)}`,
    `p99 of a point query: ${p99AloneMs.toFixed(2)} ms alone, ${p99BesideMs.toFixed(2)} ms beside a query of ${(slowQueryMs / 1000).toFixed(1)} s`,
  ].join('\n');
}

function time(outcome: Outcome | undefined): string {
  if (!outcome) return '';
  switch (outcome.kind) {
    case 'answered':
      return outcome.medianMs.toFixed(outcome.medianMs < 10 ? 2 : 1);
    case 'timeout':
      return `>${outcome.medianMs.toFixed(0)}`;
    case 'failed':
      return 'failed';
  }
}

function number(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(value < 10 ? 2 : 1);
}

/** The first column to the left, the others to the right where they hold figures. */
function table(head: Cells, rows: readonly Cells[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: Cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return /^[>\d.]/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
