/** `graphpress query`: one query over a folder, answered on the terminal. */
import { stateOf } from '../library/index.ts';
import { type Prefixes, RDF_FORMATS } from '../rdf/index.ts';
import {
  chunksOf,
  type QueryForm,
  type QueryResult,
  RESULT_FORMATS,
  type Solution,
} from '../sparql/index.ts';
import { type Command, unknown, UsageError } from './command.ts';
import { findQuery } from './find-query.ts';
import { LIMIT_FLAGS, readLimits } from './limits.ts';
import { BASE_FLAG, openFolder } from './open.ts';
import { readServiceAllow, SERVICE_ALLOW_FLAG } from './service-allow.ts';
import { renderTable } from './table.ts';

const RESULT_NAMES: readonly string[] = RESULT_FORMATS.map(({ name }) => name);
const RDF_NAMES: readonly string[] = RDF_FORMATS.map(({ name }) => name);
const FORMAT_NAMES = ['table', ...RESULT_NAMES, ...RDF_NAMES];

export const query: Command = {
  name: 'query',
  usage: '[FOLDER] FILE|NAME|- [--format NAME] [--explain] [--timeout SECONDS] [--memory MIB]',
  summary:
    'Answer a query over a folder: a file, a saved query by its name, or "-" for standard input.',
  maxPositionals: 2,
  flags: {
    format: {
      value: 'NAME',
      summary: `${FORMAT_NAMES.join(', ')} (default: table, or turtle for a graph)`,
    },
    explain: { summary: 'print how the query is answered, with expected and real counts' },
    ...LIMIT_FLAGS,
    ...SERVICE_ALLOW_FLAG,
    ...BASE_FLAG,
  },
  examples: [
    ['graphpress query q03-partner-countries', 'a saved query of the folder you are in'],
    ['graphpress query ~/my-graph check.rq --format csv', 'a file, over another folder'],
    ['graphpress query q03-partner-countries --explain', 'its plan'],
    ["echo 'ASK { ?s ?p ?o }' | graphpress query -", 'standard input'],
  ],
  async run({ positionals, flags }) {
    const [folder, which] = positionals.length === 2 ? positionals : [undefined, positionals[0]];
    if (which === undefined)
      throw new UsageError('no query given: name a saved query, a file, or "-" for standard input');
    const format =
      flags['format'] === undefined ? undefined : requireFormat(String(flags['format']));
    await using opened = await openFolder(folder, flags['base'], {
      ...readLimits(flags),
      workers: 1,
      serviceAllow: readServiceAllow(flags),
    });
    const publication = stateOf(opened);
    const { engine } = publication;
    const parsed = await findQuery(publication, which);
    if (flags['explain']) {
      const answer = await engine.write({ query: parsed }, 'explain');
      for await (const chunk of chunksOf(answer)) process.stdout.write(chunk);
      return 0;
    }
    const written = formatOf(parsed.form, format);
    if (written !== undefined) {
      const answer = await engine.write({ query: parsed }, written);
      for await (const chunk of chunksOf(answer)) process.stdout.write(chunk);
      return 0;
    }
    await printTable(await engine.query({ query: parsed }), publication.prefixes);
    return 0;
  },
};

/** The form in which the answer is written; undefined for a table. @throws {UsageError} for one that it cannot have. */
function formatOf(form: QueryForm, requested: string | undefined): string | undefined {
  const isGraph = form === 'construct' || form === 'describe';
  const format = requested ?? (isGraph ? 'turtle' : 'table');
  const names = isGraph ? RDF_NAMES : ['table', ...RESULT_NAMES];
  if (!names.includes(format))
    throw new UsageError(
      `a ${isGraph ? 'graph' : 'table'} has no form "${format}": take ${names.join(', ')}`,
    );
  return format === 'table' ? undefined : format;
}

function requireFormat(name: string): string {
  if (!FORMAT_NAMES.includes(name)) throw new UsageError(unknown('format', name, FORMAT_NAMES));
  return name;
}

async function printTable(result: QueryResult, prefixes: Prefixes): Promise<void> {
  switch (result.kind) {
    case 'boolean':
      console.log(result.value);
      return;
    case 'solutions': {
      const solutions: Solution[] = [];
      for await (const solution of result.solutions) solutions.push(solution);
      console.log(renderTable(result.variables, solutions, prefixes));
      return;
    }
    case 'quads':
      throw new Error('a graph is written in a form of its own');
  }
}
