/** `npm run docs`: writes the reference pages that are made from the code. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS, type Command } from '../src/cli/commands.ts';
import { ERROR_CODES, type ErrorFacts } from '../src/errors.ts';
import { type Limit, readLimits } from './read-limits.ts';

const ROOT = join(import.meta.dirname, '..');
const NOTE = '<!-- Made from the code by `npm run docs`. -->';

/** The text of each generated file, by its path in the repository. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const limits = readLimits(join(ROOT, 'src'));
  return new Map([
    ['docs/reference/commands.md', commandsPage(COMMANDS)],
    ['docs/reference/environment.md', environmentPage(COMMANDS)],
    ['docs/reference/errors.md', errorsPage()],
    ['docs/reference/limits.md', limitsPage(limits)],
    ['src/cli/limit-list.ts', limitList(limits)],
  ]);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`)
    .join('\n');

function commandsPage(commands: readonly Command[]): string {
  const sections = commands.map(({ name, usage, summary, flags, examples }) =>
    [
      `## ${name}`,
      `\`graphpress ${[name, usage].join(' ').trim()}\``,
      summary,
      table(
        ['flag', 'meaning'],
        Object.entries(flags).map(([flag, { value, summary: meaning }]) => [
          `\`--${flag}${value === undefined ? '' : ` ${value}`}\``,
          meaning,
        ]),
      ),
      `\`\`\`sh\n${examples.map(([call, meaning]) => `${call}    # ${meaning}`).join('\n')}\n\`\`\``,
    ].join('\n\n'),
  );
  return `# Commands\n\n${NOTE}\n\nIn a clone, \`npx graphpress\` runs the sources; \`npm start\` is \`graphpress serve\`. Exit codes: 0 done, 1 an error or a finding, 2 a call that is not understood.\n\n${sections.join('\n\n')}\n`;
}

/** Flags whose summary names a variable of the environment. */
function environmentPage(commands: readonly Command[]): string {
  const rows = commands.flatMap(({ name, flags }) =>
    Object.entries(flags).flatMap(([flag, { summary }]) =>
      Array.from(summary.matchAll(/GRAPHPRESS_[A-Z_]+/g), ([variable]) => [
        `\`${variable}\``,
        `\`${name} --${flag}\``,
      ]),
    ),
  );
  const byVariable = Map.groupBy(rows, ([variable = '']) => variable);
  return `# Environment\n\n${NOTE}\n\nA flag wins over a variable.\n\n${table(
    ['variable', 'in place of'],
    Array.from(byVariable, ([variable, uses]) => [
      variable,
      uses.map(([, use]) => use ?? '').join(', '),
    ]),
  )}\n`;
}

function errorsPage(): string {
  const rows = Object.entries<ErrorFacts>(ERROR_CODES);
  const page = (title: string, isClient: boolean) =>
    `## ${title}\n\n${table(
      isClient ? ['code', 'status', 'meaning'] : ['code', 'meaning'],
      rows
        .filter(([, { status }]) => (status !== undefined) === isClient)
        .map(([code, { status, meaning }]) => [
          `\`${code}\``,
          ...(isClient ? [String(status)] : []),
          meaning,
        ]),
    )}`;
  return `# Errors\n\n${NOTE}\n\nEvery error has a stable code. Clients get it in a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) as the member \`code\`, beside \`status\`, \`title\` and \`detail\`.\n\n${page('Of the server', true)}\n\n${page('Of the command line and the library', false)}\n`;
}

function limitsPage(limits: readonly Limit[]): string {
  const byFolder = Map.groupBy(limits, ({ file }) => file.split('/')[0] ?? '');
  const sections = Array.from(
    byFolder,
    ([folder, rows]) =>
      `## ${folder}\n\n${table(
        ['limit', 'value', 'meaning', 'file'],
        rows.map(({ name, value, meaning, file }) => [
          `\`${name}\``,
          value,
          meaning,
          `\`${file}\``,
        ]),
      )}`,
  );
  return `# Limits\n\n${NOTE}\n\nConstants of the source. \`--timeout\`, \`--memory\` and \`--workers\` of [serve](commands.md#serve) set the limits of queries. \`graphpress limits\` prints this list.\n\n${sections.join('\n\n')}\n`;
}

const limitList = (limits: readonly Limit[]): string =>
  [
    '/** The limits of the program: file, name, value and meaning by tabs. Made from the code by `npm run docs`. */',
    '',
    'export const LIMIT_LINES: readonly string[] = [',
    ...limits.map(
      ({ file, name, value, meaning }) =>
        `  ${JSON.stringify([file.replace(/\.ts$/, ''), name, value, meaning].join('\t'))},`,
    ),
    '];',
    '',
  ].join('\n');

if (import.meta.main) {
  for (const [path, text] of generatedFiles()) {
    const file = join(ROOT, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
