/** `graphpress limits`: sizes, counts and times that the program does not exceed. */
import { columns, type Command, UsageError } from './command.ts';
import { LIMIT_LINES } from './limit-list.ts';

export interface LimitRow {
  readonly file: string;
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

export const LIMITS: readonly LimitRow[] = LIMIT_LINES.map((line) => {
  const [file = '', name = '', value = '', meaning = ''] = line.split('\t');
  return { file, name, value, meaning };
});

export const limits: Command = {
  name: 'limits',
  usage: '[PART]',
  summary: 'List the limits of the program: all, or those of one part such as http or sparql.',
  maxPositionals: 1,
  flags: { json: { summary: 'print the list as JSON' } },
  examples: [
    ['graphpress limits', 'all limits'],
    ['graphpress limits http', 'those of the HTTP server'],
    ['graphpress limits --json', 'for programs'],
  ],
  async run({ positionals: [part], flags }) {
    const rows = LIMITS.filter(
      ({ file }) => part === undefined || file === part || file.startsWith(`${part}/`),
    );
    if (rows.length === 0) {
      const parts = [...new Set(LIMITS.map(({ file }) => file.split('/')[0]))];
      throw new UsageError(`no limits of "${part}": there are those of ${parts.join(', ')}`);
    }
    console.log(
      flags['json']
        ? JSON.stringify(rows, null, 2)
        : columns(
            rows.map(({ name, value, meaning }) => [`${name} = ${value}`, meaning] as const),
          ).join('\n'),
    );
    return 0;
  },
};
