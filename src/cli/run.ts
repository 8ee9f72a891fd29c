/** From arguments to a command to an exit code: 0 success, 1 an error or a finding, 2 invalid arguments. */
import { GraphpressError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { asCalled } from './called-as.ts';
import { columns, helpOf, readArguments, unknown, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';

export async function runCommandLine(given: readonly string[]): Promise<number> {
  try {
    return await dispatch(given);
  } catch (error) {
    if (!(error instanceof GraphpressError)) throw error;
    console.error(`graphpress: ${error.message}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function dispatch([name = '--help', ...rest]: readonly string[]): Promise<number> {
  if (name === '--version') {
    console.log(VERSION);
    return 0;
  }
  if (name === 'help' && rest[0] !== undefined) return dispatch([rest[0], '--help']);
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command)
    throw new UsageError(
      unknown(
        'command',
        name,
        COMMANDS.map((candidate) => candidate.name),
      ),
    );
  const given = readArguments(command, rest);
  if (given.flags['help']) {
    console.log(helpOf(command));
    return 0;
  }
  return command.run(given);
}

function overview(): string {
  return [
    `Graphpress ${VERSION} publishes a git folder of RDF as a complete linked-data site.`,
    '',
    'Commands',
    ...columns(COMMANDS.map(({ name, summary }) => [name, summary])),
    '',
    'Examples',
    ...columns(
      COMMANDS.flatMap(({ examples }) =>
        examples.slice(0, 1).map(([call, meaning]) => [asCalled(call), meaning] as const),
      ),
    ),
    '',
    `${asCalled('graphpress COMMAND --help')} shows flags and examples of a command.`,
  ].join('\n');
}
