/** What a command of the command line is, and how its arguments are read. */
import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { GraphpressError } from '../errors.ts';
import { asCalled } from './called-as.ts';

export interface Flag {
  /** Name of the value in the help; undefined for a switch. */
  readonly value?: string;
  readonly summary: string;
  /** May be given several times; its values are then joined by commas. */
  readonly isRepeatable?: boolean;
}

/** The arguments of one call: positionals, and flags by name. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | true | undefined>>;
}

export interface Command {
  readonly name: string;
  /** The rest of the usage line, after the name. */
  readonly usage: string;
  readonly summary: string;
  readonly maxPositionals: number;
  readonly flags: Readonly<Record<string, Flag>>;
  readonly examples: readonly (readonly [call: string, meaning: string])[];
  /** @returns the exit code. */
  readonly run: (given: Arguments) => Promise<number>;
}

/** A call with invalid arguments. */
export class UsageError extends GraphpressError {
  constructor(message: string) {
    super('usage', message);
  }
}

/** Flags that every command takes. */
const HELP: Readonly<Record<string, Flag>> = { help: { summary: 'show this help' } };

/** @throws {UsageError} for a flag or an argument too many. */
export function readArguments(command: Command, given: readonly string[]): Arguments {
  const flags = { ...command.flags, ...HELP };
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value, isRepeatable = false }]) => [
      name,
      {
        type: value === undefined ? 'boolean' : 'string',
        multiple: isRepeatable,
        ...(name in HELP && { short: 'h' }),
      } as const,
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...given],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = flags[token.name];
    if (!flag)
      throw new UsageError(
        unknown(
          'flag',
          token.rawName,
          Object.keys(flags).map((name) => `--${name}`),
          command,
        ),
      );
    if (
      flag.value !== undefined &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
    )
      throw new UsageError(`--${token.name} needs a value: --${token.name} ${flag.value}`);
    if (flag.value === undefined && token.value !== undefined)
      throw new UsageError(`--${token.name} takes no value`);
  }
  if (positionals.length > command.maxPositionals)
    throw new UsageError(
      `"${positionals[command.maxPositionals]}" is one argument too many: graphpress ${command.name} ${command.usage}`,
    );
  return { positionals, flags: joined(values) };
}

const joined = (values: ReturnType<typeof parseArgs>['values']): Arguments['flags'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  ) as Arguments['flags'];

/** "unknown flag --prot: did you mean --port?" */
export function unknown(
  kind: string,
  given: string,
  candidates: readonly string[],
  command?: Command,
): string {
  const suggestion = closest(given, candidates);
  const help = command ? ` (graphpress ${command.name} --help lists them)` : '';
  return `unknown ${kind} ${given}: ${suggestion === undefined ? `there are ${candidates.join(', ')}` : `did you mean ${suggestion}?`}${suggestion === undefined ? '' : help}`;
}

/** The candidate with the smallest edit distance, if that is small enough. */
export function closest(given: string, candidates: readonly string[]): string | undefined {
  const starting = candidates.filter((word) => word.startsWith(given));
  if (given !== '' && starting.length === 1) return starting[0];
  const [best] = candidates
    .map((word) => ({ word, edits: distance(given, word) }))
    .toSorted((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(2, given.length / 3) ? best.word : undefined;
}

export function helpOf({ name, usage, summary, flags, examples }: Command): string {
  const rows = Object.entries({ ...flags, ...HELP }).map(
    ([flag, { value, summary: text }]) =>
      [`--${flag}${value === undefined ? '' : ` ${value}`}`, text] as const,
  );
  return [
    asCalled(`graphpress ${name} ${usage}`),
    '',
    `  ${summary}`,
    '',
    'Flags',
    ...columns(rows),
    '',
    'Examples',
    ...columns(examples.map(([call, meaning]) => [asCalled(call), meaning])),
    '',
  ].join('\n');
}

/** Two columns, the first as wide as it must be. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
}
