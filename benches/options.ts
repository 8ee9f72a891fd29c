/** The flags of `npm run bench`. */
import { parseArgs } from 'node:util';
import { SYSTEM_NAMES, type SystemName } from './systems/system.ts';

export interface BenchOptions {
  readonly quads: number;
  readonly data: string | undefined;
  readonly queries: string | undefined;
  readonly systems: readonly SystemName[];
  readonly rounds: number;
  readonly timeoutSeconds: number;
  readonly workers: number | undefined;
  readonly json: string | undefined;
  readonly compare: string | undefined;
}

export const HELP = `npm run bench -- [--quads 100k|1m|10m] [--data FILE] [--queries DIR] [--systems a,b] [--rounds N]

Asks the same queries over HTTP of this program and of others, in turn, and prints medians and ratios.

  --quads N       size of the synthetic releases: 100k, 1m (default), 10m, or a number
  --data FILE     N-Quads of your own instead of the synthetic releases; needs --queries
  --queries DIR   your own *.rq; those in DIR/selective and DIR/analytic count towards these groups
  --systems LIST  of ${SYSTEM_NAMES.join(', ')}; default: all but those that are not installed
  --rounds N      times that each slow query is asked (default 5; quick ones ten times as often)
  --timeout N     seconds after which a query is given up (default 25)
  --workers N     for graphpress serve
  --json FILE     all figures, for programs
  --compare FILE  the --json of a smaller run: what ten times the data cost
  --help          this text`;

/** @throws {Error} that says which flag is wrong. */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quads: { type: 'string', default: '1m' },
      data: { type: 'string' },
      queries: { type: 'string' },
      systems: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      timeout: { type: 'string', default: '25' },
      workers: { type: 'string' },
      json: { type: 'string' },
      compare: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.data !== undefined && values.queries === undefined)
    throw new Error('--data needs --queries: our own ask about the synthetic releases');
  return {
    quads: readCount('quads', values.quads),
    data: values.data,
    queries: values.queries,
    systems: (values.systems?.split(',') ?? SYSTEM_NAMES).map(readSystem),
    rounds: readCount('rounds', values.rounds),
    timeoutSeconds: readCount('timeout', values.timeout),
    workers: values.workers === undefined ? undefined : readCount('workers', values.workers),
    json: values.json,
    compare: values.compare,
  };
}

function readCount(flag: string, text: string): number {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  const scale = { '': 1, k: 1000, m: 1_000_000 }[unit?.toLowerCase() ?? ''];
  if (scale === undefined || Number(digits) === 0)
    throw new Error(`--${flag} "${text}" is no number: give 5, 100k or 1m`);
  return Number(digits) * scale;
}

function readSystem(text: string): SystemName {
  const found = SYSTEM_NAMES.find((name) => name === text);
  if (!found) throw new Error(`"${text}" is none of ${SYSTEM_NAMES.join(', ')}`);
  return found;
}
